from pathlib import Path

import pytest

from calmcli.settings import Sound
from calmcli.voice import checking
from calmcli.voice.checking import sound_check
from calmcli.voice.outlet import Order, Program
from calmcli.words import sound as said
from programs import FAILS, HANGS, SPEAKS, heard, is_running, name_of, noted, program


@pytest.fixture
def there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, Path]:
    """A voice and a player that work; the logs of what they were given."""
    speech, player = tmp_path / "speech", tmp_path / "player"
    install(monkeypatch, program(speech, SPEAKS), program(player, SPEAKS, "plays"))
    return speech, player


def install(
    monkeypatch: pytest.MonkeyPatch, voice: Program[str] | None, player: Program[str] | None
) -> None:
    players = [] if player is None else [playing(player)]
    monkeypatch.setattr(checking, "speech_programs", lambda: [voice] if voice else [])
    monkeypatch.setattr(checking, "player_programs", lambda: players)


def playing(given: Program[str]) -> Program[Path]:
    def order(path: Path) -> Order:
        assert path.read_bytes().startswith(b"RIFF")
        return given.order(name_of(path))

    return Program(given.name, order)


def test_each_chime_and_the_voice_are_heard_and_named_before(there: tuple[Path, Path]) -> None:
    lines: list[str] = []
    result = sound_check(Sound(volume=30), lines.append)
    speech, player = there
    assert result == (4, 0)
    assert lines == ["Voice: speaks.", "Chimes: plays, at volume 30.", *said.TRIALS.values()]
    assert heard(player) == ["rising.wav", "falling.wav", "still.wav"]
    assert heard(speech) == [said.SPOKEN_TRIAL]


def test_where_there_is_nothing_it_is_said_what_there_could_be(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    install(monkeypatch, None, None)
    lines: list[str] = []
    assert sound_check(Sound(), lines.append) == (0, 0)
    assert lines == [said.NO_SPEECH, said.NO_PLAYER]


@pytest.mark.parametrize("does", [FAILS, HANGS])
def test_what_cannot_be_heard_is_named_and_nothing_of_it_is_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, does: str
) -> None:
    install(monkeypatch, program(tmp_path / "log", does), None)
    lines: list[str] = []
    assert sound_check(Sound(), lines.append, 0.5 if does == HANGS else 20) == (0, 1)
    assert lines[-1] == said.NOT_HEARD.format(name="speaks")
    assert not [each for each in noted(tmp_path / "log") if is_running(each["pid"])]


def test_what_another_program_can_do_is_not_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad, able = program(tmp_path / "bad", FAILS, "bad"), program(tmp_path / "able", SPEAKS, "able")
    monkeypatch.setattr(checking, "speech_programs", lambda: [bad, able])
    monkeypatch.setattr(checking, "player_programs", list)
    lines: list[str] = []
    assert sound_check(Sound(), lines.append) == (1, 0)
    assert lines[-2:] == [
        said.NOT_HEARD.format(name="bad"),
        said.HEARD_INSTEAD.format(name="able"),
    ]
