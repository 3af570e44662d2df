import sys
from pathlib import Path

import pytest

from calmcli.audio.recorders import find_recorder


@pytest.fixture
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, the only one in which programs are found."""
    monkeypatch.setenv("PATH", str(tmp_path))
    return tmp_path


def install(programs: Path, *names: str) -> None:
    for name in names:
        (programs / name).touch(mode=0o755)


def test_without_a_speech_program_nobody_speaks(programs: Path) -> None:
    assert find_recorder() is None


@pytest.mark.parametrize(
    ("system", "names", "chosen"),
    [
        ("linux", ["espeak"], "espeak"),
        ("linux", ["espeak", "espeak-ng", "say", "spd-say"], "espeak-ng"),
        ("darwin", ["espeak-ng", "say"], "say"),
    ],
)
def test_the_one_that_fits_the_system_speaks(
    programs: Path, monkeypatch: pytest.MonkeyPatch, system: str, names: list[str], chosen: str
) -> None:
    install(programs, *names)
    monkeypatch.setattr(sys, "platform", system)
    found = find_recorder()
    assert found is not None
    assert found.name == chosen


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_it_is_told_where_to_write_and_takes_its_words_from_its_input(
    programs: Path, monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    install(programs, "espeak-ng", "say")
    monkeypatch.setattr(sys, "platform", system)
    found = find_recorder()
    assert found is not None
    usual, faster = (found.argv(Path("a b.wav"), quick) for quick in (False, True))
    assert usual[0] == found.name
    assert "a b.wav" in usual
    assert {"--stdin", "-f"} & set(usual)
    assert usual != faster


def test_a_quote_in_a_windows_path_ends_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr("calmcli.audio.recorders.which", lambda name: name)
    found = find_recorder()
    assert found is not None
    assert (
        "SetOutputToWaveFile('C:/O''Brien/a.wav')"
        in found.argv(Path("C:/O'Brien/a.wav"), False)[-1]
    )
