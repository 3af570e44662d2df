from array import array
from math import pi, sin

import pytest

from calmcli.audio.resampling import at_our_rate, trimmed, with_peak
from hearing import RATE, strength


@pytest.mark.parametrize("rate", [8_000, 16_000, 22_050, 24_000, 44_100, 48_000])
def test_a_tone_keeps_its_height_its_length_and_its_strength(rate: int) -> None:
    tone = array("h", [round(10_000 * sin(2 * pi * 440 * i / rate)) for i in range(rate // 2)])
    made = at_our_rate(tone, rate)
    assert len(made) == RATE // 2
    assert strength(made, 440) == pytest.approx(10_000, rel=0.02)
    assert strength(made, 880) < 100


def test_the_silence_around_a_sound_is_taken_away() -> None:
    assert trimmed(array("h", [0, 3, 0, 900, 0, -1000, 5, 0])).tolist() == [900, 0, -1000]


@pytest.mark.parametrize("samples", [[], [0, 0, 0]])
def test_nothing_but_silence_is_no_recording(samples: list[int]) -> None:
    with pytest.raises(ValueError, match="array"):
        trimmed(array("h", samples))


def test_a_faint_recording_becomes_as_loud_as_any() -> None:
    assert max(with_peak(array("h", [1, -4, 2]), 0.5)) == round(0.25 * 32_767)
