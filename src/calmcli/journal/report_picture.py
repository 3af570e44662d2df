"""Ratings before and after as a picture that paper and grey printers can show (SVG)."""

from collections.abc import Iterator, Sequence
from html import escape

from calmcli.journal.trends import Pair
from calmcli.rating import HIGHEST
from calmcli.words import report as said
from calmcli.words.care import sessions

_WIDTH, _HEIGHT = 700, 190
_LEFT, _RIGHT, _TOP, _BOTTOM = 26, 10, 12, 28
_DOT = 4
_GRID_EVERY = 2
_FEWEST_PLACES = 8
"""Few sessions stand to the left, as the first of more to come, and not far apart."""


def picture(pairs: Sequence[Pair]) -> Iterator[str]:
    """The pairs from left to right; there is at least one."""
    told = said.PICTURE_TOLD.format(sessions=sessions(len(pairs)))
    yield (
        f'<svg role="img" aria-labelledby="picture-title picture-words" viewBox="0 0 {_WIDTH}'
        f' {_HEIGHT}" xmlns="http://www.w3.org/2000/svg">\n'
        f'<title id="picture-title">{escape(said.PICTURE)}</title>\n'
        f'<desc id="picture-words">{escape(told)}</desc>\n'
    )
    for rating in range(0, HIGHEST + 1, _GRID_EVERY):
        y = _y(rating)
        yield (
            f'<line class="grid" x1="{_LEFT}" y1="{y:g}" x2="{_WIDTH - _RIGHT}" y2="{y:g}"/>'
            f'<text x="{_LEFT - 8}" y="{y + 4:g}" text-anchor="end">{rating}</text>\n'
        )
    step = (_WIDTH - _LEFT - _RIGHT) / max(len(pairs), _FEWEST_PLACES)
    for place, pair in enumerate(pairs):
        yield from _session(pair, _LEFT + step * (place + 0.5))
    yield from _days(pairs, step)
    yield "</svg>\n"


def _session(pair: Pair, x: float) -> Iterator[str]:
    before, after = _y(pair.before), _y(pair.after)
    yield f'<line class="change" x1="{x:g}" y1="{before:g}" x2="{x:g}" y2="{after:g}"/>'
    yield f'<circle class="after" cx="{x:g}" cy="{after:g}" r="{_DOT + 1.5}"/>'
    yield f'<circle class="before" cx="{x:g}" cy="{before:g}" r="{_DOT - 0.5}"/>\n'


def _days(pairs: Sequence[Pair], step: float) -> Iterator[str]:
    """The days of the first session and of the last."""
    y = _HEIGHT - 8
    first = f"{pairs[0].started_at:%Y-%m-%d}"
    yield f'<text x="{_LEFT}" y="{y}">{first}</text>'
    if len(pairs) >= _FEWEST_PLACES:
        x, last = _LEFT + step * len(pairs), f"{pairs[-1].started_at:%Y-%m-%d}"
        yield f'<text x="{x:g}" y="{y}" text-anchor="end">{last}</text>\n'


def _y(rating: int) -> float:
    return _TOP + (_HEIGHT - _TOP - _BOTTOM) * (HIGHEST - rating) / HIGHEST
