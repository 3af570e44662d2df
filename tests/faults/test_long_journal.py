"""A hundred thousand sessions: the newest are there as they are in an empty journal."""

import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from calmcli.paths import find_places
from calmcli.words import leafing
from faults.program import COMMAND, assert_left_as_found, world
from harness.terminal import Terminal
from journals import entry, keep

MANY = 100_000


def test_a_journal_of_a_hundred_thousand_sessions_is_opened_and_left(tmp_path: Path) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    keep(places, (entry(hour / 24) for hour in range(MANY)))
    with Terminal([*COMMAND], env=world(tmp_path)) as run:
        run.wait_for("What would help now")
        run.send("j\r")
        run.wait_for(rf"(?s){leafing.TITLE}.*20 Nov 09:30")
        run.send("\x03")
        assert run.wait_exit() == 130
        assert_left_as_found(run)
