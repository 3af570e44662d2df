"""Speech and chimes missing, failing or hung: the session is as it is, and none is left running."""

import shutil
import signal
import time
from contextlib import ExitStack
from datetime import datetime
from pathlib import Path

import pytest

from calmcli.voice.groups import with_us
from calmcli.words.session import GOING_ON
from faults.program import (
    APP,
    FIRST_CUE,
    FRONTS,
    PLAIN,
    Front,
    add_short_script,
    assert_left_as_found,
    entries,
    world,
)
from harness.terminal import PATIENCE, Terminal
from programs import is_running, until

HANGS = '#!/bin/sh\necho $$ >> "{log}"\nexec sleep 600\n'
FAILS = '#!/bin/sh\necho $$ >> "{log}"\nexit 1\n'
PROGRAMS = ("espeak-ng", "aplay")
ON = "[sound]\nvoice = true\nchimes = true\n"
LATEST_S = 20.0
"""By how much a busy machine may stretch a session of 3 seconds; what hangs does so for 600."""


@pytest.fixture
def numbers(tmp_path: Path) -> Path:
    """Where the programs that hang, the only ones there are, write down their numbers."""
    return add_programs(tmp_path, HANGS)


def add_programs(home: Path, does: str | None) -> Path:
    """Put them into a home, or nothing in their place; sound is switched on."""
    log, programs = home / "numbers", home / "programs"
    programs.mkdir(parents=True)
    for name in PROGRAMS if does else ():
        (programs / name).write_text((does or "").format(log=log))
        (programs / name).chmod(0o755)
    for name in ("sh", "sleep", "setpriv", "true"):
        if there := shutil.which(name):
            (programs / name).symlink_to(there)
    (home / "settings.toml").write_text(ON)
    return log


def running(numbers: Path) -> list[str]:
    if not numbers.exists():
        return []
    return [number for number in numbers.read_text().split() if is_running(number)]


def heard(front: Front, home: Path, *arguments: str) -> Terminal:
    """A session in which both programs hang."""
    env = world(home, PATH=str(home / "programs"))
    run = front.start(home, *(arguments or ("now", "--no-rating")), env=env)
    run.wait_for(FIRST_CUE)
    deadline = time.monotonic() + PATIENCE
    while len(running(home / "numbers")) < len(PROGRAMS):
        run.screen_text()
        assert time.monotonic() < deadline
    return run


def test_with_programs_that_are_missing_fail_or_hang_the_cues_come_as_in_silence(
    tmp_path: Path,
) -> None:
    homes = {name: tmp_path / name for name in ("silence", "missing", "fails", "hangs")}
    for (name, home), does in zip(homes.items(), (None, None, FAILS, HANGS), strict=True):
        add_programs(home, does)
        add_short_script(home)
        if name == "silence":
            (home / "settings.toml").unlink()
    with ExitStack() as stack:
        runs = {
            name: stack.enter_context(
                PLAIN.start(
                    *(home, "breathe", "short", "--no-rating"),
                    env=world(home, PATH=str(home / "programs")),
                )
            )
            for name, home in homes.items()
        }
        told = {}
        for name, run in runs.items():
            assert run.wait_exit() == 0, name
            assert_left_as_found(run)
            told[name] = run.screen_text().partition("\n")[2]
    assert len(set(told.values())) == 1, told
    for name, home in homes.items():
        (entry,) = entries(home)
        assert (entry["ended"], entry["done_seconds"]) == ("completed", 3), name
        began, ended = (datetime.fromisoformat(entry[each]) for each in ("started_at", "ended_at"))
        assert (ended - began).total_seconds() < 3 + LATEST_S, name
        assert (home / "numbers").exists() == (name in {"fails", "hangs"}), name
        assert running(home / "numbers") == [], name


@pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS)
def test_a_pause_is_silent_at_once_and_the_session_goes_on(
    tmp_path: Path, numbers: Path, front: Front
) -> None:
    with heard(front, tmp_path) as run:
        run.send(" " if front is APP else "\r")
        run.wait_for("[Pp]aused")
        until(lambda: not running(numbers))
        run.send(" " if front is APP else "\r")
        if front is APP:
            run.wait_for("space pause")
        else:
            run.wait_for(GOING_ON)


@pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS)
@pytest.mark.parametrize("way", ["leave", "Ctrl+C", "SIGTERM", "SIGHUP"])
def test_after_the_end_nothing_is_left_running(
    tmp_path: Path, numbers: Path, front: Front, way: str
) -> None:
    with heard(front, tmp_path) as run:
        if way.startswith("SIG"):
            run.signal(getattr(signal, way))
        else:
            run.send({"leave": front.to_end, "Ctrl+C": "\x03"}[way])
        run.wait_exit()
        assert running(numbers) == []


@pytest.mark.skipif(not with_us(), reason="this system ends nobody with their parent")
@pytest.mark.parametrize("front", FRONTS.values(), ids=FRONTS)
def test_what_speaks_ends_with_a_program_that_is_killed(
    tmp_path: Path, numbers: Path, front: Front
) -> None:
    with heard(front, tmp_path) as run:
        run.signal(signal.SIGKILL)
        until(lambda: not running(numbers))


def test_going_back_to_the_shell_for_a_while_is_silent(tmp_path: Path, numbers: Path) -> None:
    with heard(APP, tmp_path) as run:
        run.send("\x1a")
        run.wait_stopped()
        until(lambda: not running(numbers))
