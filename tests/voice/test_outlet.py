import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from calmcli.voice import groups, outlet
from calmcli.voice.outlet import Order, Outlet, Program, attempt
from programs import (
    FAILS,
    HANGS,
    HANGS_WITH_A_CHILD,
    NEVER_READS,
    SPEAKS,
    heard,
    is_running,
    noted,
    program,
    until,
)

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="looks at process groups")

Open = Callable[..., "Outlet[str]"]


@pytest.fixture
def log(tmp_path: Path) -> Path:
    return tmp_path / "log"


@pytest.fixture
def opening() -> Iterator[Open]:
    """Opens outlets, and sees to it that none outlives the test."""
    opened: list[Outlet[str]] = []

    def open_outlet(*programs: Program[str]) -> "Outlet[str]":
        opened.append(Outlet(programs, "test"))
        return opened[-1]

    yield open_outlet
    for each in opened:
        each.close()


def test_words_come_on_the_input_and_not_among_the_arguments(opening: Open, log: Path) -> None:
    opening(program(log, SPEAKS)).put("--version")
    until(lambda: heard(log) == ["--version"])


def test_the_newest_takes_the_place_of_what_is_heard(opening: Open, log: Path) -> None:
    speaking = opening(program(log, HANGS))
    speaking.put("one")
    until(lambda: heard(log) == ["one"])
    speaking.put("two")
    until(lambda: heard(log) == ["one", "two"])
    until(lambda: not is_running(noted(log)[0]["pid"]))
    assert is_running(noted(log)[1]["pid"])


def test_of_many_at_once_the_newest_is_heard(opening: Open, log: Path) -> None:
    speaking = opening(program(log, HANGS))
    for number in range(50):
        speaking.put(str(number))
    until(lambda: heard(log)[-1:] == ["49"])
    assert len(heard(log)) < 10


def test_what_holds_the_interpreter_up_comes_after_the_cue_was_there(
    opening: Open, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    happened: list[str] = []

    def order(words: str) -> Order:
        happened.append("sound made")
        return Order([*program(log, SPEAKS).order(words).argv], words)

    def guard() -> list[str]:
        happened.append("program started")
        return []

    monkeypatch.setattr(outlet, "sleep", lambda _seconds: happened.append("waited"))
    monkeypatch.setattr(outlet, "with_us", guard)
    speaking = opening(Program("speaks", order))
    assert happened == []
    speaking.put("one")
    until(lambda: heard(log) == ["one"])
    assert happened == ["waited", "sound made", "program started"]


@pytest.mark.parametrize("does", [HANGS, NEVER_READS])
def test_silence_ends_the_program_at_once(opening: Open, log: Path, does: str) -> None:
    speaking = opening(program(log, does))
    speaking.put("one")
    until(lambda: noted(log))
    speaking.hush()
    until(lambda: not is_running(noted(log)[0]["pid"]))


def test_a_program_has_a_group_of_its_own_and_ends_with_all_it_started(
    opening: Open, log: Path
) -> None:
    speaking = opening(program(log, HANGS_WITH_A_CHILD))
    speaking.put("one")
    until(lambda: len(noted(log)) == 2)
    first, child = noted(log)
    assert first["pgid"] == first["pid"] != os.getpgid(0)
    speaking.close()
    until(lambda: not is_running(child["child"]))
    assert not is_running(first["pid"])


def test_after_the_end_nothing_is_left_running(opening: Open, log: Path) -> None:
    speaking = opening(program(log, HANGS))
    speaking.put("one")
    until(lambda: heard(log))
    speaking.close()
    assert not is_running(noted(log)[0]["pid"])


def test_what_is_wanted_after_the_end_is_not_heard(opening: Open, log: Path) -> None:
    speaking = opening(program(log, SPEAKS))
    speaking.close()
    speaking.put("one")
    speaking.hush()
    assert heard(log) == []


def test_three_failures_are_enough(opening: Open, log: Path) -> None:
    speaking = opening(program(log, FAILS))
    for number in range(1, 4):
        speaking.put(str(number))
        until(lambda: len(heard(log)) == number)  # noqa: B023  waited for within the round
        until(lambda: not is_running(noted(log)[-1]["pid"]))
    speaking.put("4")
    until(lambda: speaking.is_off)
    assert heard(log) == ["1", "2", "3"]


def test_a_program_that_is_cut_short_has_not_failed(opening: Open, log: Path) -> None:
    speaking = opening(program(log, HANGS))
    for number in range(1, 7):
        speaking.put(str(number))
        until(lambda: len(heard(log)) == number)  # noqa: B023  waited for within the round
        if number % 2:
            speaking.hush()
    assert not speaking.is_off


def test_a_program_that_hangs_for_long_has_failed(
    opening: Open, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlet, "LONGEST_S", -1.0)
    speaking = opening(program(log, HANGS))
    for number in range(1, 4):
        speaking.put(str(number))
        until(lambda: len(heard(log)) == number)  # noqa: B023  waited for within the round
    speaking.put("4")
    until(lambda: speaking.is_off)


def test_where_one_fails_the_next_takes_over(opening: Open, log: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    speaking = opening(program(log, FAILS), program(other, SPEAKS))
    speaking.put("one")
    until(lambda: heard(log) == ["one"])
    until(lambda: not is_running(noted(log)[0]["pid"]))
    for words in ("two", "three"):
        speaking.put(words)
        until(lambda: heard(other)[-1:] == [words])  # noqa: B023  waited for within the round
    assert heard(log) == ["one"]
    assert not speaking.is_off


def test_programs_that_cannot_be_started_are_silence(
    opening: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlet, "DRAWN_FIRST_S", 0)
    speaking = opening(Program("gone", lambda words: Order(["/nowhere/gone"], words)))

    def is_off_by_now() -> bool:
        speaking.put("again")
        return speaking.is_off

    until(is_off_by_now)


def test_without_a_program_there_is_silence(opening: Open) -> None:
    speaking = opening()
    speaking.put("one")
    speaking.hush()
    assert speaking.is_off


def test_what_hands_its_words_on_is_silenced_by_its_own_command(
    opening: Open, log: Path, tmp_path: Path
) -> None:
    stopped = tmp_path / "stopped"
    stop = (sys.executable, "-I", "-c", f"open({str(stopped)!r}, 'w')")
    handing_on = program(log, SPEAKS)
    speaking = opening(Program("hands on", handing_on.order, stop))
    speaking.put("one")
    until(lambda: heard(log) == ["one"])
    speaking.hush()
    until(stopped.exists)


def test_a_silencing_command_that_hangs_holds_nothing_up_for_long(
    opening: Open, log: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(outlet, "_LAST_WAIT_S", 0.05)
    stop = (sys.executable, "-I", "-c", "import time; time.sleep(60)")
    speaking = opening(Program("hands on", program(log, SPEAKS).order, stop))
    speaking.put("one")
    until(lambda: heard(log) == ["one"])
    speaking.hush()
    speaking.put("two")
    until(lambda: heard(log) == ["one", "two"])


@pytest.mark.parametrize(("does", "worked"), [(SPEAKS, True), (FAILS, False), (HANGS, False)])
def test_trying_a_program_tells_whether_it_works(log: Path, does: str, worked: bool) -> None:
    assert attempt(program(log, does), "one", 0.5 if does == HANGS else 20) is worked
    assert not [each for each in noted(log) if is_running(each["pid"])]


def test_trying_a_program_that_is_gone() -> None:
    assert not attempt(Program("gone", lambda words: Order(["/nowhere/gone"], words)), "one", 1)


@pytest.mark.skipif(not groups.with_us(), reason="this system ends nobody with their parent")
def test_a_program_ends_with_us_even_when_we_are_killed(log: Path) -> None:
    ours = f"""
import sys, time
sys.path[:0] = {sys.path!r}
from pathlib import Path
from calmcli.voice.outlet import Outlet
from programs import HANGS, program
Outlet([program(Path({str(log)!r}), HANGS)], "test").put("one")
time.sleep(60)
"""
    with subprocess.Popen([sys.executable, "-c", ours]) as process:
        until(lambda: heard(log))
        process.send_signal(signal.SIGKILL)
    until(lambda: not is_running(noted(log)[0]["pid"]))
