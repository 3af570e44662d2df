"""`kill -9`: the rating and the practice so far are kept, as a session that was not finished."""

import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from faults.program import FRONTS, Front, entries, entries_when, world
from harness.streams import redirected
from harness.terminal import Terminal

HURRIED = """
import sys, time
import calmcli.cli.desk as desk
import calmcli.plain.lines as lines
from calmcli.cli.main import run
from calmcli.clock import Clock
from calmcli.first import FirstFrame

began, sleep = time.monotonic_ns(), time.sleep
desk.Clock = lambda: Clock(now=lambda: (time.monotonic_ns() - began) * 50)
lines.time.sleep = lambda seconds: sleep(seconds / 50)
sys.exit(run(["breathe", "long-out", "--no-rating"], FirstFrame()))
"""
"""calmcli in lines, on a clock fifty times as fast."""


@pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS)
def test_a_killed_session_keeps_its_rating_and_is_not_finished(
    tmp_path: Path, front: Front
) -> None:
    with front.start(tmp_path) as run:
        front.go_to_session(run)
        entries_when(tmp_path, bool)
        run.signal(signal.SIGKILL)
        assert run.wait_exit() == -signal.SIGKILL
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["after"], entry["ended"]) == (7, None, "unfinished")
    assert entry["ended_at"] is None


@pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS)
def test_killed_at_the_question_after_the_ended_session_is_kept(
    tmp_path: Path, front: Front
) -> None:
    with front.start(tmp_path) as run:
        front.go_to_after(run)
        entries_when(tmp_path, lambda kept: bool(kept) and kept[0]["ended"] != "unfinished")
        run.signal(signal.SIGKILL)
        run.wait_exit()
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["after"], entry["ended"]) == (7, None, "stopped")


@pytest.mark.parametrize("breaths", [2, 4, 9])
def test_at_most_15_seconds_of_practice_are_lost(tmp_path: Path, breaths: int) -> None:
    argv = redirected([sys.executable, "-c", HURRIED], "</dev/null")
    with Terminal(argv, env=world(tmp_path), rows=60) as run:
        run.wait_for(rf"(?s)(Breathe in, 4.*){{{breaths}}}Breathe out")
        run.signal(signal.SIGKILL)
        run.wait_exit()
        told = run.screen_text()
    practised = told.count("Breathe in, 4") * 4 + (told.count("Breathe out, 6") - 1) * 6
    (entry,) = entries(tmp_path)
    assert entry["ended"] == "unfinished"
    assert practised - 15 <= entry["done_seconds"] <= practised + 10
