"""Words written to hurt, in every file of a home and in what is typed: none is ever obeyed."""

import re
import sys
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path

import msgspec
import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from calmcli.tui.screens.finding import MOST_LETTERS
from calmcli.words import home as at_home
from calmcli.words import leafing
from calmcli.words import session as words
from calmcli.words import visits as of_visits
from faults.program import APP, COMMAND, FRONTS, Front, assert_left_as_found, world
from harness.several import several, told
from harness.terminal import Terminal
from hostile import (
    DIRECTIONS,
    ESCAPES,
    WORDS,
    found_in,
    hostile_home,
    hostile_settings,
    support_line,
)

TITLE = "\x1b]0;OWNED\x07"
PLAYABLE = ("directions", "markup", "zero-width", "combining", "four-bytes")
COMMANDS = {
    "scripts": [
        ["scripts", "list"],
        ["scripts", "check", "scripts/*.yaml"],
        *(["scripts", "show", name] for name in ("escapes", "markup", "directions", TITLE)),
        ["scripts", "show", "directions", "--yaml"],
        ["scripts", "list", "--json"],
    ],
    "journal": [
        *(["journal", *more.split()] for more in ("list", "list --plain", "list --json", "trends")),
        *(["journal", "export", "--format", form] for form in ("json", "csv", "md")),
        *(["journal", "report", "--notes", "--format", form] for form in ("html", "md")),
        ["journal", "import", "hostile.json"],
        ["journal", "import", "hostile.csv"],
        ["journal", "show", TITLE],
        ["journal", "list", "--kind", TITLE],
    ],
    "visit": [
        *(["visit", *more.split()] for more in ("list", "show 1", "show 1 --json", "templates")),
        *(["visit", "card", "1", "--format", form] for form in ("text", "markdown", "html")),
        *(["visit", *more.split()] for more in ("today 1 --list", "ics 1", "ladder 1")),
        *(["visit", each, TITLE] for each in ("show", "edit", "delete", "new")),
        ["visit", "new", "--template", TITLE],
    ],
    "the rest": [
        ["settings"],
        ["settings", "get", TITLE],
        ["settings", "set", "look.theme", TITLE],
        ["support"],
        ["support", "--json"],
        ["support", "--country", TITLE],
        ["profile", "set", TITLE, "yes"],
        [TITLE],
        ["breathe", TITLE],
        ["breathe", f"--{TITLE}"],
        ["audio", TITLE],
    ],
}


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home full of such words, and two files to be imported."""
    folder = tmp_path_factory.mktemp("hostile")
    hostile_home(folder)
    hostile_settings(folder / "settings.toml")
    row = {"id": WORDS["escapes"], "note": WORDS["escapes"], TITLE: 1}
    taken = {"schema_version": 1, TITLE: WORDS["escapes"], "entries": [row]}
    (folder / "hostile.json").write_bytes(msgspec.json.encode(taken))
    (folder / "hostile.csv").write_text(f"id,{TITLE},note\n{WORDS['escapes']},1,2\n", "utf-8")
    return folder


def files_of(typed: str, home: Path) -> list[str]:
    """The files that a pattern stands for; anything else as it is."""
    return sorted(map(str, home.glob(typed))) if "*" in typed else [typed]


def run_all(commands: Sequence[Sequence[str]], home: Path, statuses: Path) -> Terminal:
    """One command after another on one terminal, as in a shell; a pattern stands for its files."""
    typed = [[name for each in typed for name in files_of(each, home)] for typed in commands]
    return Terminal(several(typed, statuses), env=world(home), cwd=home)


@pytest.mark.parametrize("family", COMMANDS)
def test_no_command_lets_through_what_the_words_ask_for(
    home: Path, family: str, tmp_path: Path
) -> None:
    with run_all(COMMANDS[family], home, tmp_path / "statuses") as run:
        assert run.wait_exit(timeout=300) == 0
        assert_left_as_found(run)
        assert found_in(run.raw()) == []
        assert len(run.raw()) > 1000
    assert len(told(tmp_path / "statuses")) == len(COMMANDS[family])
    assert set(told(tmp_path / "statuses")) <= {0, 1, 2}
    assert not (home / "logs").exists()


def test_support_lines_of_ones_own_are_shown_as_words_and_those_that_act_are_refused(
    home: Path, tmp_path: Path
) -> None:
    commands = [["support"], ["support", "--country", "NZ"]]
    with run_all(commands, home, tmp_path / "statuses") as run:
        run.wait_exit()
        assert found_in(run.raw()) == []
        assert run.raw().count(b"[@click=app.quit]") >= 2
    (tmp_path / "support.yaml").write_text("lines:\n" + support_line(WORDS["escapes"]))
    with run_all(commands, tmp_path, tmp_path / "statuses") as run:
        run.wait_exit()
        assert found_in(run.raw()) == []
        said = "support.yaml:2:11: a control character"
        assert run.raw().count(said.encode()) == len(commands)
        assert run.raw().count(b"112") >= len(commands)


@pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS)
def test_a_session_of_such_words_is_played_and_nothing_of_it_obeyed(
    home: Path, front: Front
) -> None:
    with ExitStack() as stack:
        runs = [
            stack.enter_context(front.start(home, "breathe", script, "--no-journal"))
            for script in PLAYABLE
        ]
        for run in runs:
            front.go_to_rating(run)
            run.send("7\r")
            if front is APP:
                run.wait_for("breath 1 of 1")
                run.send(front.to_end)
        for run in runs:
            run.wait_for(re.escape(words.ASK_AFTER))
            run.send("\x03")
            assert run.wait_exit() == 130
            assert_left_as_found(run)
            assert found_in(run.raw()) == []


def paste(run: Terminal, text: str) -> None:
    """Hand a text to the program as a terminal does with what is pasted."""
    run.send(f"\x1b[200~{text}\x1b[201~")


def test_no_screen_lets_through_what_the_words_ask_for(home: Path) -> None:
    pasted = f"pasted {ESCAPES}{DIRECTIONS} to the end"
    without_escapes = pasted.replace("\x1b", "")
    with Terminal([*COMMAND], env=world(home), rows=40) as run:
        run.wait_for(re.escape(at_home.HOME))
        run.send("/")
        run.wait_for(re.escape(at_home.FIND))
        run.send("\x1b[B" * 60)
        paste(run, without_escapes[:MOST_LETTERS])
        run.wait_for(re.escape(at_home.NOTHING_FOUND))
        run.send("\x1b")
        run.wait_for(re.escape(at_home.HOME))
        run.send("j\r")
        run.wait_for(rf"^ *{leafing.TITLE}$")
        for _ in range(20):
            run.send("\x1b[B")
        run.send("\r")
        run.wait_for("Practised")
        run.send("q")
        run.wait_for(rf"^ *{leafing.TITLE}$")
        run.send("e")
        run.wait_for(re.escape(leafing.NOTE_HEADING))
        paste(run, without_escapes)
        run.wait_for(r"to\s+the\s+end")  # wherever its line breaks
        paste(run, pasted)
        run.wait_for("_Gf=100(?s:.*)_Gf=100")
        run.send("\x1b")
        run.wait_for(rf"^ *{leafing.TITLE}$")
        run.send("q")
        run.wait_for(re.escape(at_home.HOME))
        run.send("/")
        run.wait_for(re.escape(at_home.FIND))
        run.send("visits\r")
        run.wait_for(re.escape(of_visits.MAKE_ONE))
        run.send("\r")
        run.wait_for(r"\[bold red on blue\] words, Sat")
        for _ in range(9):
            run.send("\x1b[B")
        run.send("\x03")
        assert run.wait_exit() == 130
        assert_left_as_found(run)
        assert found_in(run.raw()) == []
