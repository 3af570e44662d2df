import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from calmcli.settings import Sound
from calmcli.timeline import Cue
from calmcli.voice import aloud as room
from calmcli.voice import programs as known
from calmcli.voice import ringing
from calmcli.voice.aloud import Aloud
from calmcli.voice.chime_files import ChimeFiles
from calmcli.voice.chimes import Chime
from calmcli.voice.outlet import Order, Program
from programs import HANGS, SPEAKS, heard, is_running, name_of, noted, program, until

IN = Cue(0, 4_000, "Breathe in", 0, 1, 0)
OUT = Cue(4_000, 6_000, "Breathe out", 1, 0, 0)


@pytest.fixture
def speech(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The log of a speech program of our own, the only one there is."""
    log = tmp_path / "speech"
    monkeypatch.setattr(known, "speech_programs", lambda: [program(log, HANGS)])
    return log


@pytest.fixture
def chimes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The log of a player of our own, the only one there is."""
    log = tmp_path / "chimes"
    argv = [sys.executable, "-I", "-c", SPEAKS, str(log)]
    player: Program[Path] = Program("plays", lambda path: Order(argv, name_of(path)))
    monkeypatch.setattr(ringing, "player_programs", lambda: [player])
    return log


@pytest.fixture
def rung(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    rung: list[str] = []
    monkeypatch.setattr(room, "_ring_bell", lambda: rung.append("bell"))
    return rung


@pytest.fixture
def opened() -> Iterator[list[Aloud]]:
    opened: list[Aloud] = []
    yield opened
    for each in opened:
        each.close()


def aloud_with(opened: list[Aloud], **chosen: float) -> Aloud:
    opened.append(Aloud(Sound(**chosen)))  # type: ignore[arg-type]
    opened[-1].get_ready()
    return opened[-1]


def test_nothing_is_heard_unless_it_is_chosen(
    opened: list[Aloud], speech: Path, chimes: Path, rung: list[str]
) -> None:
    aloud = aloud_with(opened)
    aloud.tell(IN, 100)
    aloud.hush()
    assert aloud._speech is None
    assert aloud._chimes is None
    assert rung == []


def test_a_cue_is_spoken_with_its_seconds_at_the_present_pace(
    opened: list[Aloud], speech: Path
) -> None:
    aloud_with(opened, voice=True).tell(IN, 80)
    until(lambda: heard(speech) == ["Breathe in, 5"])


def test_no_chime_is_made_before_the_first_cue(
    opened: list[Aloud], chimes: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[str] = []
    make = ChimeFiles.path

    def path(files: ChimeFiles, chime: Chime) -> Path:
        made.append(chime.name)
        return make(files, chime)

    monkeypatch.setattr(ChimeFiles, "path", path)
    aloud = aloud_with(opened, chimes=True)
    aloud.tell(IN, 100)
    until(lambda: heard(chimes) == ["rising.wav"])
    assert made == ["rising"]


def test_each_cue_has_the_chime_of_its_own_way(opened: list[Aloud], chimes: Path) -> None:
    aloud = aloud_with(opened, chimes=True)
    for number, cue in enumerate((IN, OUT), start=1):
        aloud.tell(cue, 100)
        until(lambda: len(heard(chimes)) == number)  # noqa: B023  waited for within the round
    assert heard(chimes) == ["rising.wav", "falling.wav"]


def test_the_voice_is_switched_on_and_off_at_once(opened: list[Aloud], speech: Path) -> None:
    aloud = aloud_with(opened)
    assert aloud.switch_voice()
    aloud.tell(IN, 100)
    until(lambda: heard(speech) == ["Breathe in, 4"])
    aloud.switch_voice()
    until(lambda: not is_running(noted(speech)[0]["pid"]))
    aloud.tell(OUT, 100)
    aloud.close()
    assert len(heard(speech)) == 1


def test_where_nothing_can_speak_switching_says_so(
    opened: list[Aloud], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(known, "speech_programs", list)
    aloud = aloud_with(opened)
    assert not aloud.switch_voice()
    aloud.tell(IN, 100)


def test_silence_falls_at_once(opened: list[Aloud], speech: Path) -> None:
    aloud = aloud_with(opened, voice=True)
    aloud.tell(IN, 100)
    until(lambda: heard(speech))
    aloud.hush()
    until(lambda: not is_running(noted(speech)[0]["pid"]))


@pytest.mark.parametrize(("bell", "rings"), [(True, ["bell", "bell"]), (False, [])])
def test_the_bell_is_the_last_resort_and_only_by_choice(
    opened: list[Aloud],
    monkeypatch: pytest.MonkeyPatch,
    rung: list[str],
    bell: bool,
    rings: list[str],
) -> None:
    monkeypatch.setattr(ringing, "player_programs", list)
    aloud = aloud_with(opened, chimes=True, bell=bell)
    aloud.tell(IN, 100)
    aloud.tell(OUT, 100)
    assert rung == rings


def test_no_bell_rings_where_a_chime_can_be_played(
    opened: list[Aloud], chimes: Path, rung: list[str]
) -> None:
    aloud_with(opened, chimes=True, bell=True).tell(IN, 100)
    until(lambda: heard(chimes))
    assert rung == []


def test_what_was_switched_by_hand_stays_until_something_else_is_set(
    opened: list[Aloud], speech: Path
) -> None:
    aloud = aloud_with(opened)
    aloud.switch_voice()
    spoke = []
    for choice in (Sound(), Sound(volume=10)):
        aloud.choose(choice)
        spoke.append(aloud.speaks)
    assert spoke == [True, False]
