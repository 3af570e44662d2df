"""The input is closed by hand (Ctrl+D) where a session waits for a key: nothing waits for ever."""

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from calmcli.words import session as words
from faults.program import PLAIN, add_short_script, entries


def test_ctrl_d_while_paused_lets_the_session_go_on_to_its_end(tmp_path: Path) -> None:
    add_short_script(tmp_path)
    with PLAIN.start(tmp_path, "breathe", "short", "--no-rating") as run:
        run.wait_for("Breathe in, 1")
        run.send("\r")
        run.wait_for(words.PAUSED_PLAIN.split(".", maxsplit=1)[0])
        run.send("\x04")
        assert run.wait_exit() == 0
    assert [entry["ended"] for entry in entries(tmp_path)] == ["completed"]
