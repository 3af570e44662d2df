"""`calmcli forget`, typed at a terminal."""

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from calmcli.paths import find_places
from calmcli.words import forgetting as said
from faults.program import COMMAND, assert_left_as_found, world
from harness.terminal import Terminal
from journals import entry, keep

CTRL_C = "\x03"


@pytest.fixture
def home(tmp_path: Path) -> Path:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    keep(places, [entry()])
    places.settings.write_text("plain = true\n", encoding="utf-8")
    places.scripts.mkdir()
    (places.scripts / "mine.yaml").write_text("title: Mine", encoding="utf-8")
    return tmp_path


def files(home: Path) -> list[str]:
    return sorted(each.name for each in home.rglob("*") if each.is_file())


def test_two_typed_words_leave_nothing_at_all(home: Path) -> None:
    with Terminal([*COMMAND, "forget"], env=world(home)) as run:
        run.wait_for("cannot reach(.|\n)*Type 'forget'")
        run.send("forget\r")
        run.wait_for("Files removed: 2(.|\n)*Type 'scripts'")
        assert files(home) == ["mine.yaml"]
        run.send("scripts\r")
        assert run.wait_exit() == 0
        assert_left_as_found(run)
    assert list(home.iterdir()) == []


def test_ctrl_c_at_the_question_leaves_everything_as_it_is(home: Path) -> None:
    before = files(home)
    with Terminal([*COMMAND, "forget"], env=world(home)) as run:
        run.wait_for(said.ASK.format(word=said.WORD)[:20])
        run.send(CTRL_C)
        assert run.wait_exit() == 130
        assert_left_as_found(run)
    assert files(home) == before
