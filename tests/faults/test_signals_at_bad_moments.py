"""Signals at the worst of moments: while things start, are put away, or are being saved.

The program sends the signal to itself, as a given function of it is called, so that the moment is
met every time and not once in a thousand.
"""

import signal
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from faults.program import APP, PLAIN, Front, assert_left_as_found, entries, world
from harness.terminal import Terminal

SIGNALLED = """
import functools, importlib, os, signal, sys
module, _, path = sys.argv.pop(1).partition(":")
*owners, name = path.split(".")
owner = functools.reduce(getattr, owners, importlib.import_module(module))
original = getattr(owner, name)

@functools.wraps(original)
def signalled(*arguments, **options):
    setattr(owner, name, original)
    os.kill(os.getpid(), signal.SIGTERM)
    return original(*arguments, **options)

setattr(owner, name, signalled)
from calmcli.__main__ import main
sys.exit(main())
"""


def signalled_at(function: str, home: Path, front: Front) -> Terminal:
    """`calmcli breathe`, which hears SIGTERM as a function is called for the first time."""
    argv = [sys.executable, "-c", SIGNALLED, function, "breathe", *front.options]
    return Terminal(argv, env=world(home))


@pytest.mark.parametrize(
    ("front", "moment"),
    [
        (PLAIN, "calmcli.cli.dispatching:dispatch"),
        (PLAIN, "calmcli.content.library:Library.find"),
        (PLAIN, "calmcli.plain.lines:StandardLines.say"),
        (APP, "calmcli.tui.app:CalmApp.__init__"),
        (APP, "textual.drivers.linux_driver:LinuxDriver.start_application_mode"),
        (APP, "textual.drivers.linux_driver:LinuxDriver._disable_line_wrap"),
        (APP, "calmcli.tui.app:CalmApp.on_mount"),
        (APP, "calmcli.tui.app:CalmApp.live"),
        (APP, "calmcli.tui.screens.rating:RatingScreen.__init__"),
        (APP, "calmcli.tui.screens.rating:RatingScreen.compose"),
    ],
)
def test_while_it_starts(tmp_path: Path, front: Front, moment: str) -> None:
    with signalled_at(moment, tmp_path, front) as run:
        assert run.wait_exit() == 143
        assert_left_as_found(run)
    assert entries(tmp_path) == []


@pytest.mark.parametrize(
    ("front", "moment"),
    [
        (PLAIN, "calmcli.session:Session.begin"),
        (PLAIN, "calmcli.store.writer:Writer.put"),
        (PLAIN, "calmcli.store.keeper:Keeper.keep"),
        (APP, "calmcli.session:Session.begin"),
        (APP, "calmcli.store.writer:Writer.put"),
        (APP, "calmcli.tui.screens.session:SessionScreen.compose"),
        (APP, "calmcli.tui.screens.session:SessionScreen.on_mount"),
    ],
)
def test_while_a_session_begins_its_rating_is_not_lost_and_nobody_is_left_waiting(
    tmp_path: Path, front: Front, moment: str
) -> None:
    with signalled_at(moment, tmp_path, front) as run:
        front.go_to_rating(run)
        run.send("7\r")
        assert run.wait_exit() == 143
        assert_left_as_found(run)
    for entry in entries(tmp_path):
        assert (entry["before"], entry["ended"]) == (7, "stopped")


@pytest.mark.parametrize(
    ("front", "moment"),
    [
        (PLAIN, "calmcli.session:Session.rate_after"),
        (PLAIN, "calmcli.store.writer:Writer.finish"),
        (PLAIN, "calmcli.store.keeper:Keeper.close"),
        (APP, "textual.drivers.linux_driver:LinuxDriver.stop_application_mode"),
        (APP, "textual.drivers.linux_driver:LinuxDriver.close"),
        (APP, "asyncio.base_events:BaseEventLoop.close"),
        (APP, "asyncio.selector_events:BaseSelectorEventLoop._close_self_pipe"),
        (APP, "calmcli.store.writer:Writer.finish"),
    ],
)
def test_while_all_is_put_away_nothing_is_lost(tmp_path: Path, front: Front, moment: str) -> None:
    with signalled_at(moment, tmp_path, front) as run:
        front.go_to_after(run)
        if "rate_after" in moment:
            run.send("4\r")
        else:
            front.go_to_end(run)
        assert run.wait_exit() == 143
        assert_left_as_found(run)
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["ended"]) == (7, "stopped")


@pytest.mark.parametrize(
    "moment", ["calmcli.words.session:summary", "threading:_shutdown", "threading:Thread._stop"]
)
def test_past_the_last_word_a_signal_changes_nothing_that_can_be_seen(
    tmp_path: Path, moment: str
) -> None:
    with signalled_at(moment, tmp_path, PLAIN) as run:
        PLAIN.go_to_after(run)
        PLAIN.go_to_end(run)
        assert run.wait_exit() in {0, 143, -signal.SIGTERM}
        assert_left_as_found(run)
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["after"], entry["ended"]) == (7, 4, "stopped")
