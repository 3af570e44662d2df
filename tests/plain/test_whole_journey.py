"""One evening in lines, by the real program, from a file of what was typed."""

import os
import re
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("the program is led by a POSIX shell here", allow_module_level=True)

from calmcli.journal.book import Book
from calmcli.paths import find_places
from calmcli.settings import read_settings
from faults.program import COMMAND, add_short_script, world
from harness.streams import run_without_terminal

JOURNEYS = Path(__file__).with_name("journeys")
MOST_LINES = 14
UNLIKE_EACH_TIME = [
    (re.compile(r"\w{3} \d\d \w{3} \d{4} \d\d:\d\d"), "DAY HH:MM"),
    (re.compile(r"ends at \d\d:\d\d"), "ends at HH:MM"),
    (re.compile(r"\b\d\d:\d\d(:\d\d)?\b"), "HH:MM"),
    (re.compile(r"Id: \S+"), "Id: AN-ID"),
]


def test_an_evening_in_lines_is_word_for_word_as_it_was_last_read(tmp_path: Path) -> None:
    """First start, a breath with both ratings, the journal, a note, another theme, and out.

    Fourteen lines lead through it: a name for each room, script and setting, an answer to each
    question, and Enter alone for every way back.
    """
    add_short_script(tmp_path)
    typed = (JOURNEYS / "an-evening.lines").read_text(encoding="utf-8")
    assert len(typed.splitlines()) == MOST_LINES
    env = world(tmp_path, TZ="UTC")
    ended = run_without_terminal([*COMMAND, "--plain"], env=env, typed=typed)
    assert (ended.status, ended.err) == (0, "")
    said = ended.out
    for each, words in UNLIKE_EACH_TIME:
        said = each.sub(words, said)
    kept = JOURNEYS / "an-evening.txt"
    if os.environ.get("CALMCLI_UPDATE_TRANSCRIPTS"):
        kept.write_text(said, encoding="utf-8")
    assert said == kept.read_text(encoding="utf-8"), "if this is right: make looked-at"

    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    book = Book(places)
    entry = book.entry(0)
    assert (len(book), book.messages) == (1, [])
    assert entry is not None
    assert (entry.before, entry.after, entry.ended) == (7, 4, "completed")
    assert entry.note == "before the scan"
    assert read_settings(places.settings).settings.look.theme == "night"
