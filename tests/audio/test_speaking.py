from pathlib import Path

import pytest

from calmcli.audio.recorders import Recorder
from calmcli.audio.speaking import Speech
from calmcli.timeline import Cue
from hearing import PER_MS
from recorded import (
    FAILS,
    HANGS,
    TONE,
    WRITES_NOTHING,
    WRITES_RUBBISH,
    WRITES_SILENCE,
    recorder,
    said,
)


def cue(length_ms: int, words: str = "Breathe in", *, counted: bool = True) -> Cue:
    return Cue(0, length_ms, words, 0, 1, 0, counted=counted)


def test_words_are_said_with_their_seconds_from_their_first_sound_to_their_last(
    tmp_path: Path,
) -> None:
    speech = Speech(recorder(tmp_path, TONE))
    samples = speech.fitting(cue(4_000))
    assert samples is not None
    assert said(tmp_path) == ["Breathe in, 4"]
    assert len(samples) == pytest.approx(len("Breathe in, 4") * 10 * PER_MS, abs=PER_MS)
    assert max(map(abs, samples[: 2 * PER_MS])) > 1_000
    assert (speech.spoken, speech.left_out, speech.failures) == (1, 0, 0)


def test_the_same_words_are_recorded_once(tmp_path: Path) -> None:
    speech = Speech(recorder(tmp_path, TONE))
    assert speech.fitting(cue(4_000)) == speech.fitting(cue(4_000))
    assert len(said(tmp_path)) == 1
    assert speech.spoken == 2


@pytest.mark.parametrize(
    ("length_ms", "last"),
    [(151, "Breathe in, 0.5"), (101, "Breathe in"), (60, "Breathe in|faster")],
)
def test_words_too_long_for_their_cue_are_shortened(
    tmp_path: Path, length_ms: int, last: str
) -> None:
    samples = Speech(recorder(tmp_path, TONE)).fitting(cue(length_ms))
    assert samples is not None
    assert 0 < len(samples) <= length_ms * PER_MS
    assert said(tmp_path)[-1] == last


def test_words_that_fit_in_no_way_are_left_out(tmp_path: Path) -> None:
    speech = Speech(recorder(tmp_path, TONE))
    assert speech.fitting(cue(40)) is None
    assert (speech.spoken, speech.left_out) == (0, 1)
    assert speech.fitting(cue(4_000)) is not None


def test_words_that_look_like_options_are_words(tmp_path: Path) -> None:
    speech = Speech(recorder(tmp_path, TONE))
    assert speech.fitting(cue(4_000, "--version", counted=False)) is not None
    assert said(tmp_path) == ["--version"]


@pytest.mark.parametrize("program", [FAILS, WRITES_NOTHING, WRITES_SILENCE, WRITES_RUBBISH])
def test_a_program_that_cannot_speak_is_asked_three_times_and_no_more(
    tmp_path: Path, program: str
) -> None:
    speech = Speech(recorder(tmp_path, program))
    for number in range(5):
        assert speech.fitting(cue(4_000, f"words {number}")) is None
    assert speech.failures == 3
    assert speech.is_off


def test_a_program_that_hangs_is_ended(tmp_path: Path) -> None:
    speech = Speech(recorder(tmp_path, HANGS), longest_s=0.05)
    assert speech.fitting(cue(4_000)) is None
    assert speech.failures == 1


def test_a_program_that_takes_its_time_can_be_given_up(tmp_path: Path) -> None:
    def give_up() -> None:
        raise KeyboardInterrupt

    speech = Speech(recorder(tmp_path, HANGS), waiting=give_up)
    with pytest.raises(KeyboardInterrupt):
        speech.fitting(cue(4_000))
    assert speech.failures == 0


def test_a_program_that_is_gone_is_a_failure_and_no_fault() -> None:
    speech = Speech(Recorder("gone", lambda _path, _faster: ["/nowhere/gone"]))
    assert speech.fitting(cue(4_000)) is None
    assert speech.failures == 1
