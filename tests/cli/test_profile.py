import io
import json
from pathlib import Path

import pytest

from calmcli.cli import profile as command
from calmcli.errors import UsageError
from calmcli.first import FirstFrame
from calmcli.paths import find_places
from calmcli.profile import ITEMS, Profile
from calmcli.shelves import read_profile
from calmcli.words import cautions as said


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("CALMCLI_HOME", str(tmp_path))
    return tmp_path


def typed(*argv: str) -> int:
    return command.run("profile", list(argv), FirstFrame())


def kept(home: Path) -> Profile:
    return read_profile(find_places({"CALMCLI_HOME": str(home)}))


def test_at_first_nothing_has_been_said(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert typed() == 0
    assert capsys.readouterr().out == f"{said.EMPTY}\n"
    assert list(home.iterdir()) == []


def test_one_answer_is_set_and_opened_again(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed("set", "lungs", "yes")
    assert kept(home) == Profile(lungs=True)
    typed("show")
    assert "lungs" in capsys.readouterr().out
    typed("set", "lungs", "open")
    assert kept(home) == Profile()


def test_it_is_never_in_the_settings(home: Path) -> None:
    typed("set", "lungs", "yes")
    assert not find_places({"CALMCLI_HOME": str(home)}).settings.exists()


def test_json_names_every_item_and_what_was_left_open_is_null(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    typed("set", "fainting", "no")
    capsys.readouterr()
    typed("show", "--json")
    shown = json.loads(capsys.readouterr().out)
    assert shown["schema_version"] == 1
    assert shown["profile"] == dict.fromkeys(ITEMS) | {"fainting": False}


def test_each_question_is_asked_and_can_be_passed_by(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = ["y", "", "maybe", "n", *[""] * 7]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(_raw("\n".join(answers) + "\n")))
    typed("set")
    assert kept(home) == Profile(heart=True, lungs=False)
    out = capsys.readouterr().out
    assert [question for question in said.QUESTIONS.values() if question not in out] == []
    assert said.HOW_TO_ANSWER_AGAIN in out


def test_what_is_not_answered_stays_as_it_was(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed("set", "heart", "yes")
    typed("set", "lungs", "yes")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(_raw("\n\no\nq\n")))
    typed("set")
    assert kept(home) == Profile(heart=True)
    assert "(yes until now)" in capsys.readouterr().out


def test_clearing_leaves_everything_open(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    typed("set", "heart", "yes")
    typed("clear")
    assert kept(home) == Profile()
    assert said.CLEARED in capsys.readouterr().out


@pytest.mark.parametrize("argv", [["set", "lung", "yes"], ["set", "lungs", "y"], ["set", "lungs"]])
def test_what_cannot_be_is_said_in_one_line(home: Path, argv: list[str]) -> None:
    with pytest.raises(UsageError) as refused:
        typed(*argv)
    assert "\n" not in str(refused.value)
    assert kept(home) == Profile()


def _raw(text: str) -> io.BufferedReader:
    return io.BufferedReader(_Raw(text.encode()))


class _Raw(io.RawIOBase):
    """Bytes that can be read once, as from a pipe."""

    def __init__(self, data: bytes) -> None:
        self._data = io.BytesIO(data)

    def readable(self) -> bool:
        return True

    def readinto(self, into: object) -> int:
        return self._data.readinto(into)  # type: ignore[arg-type]
