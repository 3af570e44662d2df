from __future__ import annotations  # 3.11 cannot subscript an array as it runs

import wave
from array import array
from io import BytesIO

import pytest

from calmcli.timeline import Cue
from calmcli.voice.chimes import (
    CHIMES,
    FALLING,
    FULL_SCALE,
    RISING,
    STILL,
    Chime,
    chime_of,
    faded,
    samples_of,
    wav_of,
)
from hearing import PER_MS, RATE, loudness, strength

SECOND_NOTE = slice(250 * PER_MS, 450 * PER_MS)
FIRST_NOTE = slice(0, 170 * PER_MS)


def strongest(samples: array[int]) -> float:
    tones = {note for chime in CHIMES for note in chime.notes}
    return max(tones, key=lambda note: strength(samples, note))


@pytest.mark.parametrize(
    ("levels", "chime"),
    [((0, 1), RISING), ((0.75, 1), RISING), ((1, 0), FALLING), ((1, 1), STILL), ((0, 0), STILL)],
)
def test_which_chime_a_cue_has_follows_from_the_way_its_level_goes(
    levels: tuple[float, float], chime: Chime
) -> None:
    assert chime_of(Cue(0, 4000, "any words", *levels, 0)) is chime


def test_in_and_out_are_told_apart_by_their_interval() -> None:
    for chime in (RISING, FALLING):
        samples = samples_of(chime, 60)
        assert strongest(samples[FIRST_NOTE]) == chime.notes[0]
        assert strongest(samples[SECOND_NOTE]) == chime.notes[1]
    assert RISING.notes[1] / RISING.notes[0] == pytest.approx(3 / 2)
    assert FALLING.notes[1] / FALLING.notes[0] == pytest.approx(2 / 3, abs=0.002)


def test_no_note_of_one_chime_is_heard_in_another() -> None:
    for chime in CHIMES:
        samples = samples_of(chime, 60)
        own = min(strength(samples, note) for note in chime.notes)
        for other in set(CHIMES) - {chime}:
            assert all(strength(samples, note) < own / 4 for note in other.notes)


def test_in_and_out_are_about_as_loud_as_each_other() -> None:
    up, down = (loudness(samples_of(chime, 60)) for chime in (RISING, FALLING))
    assert up == pytest.approx(down, rel=0.15)


@pytest.mark.parametrize("chime", CHIMES)
def test_a_chime_is_soft_at_both_ends_and_rings_out(chime: Chime) -> None:
    samples = samples_of(chime, 100)
    peak = max(map(abs, samples))
    assert len(samples) == chime.length_ms * PER_MS
    assert samples[0] == 0
    assert abs(samples[-1]) < peak / 100
    assert max(map(abs, samples[: 2 * PER_MS])) < peak / 3
    assert max(map(abs, samples[-200 * PER_MS :])) < peak / 10
    assert peak < FULL_SCALE / 2


@pytest.mark.parametrize("chime", CHIMES)
def test_a_chime_is_louder_at_more_volume_and_silent_at_none(chime: Chime) -> None:
    heights = [max(map(abs, samples_of(chime, volume))) for volume in (0, 1, 30, 60, 100)]
    assert heights[0] == 0
    assert heights == sorted(heights)
    assert len(set(heights)) == 5


def test_a_chime_that_is_cut_short_ends_without_a_click() -> None:
    whole = samples_of(RISING, 100)
    cut = faded(whole, 400 * PER_MS)
    assert len(cut) == 400 * PER_MS
    assert cut[: 280 * PER_MS] == whole[: 280 * PER_MS]
    assert cut[-1] == 0
    assert faded(whole, len(whole)) == whole


def test_a_chime_as_a_file_is_one_that_anything_plays() -> None:
    with wave.open(BytesIO(wav_of(STILL, 60))) as sound:
        assert sound.getparams()[:3] == (1, 2, RATE)
        assert array("h", sound.readframes(RATE * 9)) == samples_of(STILL, 60)
