import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from calmcli.audio import making
from calmcli.audio.recorders import Recorder, find_recorder
from calmcli.cli.audio import run
from calmcli.content.library import shipped_script
from calmcli.errors import UsageError
from calmcli.exercises import timeline_of
from calmcli.first import FirstFrame
from hearing import PER_MS, loudness, onset_after, read_wav
from recorded import FAILS, TONE, recorder, said

Type = Callable[..., tuple[str, str]]


@pytest.fixture
def typing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Type:
    """Type what follows `audio` in an empty folder: what it said, what it complained of."""
    monkeypatch.setenv("CALMCLI_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    speaking(monkeypatch, None)

    def type_command(*argv: str) -> tuple[str, str]:
        assert run("audio", list(argv), FirstFrame()) == 0
        return capsys.readouterr()

    return type_command


def speaking(monkeypatch: pytest.MonkeyPatch, found: Recorder | None) -> None:
    monkeypatch.setattr(making, "find_recorder", lambda: found)


def test_a_session_becomes_a_file_as_long_as_itself(typing: Type, tmp_path: Path) -> None:
    out, err = typing("box", "--cycles", "3")
    made, careful = out.splitlines()
    assert made == "box.wav is written: Box breathing, 48 seconds, chimes alone."
    assert careful.startswith("Better left out with heart or blood pressure trouble")
    assert err == ""
    assert len(read_wav(tmp_path / "box.wav")) == 48_000 * PER_MS


def test_the_file_has_the_name_it_was_given(typing: Type, tmp_path: Path) -> None:
    out, _ = typing("even", "--minutes", "0.5", "-o", "my breath.wav")
    assert out.startswith("my breath.wav is written: Even breath, 30 seconds")
    assert len(read_wav(tmp_path / "my breath.wav")) == 30_000 * PER_MS


def test_cues_are_spoken_where_that_can_be_done(
    typing: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speaking(monkeypatch, recorder(tmp_path, TONE))
    out, err = typing("box", "--cycles", "2")
    assert out.splitlines()[0].endswith("chimes and a voice.")
    assert err == ""
    assert said(tmp_path) == ["Breathe in, 4", "Hold, 4", "Breathe out, 4", "Rest, 4"]


def test_speech_that_fails_leaves_the_chimes_and_says_so(
    typing: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speaking(monkeypatch, recorder(tmp_path, FAILS))
    out, err = typing("box", "--cycles", "2")
    assert out.splitlines()[0].endswith("chimes alone.")
    assert (
        err == "calmcli: speaks could not speak all of it, so some cues have their chime alone.\n"
    )
    assert len(read_wav(tmp_path / "box.wav")) == 32_000 * PER_MS


def test_no_voice_asks_for_none(
    typing: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    speaking(monkeypatch, recorder(tmp_path, TONE))
    assert "chimes alone." in typing("box", "--cycles", "1", "--no-voice")[0]


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["pursed"], "Pursed lips goes on for as long as you like. --minutes"),
        (["box", "--voice"], "No speech program .* espeak-ng is one"),
        (["pmr-4", "--cycles", "3"], "Four areas is not counted in breaths"),
        (["bx"], "no script called 'bx'"),
        (["box", "-o", "box.txt"], "has to end in .wav, .opus or .mp3"),
        (["box", "--minutes", "61"], "0.5 to 60"),
        (["pmr-4", "--skip", "wing"], "'wing' is no part"),
    ],
)
def test_what_cannot_be_made_is_refused_and_nothing_is_left(
    typing: Type, tmp_path: Path, argv: list[str], words: str
) -> None:
    with pytest.raises(UsageError, match=words):
        typing(*argv)
    assert [path.name for path in tmp_path.iterdir() if path.name != "home"] == []


def test_nothing_is_written_over_unasked_and_it_is_said_how(typing: Type, tmp_path: Path) -> None:
    (tmp_path / "box.wav").write_text("mine")
    with pytest.raises(UsageError, match=r"stays as it is.*-o NAME.*--overwrite"):
        typing("box", "--cycles", "1")
    assert (tmp_path / "box.wav").read_text() == "mine"
    typing("box", "--cycles", "1", "--overwrite")
    assert len(read_wav(tmp_path / "box.wav")) == 16_000 * PER_MS


def test_an_open_ended_script_is_made_as_long_as_is_asked_for(typing: Type, tmp_path: Path) -> None:
    typing("pursed", "--minutes", "1")
    assert len(read_wav(tmp_path / "pursed.wav")) == 60_000 * PER_MS


def test_areas_left_out_are_left_out_of_the_file_too(typing: Type, tmp_path: Path) -> None:
    typing("pmr-4", "--skip", "leg")
    whole_ms = timeline_of(shipped_script("pmr-4").script).length_ms or 0
    assert len(read_wav(tmp_path / "pmr-4.wav")) == (whole_ms - 40_000) * PER_MS


@pytest.mark.skipif(find_recorder() is None, reason="no program that speaks into a file is here")
@pytest.mark.parametrize("script", ["box", "pmr-4"])
def test_every_cue_is_heard_at_its_time(
    typing: Type, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str
) -> None:
    """Speech alone, with the chimes at no volume: quiet before each cue, loud from it on."""
    speaking(monkeypatch, find_recorder())
    (tmp_path / "home").mkdir()
    (tmp_path / "home" / "settings.toml").write_text("[sound]\nvolume = 0\n")
    length = ("--cycles", "2") if script == "box" else ()
    typing(script, *length)
    samples = read_wav(tmp_path / f"{script}.wav")
    timeline = timeline_of(shipped_script(script).script)
    for cue in (timeline.first_parts(2) if script == "box" else timeline).cues():
        begin, end = cue.start_ms * PER_MS, cue.end_ms * PER_MS
        onset = onset_after(samples, begin, end - begin)
        assert onset is not None
        assert onset - begin < 40 * PER_MS
        assert not any(samples[end - 50 * PER_MS : end])
        assert loudness(samples[begin : begin + 500 * PER_MS]) > 500


@pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not here")
@pytest.mark.parametrize("ending", ["opus", "mp3"])
def test_with_ffmpeg_a_file_of_another_sort_is_as_long(
    typing: Type, tmp_path: Path, ending: str
) -> None:
    typing("box", "--cycles", "1", "-o", f"box.{ending}")
    back = tmp_path / "back.wav"
    argv = ["ffmpeg", "-loglevel", "error", "-i", str(tmp_path / f"box.{ending}"), str(back)]
    subprocess.run(argv, check=True, stdin=subprocess.DEVNULL)
    assert len(read_wav(back)) == pytest.approx(16_000 * PER_MS, abs=100 * PER_MS)
