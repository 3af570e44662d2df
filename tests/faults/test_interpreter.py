"""However Python is started, and whatever the settings say: the same session, and a way out."""

import re
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from calmcli.words import session as words
from faults.program import APP, COMMAND, add_short_script, assert_left_as_found, entries, world
from harness.streams import run_without_terminal
from harness.terminal import Terminal

BROKEN = """\
[look]
theme = "purple"
shape = "square"
[keys]
end = "q"
leave = "no such key"
"session.leave" = "+++"
"room.leave" = ""
"session.pause" = "q"
"""
TOLD = [
    "settings.toml:2: 'theme' needs dark",
    "settings.toml:5: 'end' names nothing that has a key",
    "settings.toml:7: 'session.leave' needs a key",
    "settings.toml:9: 'session.pause' cannot be q: that is for 'session.leave' on the same screen",
]


def test_a_session_is_the_same_however_python_is_started(tmp_path: Path) -> None:
    typed = ["-m", "calmcli", "breathe", "short", "--plain", "--no-rating"]
    with ExitStack() as stack:
        runs = {}
        for option in ("-O", "-OO", "-I"):
            add_short_script(tmp_path / option)
            argv = [sys.executable, option, *typed]
            runs[option] = stack.enter_context(Terminal(argv, env=world(tmp_path / option)))
        for option, run in runs.items():
            assert run.wait_exit() == 0, option
            assert b"Breathe in, 1\r\nBreathe out, 2\r\n" in run.raw(), option
            assert_left_as_found(run)
            (entry,) = entries(tmp_path / option)
            assert (entry["ended"], entry["done_seconds"]) == ("completed", 3), option


def test_settings_that_cannot_be_used_are_told_once_and_leaving_works(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text(BROKEN)
    told = run_without_terminal([*COMMAND, "settings"], env=world(tmp_path))
    assert [told.err.count(each) for each in TOLD] == [1] * len(TOLD), told.err
    with Terminal([*COMMAND, "breathe"], env=world(tmp_path)) as run:
        run.wait_for(re.escape(words.ASK_BEFORE))
        run.send("\x03")
        assert run.wait_exit() == 130
        assert_left_as_found(run)
    with APP.start(tmp_path) as run:
        APP.go_to_session(run)
        run.send("q")
        run.wait_for(re.escape(words.ASK_AFTER))
        run.send("q")
        assert run.wait_exit() == 0
        assert_left_as_found(run)
