"""One line of a file as it can be shown, with a caret under the right place."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate
from unicodedata import category, east_asian_width

from calmcli.text import clean

WIDTH = 76
"""Cells an excerpt takes at most."""

_BEFORE = 48
_TAB = "    "
_JOINER = "\u200d"
_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf"})


def cells(text: str) -> int:
    """How many terminal cells a text takes: wide characters two, combining marks none."""
    return len(text) if text.isascii() else sum(_widths(text))


def excerpt(line: str, column: int) -> tuple[str, int]:
    """The line, safe to show and cut to fit, and how many cells stand before the column."""
    start = column - 1
    before = _shown(line[max(0, start - 2 * WIDTH) : start])
    after = _shown(line[start : start + 2 * WIDTH])
    if cells(before) + cells(after) > WIDTH and cells(before) > _BEFORE:
        before = "…" + _last(before, _BEFORE - 1)
    room = WIDTH - cells(before)
    if cells(after) > room:
        after = _first(after, room - 1) + "…"
    return (before + after).rstrip(), cells(before)


def _shown(piece: str) -> str:
    return clean(clean(piece, lines=True).replace("\t", _TAB))


def _widths(text: str) -> Iterator[int]:
    joined = False
    for character in text:
        if joined or category(character) in _WITHOUT_WIDTH:
            yield 0
        else:
            yield 2 if east_asian_width(character) in "WF" else 1
        joined = character == _JOINER


def _first(text: str, room: int) -> str:
    return text[: bisect_right(list(accumulate(_widths(text))), room)]


def _last(text: str, room: int) -> str:
    widths = reversed(list(_widths(text)))
    kept = bisect_right(list(accumulate(widths)), room)
    return text[len(text) - kept :]
