import sys
from pathlib import Path

import pytest

from calmcli.voice import programs
from calmcli.voice.programs import player_programs, speech_programs


@pytest.fixture
def everything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(programs, "which", lambda name: name)


def on(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    monkeypatch.setattr(sys, "platform", system)


def test_only_what_is_installed_is_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, "linux")
    monkeypatch.setenv("PATH", str(tmp_path))
    assert speech_programs() == []
    assert player_programs() == []
    for name in ("espeak-ng", "paplay", "aplay"):
        (tmp_path / name).touch(mode=0o755)
    assert [each.name for each in speech_programs()] == ["espeak-ng"]
    assert [each.name for each in player_programs()] == ["paplay", "aplay"]


@pytest.mark.usefixtures("everything")
@pytest.mark.parametrize(
    ("system", "first"), [("linux", "spd-say"), ("darwin", "say"), ("win32", "powershell")]
)
def test_the_voice_of_the_system_comes_first(
    monkeypatch: pytest.MonkeyPatch, system: str, first: str
) -> None:
    on(monkeypatch, system)
    assert speech_programs()[0].name == first


@pytest.mark.usefixtures("everything")
@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
@pytest.mark.parametrize("words", ["--version", "-o /etc/passwd", "!-!QUIT", "'; rm -rf ~; '"])
def test_words_are_never_an_argument_nor_a_command(
    monkeypatch: pytest.MonkeyPatch, system: str, words: str
) -> None:
    on(monkeypatch, system)
    for each in speech_programs():
        order = each.order(words)
        assert not any(words in argument for argument in order.argv)
        assert order.words == f" {words}\n"


@pytest.mark.usefixtures("everything")
def test_a_file_to_play_is_one_argument(monkeypatch: pytest.MonkeyPatch) -> None:
    on(monkeypatch, "linux")
    path = Path("/somewhere/a b; c.wav")
    assert all(each.order(path).argv[-1] == str(path) for each in player_programs())
    on(monkeypatch, "win32")
    for each in player_programs():
        assert "SoundPlayer 'C:/O''Brien/a.wav'" in each.order(Path("C:/O'Brien/a.wav")).argv[-1]
