"""Signals from outside: the terminal as it was found, the entry saved, 128 + n."""

import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from faults.program import APP, FRONTS, Front, assert_left_as_found, entries

ENDINGS = {
    signal.SIGTERM: 143,
    signal.SIGHUP: 129,
    signal.SIGQUIT: 131,
    signal.SIGINT: 130,
}
every_front = pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS)
every_signal = pytest.mark.parametrize(("number", "status"), ENDINGS.items())
BEFORE = [(front, number) for number, front in zip(ENDINGS, [*FRONTS.values()] * 2, strict=True)]
AFTER = [(front, number) for number, (front, _) in zip(ENDINGS, reversed(BEFORE), strict=True)]
"""Every signal in turn in one of the front ends; in mid-session each is met in both."""


@pytest.mark.parametrize(("front", "number"), BEFORE)
def test_before_anything_has_begun_a_signal_leaves_no_entry(
    tmp_path: Path, front: Front, number: signal.Signals
) -> None:
    with front.start(tmp_path) as run:
        front.go_to_rating(run)
        run.signal(number)
        assert run.wait_exit() == ENDINGS[number]
        assert_left_as_found(run)
    assert entries(tmp_path) == []


@every_front
@every_signal
def test_in_mid_session_a_signal_saves_what_there_is(
    tmp_path: Path, front: Front, number: signal.Signals, status: int
) -> None:
    with front.start(tmp_path) as run:
        front.go_to_session(run)
        run.signal(number)
        assert run.wait_exit() == status
        assert_left_as_found(run)
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["after"], entry["ended"]) == (7, None, "stopped")


@pytest.mark.parametrize(("front", "number"), AFTER)
def test_at_the_question_after_a_signal_keeps_the_ended_session(
    tmp_path: Path, front: Front, number: signal.Signals
) -> None:
    with front.start(tmp_path) as run:
        front.go_to_after(run)
        run.signal(number)
        assert run.wait_exit() == ENDINGS[number]
        assert_left_as_found(run)
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["after"], entry["ended"]) == (7, None, "stopped")
    assert entry["ended_at"] is not None


@every_front
def test_a_session_that_asks_nothing_first_is_saved_as_well(tmp_path: Path, front: Front) -> None:
    with front.start(tmp_path, "now") as run:
        run.wait_for(r"\d:\d\d left|Breathe in, 4")
        run.signal(signal.SIGTERM)
        assert run.wait_exit() == 143
        assert_left_as_found(run)
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["ended"]) == (None, "stopped")


@every_front
def test_a_second_signal_does_not_cut_the_saving_short(tmp_path: Path, front: Front) -> None:
    with front.start(tmp_path) as run:
        front.go_to_session(run)
        run.signal(signal.SIGTERM)
        run.signal(signal.SIGQUIT)
        # Two that arrive together are told to Python in the order of their numbers.
        assert run.wait_exit() in {143, 131}
        assert_left_as_found(run)
    (entry,) = entries(tmp_path)
    assert entry["ended"] == "stopped"


@every_signal
def test_a_signal_at_the_first_byte_on_the_screen_is_obeyed(
    tmp_path: Path, number: signal.Signals, status: int
) -> None:
    with APP.start(tmp_path) as run:
        run.wait_written(b"\x1b[?1049h")
        run.signal(number)
        assert run.wait_exit() == status
        assert_left_as_found(run)
    assert entries(tmp_path) == []
