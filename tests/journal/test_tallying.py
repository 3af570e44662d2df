from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calmcli.journal.entries import Entry, to_row
from calmcli.journal.reading import read_entries
from calmcli.journal.tallying import read_trends
from calmcli.journal.trends import trends_of
from calmcli.paths import Places
from calmcli.store.connection import Store
from calmcli.store.pending import put_pending
from calmcli.store.tables import DELETED, tombstone
from sample_entries import an_entry
from sample_rows import a_row, places_in, row_id

ratings = st.none() | st.integers(0, 10)
numbers = st.integers(0, 9)
drafts = st.lists(
    st.tuples(numbers, st.sampled_from(["box", "sigh"]), ratings, ratings, numbers), max_size=12
)


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return places_in(tmp_path)


def keep(places: Places, *entries: Entry) -> None:
    with Store.open(places.journal) as store:
        for entry in entries:
            store.put("entries", to_row(entry))


def test_no_journal_has_no_trends_and_none_is_made(places: Places) -> None:
    read = read_trends(places)
    assert (read.trends, read.messages) == ([], [])
    assert not places.journal.exists()


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drafts, drafts, st.sets(numbers, max_size=2), st.sets(numbers, max_size=2))
def test_trends_counted_in_the_journal_are_those_of_the_entries_that_are_shown(
    tmp_path_factory: pytest.TempPathFactory,
    stored: list[tuple[int, str, int | None, int | None, int]],
    waiting: list[tuple[int, str, int | None, int | None, int]],
    deleted: set[int],
    deletions_that_wait: set[int],
) -> None:
    places = places_in(tmp_path_factory.mktemp("home"))
    keep(places, *map(entry_of, stored))
    for draft in waiting:
        entry = entry_of(draft)
        put_pending(places.pending, "entries", to_row(entry))
    with Store.open(places.journal) as store:
        for number in deleted:
            store.put(DELETED, tombstone(row_id(number), "2030-01-01T00:00:00+00:00"))
    for number in deletions_that_wait:
        put_pending(places.pending, DELETED, tombstone(row_id(number), "2031-01-01T00:00:00+00:00"))
    expected = trends_of(read_entries(places).entries)
    read = read_trends(places)
    assert read.trends == expected
    assert read.messages == []


def entry_of(draft: tuple[int, str, int | None, int | None, int]) -> Entry:
    number, script, before, after, edited = draft
    moment = an_entry(edited + 40).started_at
    return an_entry(number, script=script, before=before, after=after, edited_at=moment)


def test_where_the_journal_is_damaged_what_waits_is_told(places: Places) -> None:
    places.journal.write_bytes(b"")
    put_pending(places.pending, "entries", to_row(an_entry(1)))
    read = read_trends(places)
    assert [trend.sessions for trend in read.trends] == [1]
    assert "left as it is" in read.messages[0]


def test_damage_found_while_counting_is_told_and_what_waits_is_shown(places: Places) -> None:
    keep(places, *(an_entry(number) for number in range(300)))
    content = bytearray(places.journal.read_bytes())
    content[8192:] = b"\xff" * (len(content) - 8192)
    places.journal.write_bytes(content)
    put_pending(places.pending, "entries", to_row(an_entry(1, script="sigh")))
    read = read_trends(places)
    assert [trend.exercise.script for trend in read.trends] == ["sigh"]
    (message,) = read.messages
    assert "its file is damaged" in message


def test_an_entry_that_cannot_be_understood_holds_up_no_other(places: Places) -> None:
    with Store.open(places.journal) as store:
        store.put("entries", a_row(1, after=4, during="[7]"))
        store.put("entries", a_row(2, after=4))
    (trend,) = read_trends(places).trends
    assert (trend.sessions, len(trend.listed)) == (2, 1)
