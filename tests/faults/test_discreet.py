"""A session in a few rows under the prompt: nothing above is touched, and nothing stays behind."""

import re
import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there is no such driver", allow_module_level=True)

from calmcli.words import session as words
from faults.program import COMMAND, assert_left_as_found, entries, world
from harness.terminal import Terminal

ABOVE = ["one", "two", "three"]
SHELL = """
printf 'one\\ntwo\\nthree\\n'; "$@"; code=$?; exit $code
"""


def start(home: Path, *arguments: str, cols: int = 80, rows: int = 24) -> Terminal:
    argv = ["bash", "-c", SHELL, "sh", *COMMAND, *(arguments or ("breathe",)), "--discreet"]
    return Terminal(argv, env=world(home), cols=cols, rows=rows)


def lines(run: Terminal) -> list[str]:
    return run.screen_text().split("\n")


@pytest.mark.parametrize(("cols", "rows"), [(80, 24), (40, 15), (20, 5), (80, 4)])
def test_a_whole_session_leaves_one_line_behind(tmp_path: Path, cols: int, rows: int) -> None:
    with start(tmp_path, cols=cols, rows=rows) as run:
        run.wait_for("How much distress")
        run.send("7\r")
        run.wait_for("Breathe in")
        assert len([line for line in lines(run) if line not in ABOVE]) <= 3
        run.send("q")
        run.wait_for(re.escape(words.ASK_AFTER))
        run.send("7\r")
        run.wait_for("About the same")
        run.send("\r")
        assert run.wait_exit() == 0
        assert_left_as_found(run)
        left = " ".join("".join(lines(run)[-2:]).split())
        assert left.replace(" ", "").endswith("inthejournal")
        if rows > 10:
            assert lines(run)[:3] == ABOVE
            assert lines(run)[3].startswith("Long out-breath")
        assert "Breathe in" not in run.screen_text()
        assert b"\x1b[?1049" not in run.raw()
        assert b"\x1b[2J" not in run.raw()
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["after"], entry["ended"]) == (7, 7, "stopped")


def test_a_page_has_more_rows_and_gives_them_back(tmp_path: Path) -> None:
    with start(tmp_path, "now") as run:
        run.wait_for("Breathe in")
        run.send("h")
        run.wait_for("help now")
        run.wait_for("q back")
        assert lines(run)[:3] == ABOVE
        run.send("q")
        run.wait_for("g ground me")
        assert lines(run)[:3] == ABOVE
        assert len(lines(run)) == 6
        run.send("\x03")
        assert run.wait_exit() == 130
        assert_left_as_found(run)


@pytest.mark.parametrize("way", ["\x1a", "SIGTSTP"], ids=["Ctrl+Z", "SIGTSTP"])
def test_put_aside_it_is_gone_and_taken_up_it_is_there(tmp_path: Path, way: str) -> None:
    argv = [*COMMAND, "now", "--discreet"]
    with Terminal(argv, env=world(tmp_path)) as run:
        run.wait_for("Breathe in")
        run.wait_for("pause")
        if way == "\x1a":
            run.send(way)
        else:
            run.signal(signal.Signals[way])
        run.wait_stopped()
        assert_left_as_found(run)
        assert "Breathe in" not in run.screen_text()
        run.signal(signal.SIGCONT)
        run.wait_continued()
        run.wait_for("Breathe in")
        run.send("\x03")
        assert run.wait_exit() == 130
        assert_left_as_found(run)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT, signal.SIGINT])
def test_ended_from_outside_the_terminal_is_as_it_was_found(
    tmp_path: Path, number: signal.Signals
) -> None:
    with Terminal([*COMMAND, "now", "--discreet"], env=world(tmp_path)) as run:
        run.wait_for("pause")
        run.signal(number)
        assert run.wait_exit() == 128 + number
        assert_left_as_found(run)
        assert "pause" not in run.screen_text()
    (entry,) = entries(tmp_path)
    assert entry["ended"] == "stopped"


def test_resized_it_is_drawn_anew_where_it_is(tmp_path: Path) -> None:
    with start(tmp_path, "now") as run:
        run.wait_for("pause")
        for cols, rows in ((60, 24), (30, 10), (100, 30), (2, 1), (80, 24)):
            run.resize(cols, rows)
            run.screen_text()
        run.wait_for("space pause")
        run.wait_for("left$")
        run.send("\x03")
        assert run.wait_exit() == 130
        assert_left_as_found(run)


def test_it_has_no_colours_of_its_own_and_leaves_the_mouse_alone(tmp_path: Path) -> None:
    with Terminal([*COMMAND, "now", "--discreet"], env=world(tmp_path)) as run:
        run.wait_for("pause")
        run.send("\x03")
        assert run.wait_exit() == 130
        assert not re.search(rb"\x1b\[[0-9;]*(38|48);", run.raw())
        assert b"\x1b[?1000h" not in run.raw()
