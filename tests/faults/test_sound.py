"""Speech and chimes that hang: the session is as it is, and nothing of them is left running."""

import shutil
import signal
import time
from pathlib import Path

import pytest

from calmcli.voice.groups import with_us
from calmcli.words import GOING_ON
from faults.program import APP, FIRST_CUE, FRONTS, Front, world
from harness.terminal import PATIENCE, Terminal
from programs import is_running, until

HANGS = '#!/bin/sh\necho $$ >> "{log}"\nexec sleep 600\n'
PROGRAMS = ("espeak-ng", "aplay")


@pytest.fixture
def numbers(tmp_path: Path) -> Path:
    """Where the programs that hang, the only ones there are, write down their numbers."""
    log, programs = tmp_path / "numbers", tmp_path / "programs"
    programs.mkdir()
    for name in PROGRAMS:
        (programs / name).write_text(HANGS.format(log=log))
        (programs / name).chmod(0o755)
    for name in ("sh", "sleep", "setpriv", "true"):
        if there := shutil.which(name):
            (programs / name).symlink_to(there)
    (tmp_path / "settings.toml").write_text("[sound]\nvoice = true\nchimes = true\n")
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
