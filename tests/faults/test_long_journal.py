"""A hundred thousand sessions: the newest are there as they are in an empty journal."""

import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from calmcli.paths import find_places
from calmcli.words import leafing
from faults.program import COMMAND, assert_left_as_found, world
from faults.watched import Watched
from harness.terminal import Terminal
from journals import NEWEST, entry, keep

MANY = 100_000
ONE_FOR_EVERY_HOUR_BEFORE = """
INSERT INTO entries (id, started_at, ended_at, edited_at, kind, script, origin, content_hash,
  "before", "after", during, ended, planned_seconds, done_seconds, pace, skipped)
WITH RECURSIVE hours(ago) AS (SELECT 1 UNION ALL SELECT ago + 1 FROM hours WHERE ago + 1 < :many),
starts(ago, at) AS (
  SELECT ago, strftime('%Y-%m-%dT%H:%M:%S+00:00', :newest - ago * 3600, 'unixepoch') FROM hours)
SELECT printf('%08x-0000-7000-8000-%012x', ago, ago), at, at, at, kind, script, origin,
  content_hash, "before", "after", during, ended, planned_seconds, done_seconds, pace, skipped
FROM starts, entries
"""
"""Copies of the one session there is, a tenth of the time that it takes to write them in turn."""


def test_a_journal_of_a_hundred_thousand_sessions_is_opened_and_left(tmp_path: Path) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    keep(places, [entry()])
    with closing(sqlite3.connect(places.journal)) as journal, journal:
        newest = int(NEWEST.timestamp())
        journal.execute(ONE_FOR_EVERY_HOUR_BEFORE, {"many": MANY, "newest": newest})
        assert journal.execute("SELECT count(*) FROM entries").fetchone() == (MANY,)
    person = Watched(tmp_path)
    with Terminal([*COMMAND], env=world(tmp_path, TZ="UTC0")) as run:
        run.wait_for("What would help now")
        run.send("j\r")
        first, last = "20 Nov 09:30", "19 Nov 17:30"
        counted = r"20 Nov 04:30[^\n]*→ 4\n"  # until then the bar at the edge reaches down to it
        foot = r"between\..*q back.*\? keys"
        run.wait_for(rf"(?s){leafing.TITLE}.*{first}.*{counted}.*{last}.*{foot}")
        person.page.append(run.screen_text())
        run.send("\x03")
        assert run.wait_exit() == 130
        assert_left_as_found(run)
    person.page.append("\n\n")
    person.command("journal", "list", "--limit", "3")
    person.is_what_was_looked_at("22-hundred-thousand")
