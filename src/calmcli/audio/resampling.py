"""Making recorded speech fit: from its first sound to its last, at our rate and height."""

from __future__ import annotations  # 3.11 cannot subscript an array as it runs

from array import array
from itertools import islice
from math import gcd
from typing import TYPE_CHECKING

from calmcli.voice.chimes import FULL_SCALE, RATE

if TYPE_CHECKING:
    from collections.abc import Iterable

_SILENT = 0.02
"""Below this part of its peak a recording is silent."""


def trimmed(samples: array[int]) -> array[int]:
    """A recording without the silence before and after it. Raises ValueError when it is all so."""
    floor = _SILENT * max(map(abs, samples), default=0)
    if not floor:
        raise ValueError(samples)
    loud = (place for place, value in enumerate(samples) if abs(value) > floor)
    first = next(loud)
    behind = next(i for i, value in enumerate(reversed(samples)) if abs(value) > floor)
    return samples[first : len(samples) - behind]


def with_peak(samples: array[int], peak: float) -> array[int]:
    """A recording as loud as is wanted, of full scale."""
    scale = peak * FULL_SCALE / max(map(abs, samples))
    return array("h", [round(value * scale) for value in samples])


def at_our_rate(samples: array[int], rate: int) -> array[int]:
    """A recording at our rate: a smooth curve (Catmull-Rom) through the samples it has.

    New samples fall between old ones in a pattern that soon repeats: each place of the pattern is
    worked out for the whole recording at once.
    """
    if rate == RATE:
        return samples
    common = gcd(RATE, rate)
    old, new = rate // common, RATE // common
    count = len(samples) * new // old
    around = array("h", [samples[0], *samples, *samples[-1:] * (old + 3)])
    made = array("h", bytes(count * samples.itemsize))
    for place in range(new):
        begin, rest = divmod(place * old, new)
        near = (around[begin + step :: old] for step in range(4))
        made[place::new] = _between(rest / new, zip(*near, strict=False), len(made[place::new]))
    return made


def _between(part: float, near: Iterable[tuple[int, int, int, int]], count: int) -> array[int]:
    """As many points of the curve, each so far between the middle two of four samples."""
    t, t2, t3 = part, part**2, part**3
    w = (2 * t2 - t - t3) / 2
    x = (2 - 5 * t2 + 3 * t3) / 2
    y = (t + 4 * t2 - 3 * t3) / 2
    z = (t3 - t2) / 2
    values = (round(w * a + x * b + y * c + z * d) for a, b, c, d in islice(near, count))
    return array("h", [max(-FULL_SCALE, min(FULL_SCALE, value)) for value in values])
