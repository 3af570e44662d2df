"""Two soft notes up for a cue that rises, two down for one that falls, one for one that is still.

They are synthesized here, each note a struck bell: partials that begin at once and ring out. Up and
down are told apart by their interval and by where they lie, not by how loud they are.
"""

from __future__ import annotations  # 3.11 cannot subscript an array as it runs

import wave
from array import array
from cmath import rect
from functools import cache
from io import BytesIO
from itertools import accumulate, repeat
from math import cos, exp, pi
from operator import mul
from typing import TYPE_CHECKING

from msgspec import Struct

from calmcli.timeline import MS_PER_S, Cue

if TYPE_CHECKING:
    from collections.abc import Iterator

RATE = 48_000
"""Samples a second: whole ones in every millisecond."""
SAMPLES_PER_MS = RATE // MS_PER_S
BYTES_PER_SAMPLE = 2
FULL_SCALE = 32_767
LOUDEST = 0.45
"""The peak of a chime at full volume, of full scale: speech beside it never clips."""

_NOTE_MS, _APART_MS = 1_200, 180
_ATTACK_MS, _FADE_MS = 10, 120
_PARTIALS = ((1.0, 1.0, 0.30), (2.0, 0.22, 0.16), (3.01, 0.07, 0.09))
"""How many times the note, how strong, and the seconds in which it falls to a third."""


class Chime(Struct, frozen=True):
    """A soft sound that says which way a cue goes."""

    name: str
    notes: tuple[float, ...]
    """In hertz, one after another."""
    strength: float = 1.0
    """Of the volume chosen, 0 to 1."""

    @property
    def length_ms(self) -> int:
        """How long it rings, in milliseconds."""
        return _NOTE_MS + _APART_MS * (len(self.notes) - 1)


RISING = Chime("rising", (440.0, 660.0))
FALLING = Chime("falling", (392.0, 261.63))
STILL = Chime("still", (523.25,), strength=0.6)
CHIMES = (RISING, FALLING, STILL)


def chime_of(cue: Cue) -> Chime:
    """The chime of a cue, by the way its level goes."""
    if cue.level_to == cue.level_from:
        return STILL
    return RISING if cue.level_to > cue.level_from else FALLING


@cache
def samples_of(chime: Chime, volume: float) -> array[int]:
    """A chime at a volume in percent."""
    length = chime.length_ms * SAMPLES_PER_MS
    total = [0.0] * length
    for number, note in enumerate(chime.notes):
        begin = number * _APART_MS * SAMPLES_PER_MS
        for place, value in enumerate(_note(note), begin):
            total[place] += value
    peak = max(map(abs, total))
    # what is heard as half as loud is about a quarter of the height
    scale = FULL_SCALE * LOUDEST * chime.strength * (volume / 100) ** 2 / peak
    return array("h", [round(value * scale) for value in total])


@cache
def wav_of(chime: Chime, volume: float) -> bytes:
    """A chime as a whole sound file."""
    file = BytesIO()
    with wave.open(file, "wb") as sound:
        describe(sound)
        sound.writeframes(samples_of(chime, volume).tobytes())
    return file.getvalue()


def describe(sound: wave.Wave_write) -> None:
    """Say in a sound file's beginning what every sound of ours is."""
    sound.setnchannels(1)
    sound.setsampwidth(BYTES_PER_SAMPLE)
    sound.setframerate(RATE)


def faded(samples: array[int], length: int) -> array[int]:
    """Its first samples only, without a click where it is cut."""
    if len(samples) <= length:
        return samples
    cut = samples[:length]
    span = min(length, _FADE_MS * SAMPLES_PER_MS)
    for step in range(span):
        cut[length - 1 - step] = round(cut[length - 1 - step] * _eased(step / span))
    return cut


def _note(frequency: float) -> list[float]:
    length, attack, fade = (ms * SAMPLES_PER_MS for ms in (_NOTE_MS, _ATTACK_MS, _FADE_MS))
    first, second, third = (
        _ringing(frequency * times, strength, decay_s, length)
        for times, strength, decay_s in _PARTIALS
    )
    note = [a.imag + b.imag + c.imag for a, b, c in zip(first, second, third, strict=True)]
    for step in range(attack):
        note[step] *= _eased(step / attack)
    for step in range(fade):
        note[-1 - step] *= _eased(step / fade)
    return note


def _ringing(frequency: float, strength: float, decay_s: float, length: int) -> Iterator[complex]:
    """A point that circles and sinks towards the middle; its height is a tone that rings out."""
    step = rect(exp(-1 / (decay_s * RATE)), 2 * pi * frequency / RATE)
    return accumulate(repeat(step, length - 1), mul, initial=complex(strength))


def _eased(done: float) -> float:
    return (1 - cos(pi * done)) / 2
