"""Ears for tests: how strong a tone is in a stretch of samples, and where a sound begins."""

from __future__ import annotations  # 3.11 cannot subscript an array as it runs

import wave
from array import array
from cmath import exp
from math import pi, sqrt
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

RATE = 48_000
PER_MS = 48


def read_wav(path: Path) -> array[int]:
    """The samples of a file of ours: one channel, 16 bits, 48 kHz."""
    with wave.open(str(path), "rb") as sound:
        assert (sound.getnchannels(), sound.getsampwidth(), sound.getframerate()) == (1, 2, RATE)
        return array("h", sound.readframes(sound.getnframes()))


def strength(samples: Sequence[int], hertz: float) -> float:
    """How strong one tone is in all of these samples: its amplitude, by a Fourier sum."""
    turn = exp(-2j * pi * hertz / RATE)
    total, factor = 0j, 1 + 0j
    for value in samples:
        total += value * factor
        factor *= turn
    return 2 * abs(total) / len(samples)


def loudness(samples: Sequence[int]) -> float:
    """Root mean square."""
    return sqrt(sum(value * value for value in samples) / max(1, len(samples)))


def onset_after(samples: array[int], sample: int, within: int) -> int | None:
    """Where it first becomes loud after being quiet, from a sample on; None where it does not."""
    stretch = samples[sample : sample + within]
    floor = max(map(abs, stretch), default=0) // 20
    return next(
        (sample + i for i, value in enumerate(stretch) if floor and abs(value) > floor), None
    )
