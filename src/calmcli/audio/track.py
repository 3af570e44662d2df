"""A timeline as sound, cue after cue: each is exactly as long as its milliseconds."""

from __future__ import annotations  # 3.11 cannot subscript an array as it runs

from array import array
from functools import lru_cache
from typing import TYPE_CHECKING

from calmcli.voice.chimes import (
    BYTES_PER_SAMPLE,
    FULL_SCALE,
    SAMPLES_PER_MS,
    Chime,
    chime_of,
    faded,
    samples_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from calmcli.timeline import Cue, Timeline

_KEPT = 8
_SILENCE = bytes(48_000 * BYTES_PER_SAMPLE)
"""A second of it: a long pause is written piece by piece, so that it takes no room."""


def sound_of(
    timeline: Timeline, volume: float, say: Callable[[Cue], array[int] | None] | None = None
) -> Iterator[bytes]:
    """All of a finite timeline, piece by piece; chimes at a volume in percent, words if there are.

    A cue's sound begins with the cue and ends before the next: nothing ever shifts anything.
    """

    @lru_cache(maxsize=_KEPT)
    def heard(chime: Chime, spoken: bytes, length: int) -> bytes:
        return _mixed(faded(samples_of(chime, volume), length), array("h", spoken)).tobytes()

    for cue in timeline.cues():
        length = cue.length_ms * SAMPLES_PER_MS
        said = say(cue) if say else None
        sound = heard(chime_of(cue), said.tobytes() if said else b"", length)
        yield sound
        yield from _silence(length * BYTES_PER_SAMPLE - len(sound))


def _mixed(chime: array[int], spoken: array[int]) -> array[int]:
    """Both at once."""
    longer, shorter = (chime, spoken) if len(chime) >= len(spoken) else (spoken, chime)
    both = [max(-FULL_SCALE, min(FULL_SCALE, a + b)) for a, b in zip(longer, shorter, strict=False)]
    return array("h", both) + longer[len(both) :]


def _silence(count: int) -> Iterator[bytes]:
    while count > 0:
        yield _SILENCE[:count]
        count -= len(_SILENCE)
