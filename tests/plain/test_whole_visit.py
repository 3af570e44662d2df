"""A whole visit in lines, by the real program, from one file of what was typed."""

import os
import re
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("the program is led by a POSIX shell here", allow_module_level=True)

from calmcli.clock import local_time
from calmcli.journal.book import Book
from calmcli.paths import find_places
from calmcli.visits.appointments import Appointments
from faults.program import COMMAND, add_short_script, world
from harness.streams import run_without_terminal

JOURNEYS = Path(__file__).with_name("journeys")
ENDS_AT = re.compile(r"ends at \d\d:\d\d")


def test_a_whole_visit_in_lines_is_word_for_word_as_it_was_last_read(tmp_path: Path) -> None:
    """New, the day with an exercise and a note of how it is, card, code, calendar, review, next."""
    home = tmp_path / "home"
    home.mkdir()
    add_short_script(home)
    typed = (JOURNEYS / "a-visit.lines").read_text(encoding="utf-8")
    env = world(home, TZ="UTC", COLUMNS="80", LINES="40", PYTHONIOENCODING="utf-8")
    ended = run_without_terminal([*COMMAND, "--plain"], env=env, cwd=tmp_path, typed=typed)
    assert (ended.status, ended.err) == (0, "")
    said = ENDS_AT.sub("ends at HH:MM", ended.out)
    kept = JOURNEYS / "a-visit.txt"
    if os.environ.get("CALMCLI_UPDATE_TRANSCRIPTS"):
        kept.write_text(said, encoding="utf-8")
    assert said == kept.read_text(encoding="utf-8"), "if this is right: make looked-at"

    places = find_places({"CALMCLI_HOME": str(home)})
    visits = {visit.name: visit for visit in Appointments(places, local_time).read().visits}
    visit, following = visits["My blood test"], visits["The next blood test"]
    step = visit.steps[5]
    assert (step.name, step.exercise, step.came) == ("Waiting room", "short", 5)
    assert [each.rating for each in step.noted] == [6]
    assert following.last_time == visit.next_time == "Write it down for them."
    entry = Book(places).entry(0)
    assert entry is not None
    assert (entry.visit, entry.visit_step, entry.place) == (visit.id, step.id, "waiting")
    assert (entry.before, entry.after, entry.ended) == (6, 4, "completed")
    assert (tmp_path / "card.html").read_text(encoding="utf-8").count("<svg") == 1
    assert "DTSTART:20991203T144000Z" in (tmp_path / "visit.ics").read_text(encoding="utf-8")
