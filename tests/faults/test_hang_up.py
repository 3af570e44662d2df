"""The terminal is closed: gone within about a second, the entry saved, no processor spinning."""

import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from faults.program import APP, FRONTS, PLAIN, Front, entries, world
from harness.terminal import Terminal

ABOUT_A_SECOND = 3.0
"""One, and what a busy machine may add to it."""
LITTLE_WORK = 2.0
"""Seconds of processor time that a start and an end may take, and no more."""
BEHIND = """
import sys
from textual.drivers import _writer_thread
_writer_thread.MAX_QUEUED_WRITES = 1
from calmcli.__main__ import main
sys.exit(main())
"""
"""calmcli on a terminal that takes one thing at a time, as where the machine is busy."""

every_front = pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS)
HEARD, UNHEARD = (), (signal.SIGHUP,)
heard_or_not = pytest.mark.parametrize("ignored", [HEARD, UNHEARD], ids=["heard", "ignored"])


@every_front
@heard_or_not
def test_a_closed_terminal_ends_the_session_saves_it_and_is_no_fault_of_ours(
    tmp_path: Path, front: Front, ignored: tuple[signal.Signals, ...]
) -> None:
    with front.start(tmp_path, ignored=ignored) as run:
        front.go_to_session(run)
        run.close_terminal()
        assert run.wait_exit(timeout=ABOUT_A_SECOND) == 129
        assert run.cpu_seconds() < LITTLE_WORK
    assert not (tmp_path / "logs").exists()
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["after"], entry["ended"]) == (7, None, "stopped")


@pytest.mark.parametrize(("front", "ignored"), [(APP, UNHEARD), (PLAIN, HEARD)])
def test_a_terminal_closed_at_the_question_before_leaves_no_entry(
    tmp_path: Path, front: Front, ignored: tuple[signal.Signals, ...]
) -> None:
    with front.start(tmp_path, ignored=ignored) as run:
        front.go_to_rating(run)
        run.close_terminal()
        assert run.wait_exit(timeout=ABOUT_A_SECOND) == 129
        assert run.cpu_seconds() < LITTLE_WORK
    assert entries(tmp_path) == []


@pytest.mark.parametrize(("front", "ignored"), [(APP, HEARD), (PLAIN, UNHEARD)])
def test_a_terminal_closed_at_the_question_after_keeps_the_session(
    tmp_path: Path, front: Front, ignored: tuple[signal.Signals, ...]
) -> None:
    with front.start(tmp_path, ignored=ignored) as run:
        front.go_to_after(run)
        run.close_terminal()
        assert run.wait_exit(timeout=ABOUT_A_SECOND) == 129
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["after"], entry["ended"]) == (7, None, "stopped")


@every_front
def test_a_terminal_closed_while_paused_ends_it_too(tmp_path: Path, front: Front) -> None:
    with front.start(tmp_path, ignored=[signal.SIGHUP]) as run:
        front.go_to_session(run)
        run.send(" " if not front.options else "\r")
        run.wait_for("[Pp]aused")
        run.close_terminal()
        assert run.wait_exit(timeout=ABOUT_A_SECOND) == 129
    (entry,) = entries(tmp_path)
    assert entry["ended"] == "stopped"


def test_a_terminal_closed_before_it_took_what_was_drawn_holds_nobody(tmp_path: Path) -> None:
    argv = [sys.executable, "-c", BEHIND, "now"]
    with Terminal(argv, env=world(tmp_path), ignored=UNHEARD) as run:
        run.wait_for("space pause")
        run.close_terminal()
        assert run.wait_exit(timeout=ABOUT_A_SECOND) == 129
    (entry,) = entries(tmp_path)
    assert entry["ended"] == "stopped"
