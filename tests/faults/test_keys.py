"""Leaving by keyboard: Ctrl+C at once from anywhere, `q` calmly."""

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from calmcli.words import session as words
from faults.program import APP, FRONTS, PLAIN, Front, assert_left_as_found, entries

CTRL_C = "\x03"
every_front = pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS)


@every_front
def test_ctrl_c_at_the_question_before_leaves_nothing_behind(tmp_path: Path, front: Front) -> None:
    with front.start(tmp_path) as run:
        front.go_to_rating(run)
        run.send(CTRL_C)
        assert run.wait_exit() == 130
        assert_left_as_found(run)
    assert entries(tmp_path) == []


@every_front
def test_ctrl_c_in_mid_session_ends_at_once_and_asks_nothing(tmp_path: Path, front: Front) -> None:
    with front.start(tmp_path) as run:
        front.go_to_session(run)
        run.send(CTRL_C)
        assert run.wait_exit() == 130
        assert_left_as_found(run)
        assert words.ASK_AFTER.encode() not in run.raw()
        assert words.KEPT["journal"] in run.screen_text()
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["after"], entry["ended"]) == (7, None, "stopped")


@every_front
def test_ctrl_c_at_the_question_after_keeps_the_session(tmp_path: Path, front: Front) -> None:
    with front.start(tmp_path) as run:
        front.go_to_after(run)
        run.send(CTRL_C)
        assert run.wait_exit() == 130
        assert_left_as_found(run)
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["after"], entry["ended"]) == (7, None, "stopped")


@every_front
def test_q_ends_the_session_and_q_again_leaves(tmp_path: Path, front: Front) -> None:
    with front.start(tmp_path) as run:
        front.go_to_after(run)
        run.send("q" if front is APP else "q\r")
        assert run.wait_exit() == 0
        assert_left_as_found(run)
        assert words.KEPT["journal"] in run.screen_text()
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["after"], entry["ended"]) == (7, None, "stopped")


def test_the_app_takes_the_whole_screen_and_gives_it_back(tmp_path: Path) -> None:
    with APP.start(tmp_path) as run:
        APP.go_to_rating(run)
        assert "?1049h" in run.modes_left()
        assert not run.termios_restored()
        run.send("q")
        assert run.wait_exit() == 0
        assert_left_as_found(run)
        assert run.screen_text() == ""


def test_plain_mode_never_touches_the_terminal(tmp_path: Path) -> None:
    with PLAIN.start(tmp_path) as run:
        PLAIN.go_to_session(run)
        assert_left_as_found(run)
        assert b"\x1b" not in run.raw()
