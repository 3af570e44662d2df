from datetime import timedelta
from pathlib import Path

import pytest

from calmcli.errors import UsageError
from calmcli.journal.editing import keep_entry, with_after, with_note
from calmcli.journal.entries import LONGEST_NOTE
from calmcli.journal.reading import read_entries
from calmcli.store.keeper import Kept
from sample_entries import an_entry
from sample_rows import places_in

ENTRY = an_entry(1)
LATER = ENTRY.edited_at + timedelta(days=1)


def test_a_note_given_later_is_cleaned_keeps_its_lines_and_is_an_edit_of_now() -> None:
    noted = with_note(ENTRY, "\x1b[2J one\n two \n", LATER)
    assert (noted.note, noted.edited_at) == ("one\n two", LATER)
    assert with_note(noted, " \n", LATER + timedelta(days=1)).note is None


def test_a_note_longer_than_its_room_is_refused_whole() -> None:
    assert with_note(ENTRY, "x" * LONGEST_NOTE, LATER).note == "x" * LONGEST_NOTE
    with pytest.raises(
        UsageError, match=rf"{LONGEST_NOTE}.* {LONGEST_NOTE + 1}\b.*nothing was changed"
    ):
        with_note(ENTRY, "x" * (LONGEST_NOTE + 1), LATER)


@pytest.mark.parametrize("after", [0, 10, None])
def test_a_rating_given_late_takes_the_place_of_the_one_there_was(after: int | None) -> None:
    rated = with_after(ENTRY, after, LATER)
    assert (rated.before, rated.after, rated.edited_at) == (7, after, LATER)


def test_an_edit_wins_over_the_state_it_was_made_from_even_when_the_clock_was_set_back() -> None:
    before = ENTRY.edited_at - timedelta(days=400)
    assert with_note(ENTRY, "note", before).edited_at > ENTRY.edited_at


def test_an_edited_entry_is_kept_in_the_place_of_the_old_one(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    assert keep_entry(places, ENTRY) is Kept.JOURNAL
    assert keep_entry(places, with_note(ENTRY, "note", LATER)) is Kept.JOURNAL
    assert [entry.note for entry in read_entries(places).entries] == ["note"]


def test_where_the_journal_cannot_be_written_the_edit_waits_and_is_shown(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    keep_entry(places, ENTRY)
    places.journal.write_bytes(b"")
    assert keep_entry(places, with_note(ENTRY, "note", LATER)) is Kept.PENDING
    assert [entry.note for entry in read_entries(places).entries] == ["note"]
