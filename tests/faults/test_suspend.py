"""Put aside and taken up again: Ctrl+Z, SIGTSTP and SIGSTOP from outside.

The tests of longer absences are the only ones here that let real time go by, and they do it all
at once: every program that is to be away for longer than two seconds is away at the same time.
"""

import signal
import sys
import time
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there is no such thing", allow_module_level=True)

from calmcli.words import session as words
from faults.program import APP, FIRST_CUE, PLAIN, assert_left_as_found, entries
from harness.terminal import NotSeenError, Terminal

CTRL_Z = "\x1a"
AWAY_S = 3.3
"""The next change on the screen is at most one second off, and two more mean that one was away."""


def put_aside(run: Terminal, way: str) -> None:
    """Suspend the program, and wait until it is."""
    if way == CTRL_Z:
        run.send(CTRL_Z)
    else:
        run.signal(signal.Signals[way])
    run.wait_stopped()


def take_up(run: Terminal) -> None:
    """Bring the program back into the foreground."""
    run.signal(signal.SIGCONT)
    run.wait_continued()


def choose(run: Terminal, rating: int) -> None:
    """Type a number until it is heard: what is typed while the screen comes back may be lost."""
    for _ in range(9):
        run.send(str(rating))
        with suppress(NotSeenError):
            run.wait_for(words.BANDS[rating], timeout=0.5)
            return
    run.wait_for(words.BANDS[rating])


@pytest.mark.parametrize("way", [CTRL_Z, "SIGTSTP"], ids=["Ctrl+Z", "SIGTSTP"])
def test_while_suspended_the_terminal_is_as_it_was_found(tmp_path: Path, way: str) -> None:
    with APP.start(tmp_path) as run:
        APP.go_to_session(run)
        in_use = run.modes_left()
        put_aside(run, way)
        assert_left_as_found(run)
        assert FIRST_CUE not in run.screen_text()
        take_up(run)
        run.wait_for(r"^ +3$")
        assert run.modes_left() == in_use
        assert not run.termios_restored()
        run.send("q")
        run.wait_for("And now")
        run.send("q")
        assert run.wait_exit() == 0
        assert_left_as_found(run)


@pytest.mark.parametrize("way", [CTRL_Z, "SIGTSTP", "SIGSTOP"], ids=["Ctrl+Z", "TSTP", "STOP"])
def test_suspended_three_times_it_still_leaves_nothing_behind(tmp_path: Path, way: str) -> None:
    with APP.start(tmp_path) as run:
        APP.go_to_rating(run)
        for rating in (9, 5, 3):
            put_aside(run, way)
            take_up(run)
            run.wait_for("How much distress")
            choose(run, rating)
        run.send("\r")
        run.wait_for(FIRST_CUE)
        run.send("\x03")
        assert run.wait_exit() == 130
        assert_left_as_found(run)
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["ended"]) == (3, "stopped")


@pytest.mark.parametrize("way", [CTRL_Z, "SIGTSTP", "SIGSTOP"], ids=["Ctrl+Z", "TSTP", "STOP"])
def test_lines_go_on_after_a_short_absence(tmp_path: Path, way: str) -> None:
    with PLAIN.start(tmp_path) as run:
        PLAIN.go_to_session(run)
        put_aside(run, way)
        assert_left_as_found(run)
        take_up(run)
        run.send("q\r")
        run.wait_for("And now")
        PLAIN.go_to_end(run)
        assert run.wait_exit() == 0
        assert_left_as_found(run)
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["after"], entry["ended"]) == (7, 4, "stopped")


@pytest.mark.parametrize(("number", "way"), [(signal.SIGTERM, CTRL_Z), (signal.SIGHUP, "SIGSTOP")])
def test_ended_while_suspended_it_saves_on_waking(
    tmp_path: Path, number: signal.Signals, way: str
) -> None:
    with APP.start(tmp_path) as run:
        APP.go_to_session(run)
        put_aside(run, way)
        run.signal(number)
        take_up(run)
        assert run.wait_exit() == 128 + number
        assert_left_as_found(run)
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["ended"]) == (7, "stopped")


ABSENCES = {
    "screen by Ctrl+Z": (APP, CTRL_Z),
    "screen by SIGSTOP": (APP, "SIGSTOP"),
    "lines by SIGTSTP": (PLAIN, "SIGTSTP"),
    "lines by SIGSTOP": (PLAIN, "SIGSTOP"),
}


def test_after_a_longer_absence_it_is_paused_where_it_was(tmp_path: Path) -> None:
    with ExitStack() as stack:
        runs = {}
        for name, (front, way) in ABSENCES.items():
            run = stack.enter_context(front.start(tmp_path / name))
            front.go_to_session(run)
            put_aside(run, way)
            runs[name] = run
        time.sleep(AWAY_S)  # the one real wait of all these tests
        for run in runs.values():
            take_up(run)
        for name, run in runs.items():
            front, way = ABSENCES[name]
            check = find_the_screen_waiting if front is APP else find_lines_waiting
            check(run, again=way == "SIGSTOP")
            run.send(front.to_end)
            run.wait_for("And now")
            front.go_to_end(run)
            assert run.wait_exit() == 0, name
            assert_left_as_found(run)
    for name in ABSENCES:
        (entry,) = entries(tmp_path / name)
        assert (entry["before"], entry["after"], entry["ended"]) == (7, 4, "stopped"), name
        assert entry["done_seconds"] < AWAY_S, name


def find_the_screen_waiting(run: Terminal, *, again: bool) -> None:
    """It says that it waited; it goes on from where it was, or from the start of this part."""
    run.wait_for(words.AWAY)
    run.wait_for(FIRST_CUE)
    if again:
        run.send("r")
        run.wait_for(r"^ +4$")
    run.send(" ")
    run.wait_for(r"(?s)\A(?!.*while you were away).*^ +3$")


def find_lines_waiting(run: Terminal, *, again: bool) -> None:
    """The same in lines."""
    run.wait_for(words.AWAY_PLAIN[:40])
    run.send("r\r" if again else "\r")
    run.wait_for(r"(?s)Breathe in, 4.*Breathe in, 4" if again else words.GOING_ON)
