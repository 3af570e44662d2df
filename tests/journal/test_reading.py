import gc
import json
import sqlite3
import tracemalloc
from contextlib import closing
from itertools import islice
from pathlib import Path

import pytest

from calmcli.journal import reading as of_reading
from calmcli.journal.entries import UNREADABLE, Entry, as_json_object, from_row
from calmcli.journal.reading import newest_entry, read_entries
from calmcli.journal.wanted import ALL, Wanted
from calmcli.paths import Places
from calmcli.store import opening
from calmcli.store.connection import Store
from calmcli.store.pending import put_pending
from calmcli.store.standing import UNREADABLE_FILE
from sample_rows import a_row, places_in, row_id


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return places_in(tmp_path)


def keep(places: Places, *rows: dict[str, str | int | float | None]) -> None:
    with Store.open(places.journal) as store:
        for row in rows:
            store.put("entries", row)


def change(places: Places, statement: str) -> None:
    with closing(sqlite3.connect(places.journal, isolation_level=None)) as other:
        other.execute(statement)


def ids(entries: list[Entry]) -> list[str]:
    return [entry.id for entry in entries]


def test_no_journal_is_an_empty_one_and_none_is_made(places: Places, tmp_path: Path) -> None:
    reading = read_entries(places)
    assert (list(reading.entries), reading.messages) == ([], [])
    assert list(tmp_path.iterdir()) == []


def test_a_journal_without_entries_is_empty(places: Places) -> None:
    keep(places)
    reading = read_entries(places)
    assert (list(reading.entries), reading.messages) == ([], [])


def test_entries_come_newest_first_and_waiting_ones_in_their_place(places: Places) -> None:
    keep(places, a_row(1), a_row(3), a_row(5))
    for number in (0, 2, 4, 6):
        put_pending(places.pending, "entries", a_row(number))
    reading = read_entries(places)
    assert ids(list(reading.entries)) == [row_id(number) for number in range(6, -1, -1)]
    assert reading.messages == []


def test_json_shows_every_entry_as_it_is(places: Places) -> None:
    keep(places, a_row(1))
    (shown,) = read_entries(places).as_json_objects()
    assert shown == as_json_object(from_row(a_row(1)))
    assert json.loads(json.dumps(shown)) == shown


def test_of_two_states_the_one_edited_later_counts_and_is_shown_once(places: Places) -> None:
    keep(
        places,
        a_row(1, edited_at="2026-11-21T10:00:00+02:00", note="stored"),
        a_row(2, edited_at="2026-11-21T10:00:00+02:00", note="stored"),
    )
    put_pending(
        places.pending, "entries", a_row(1, edited_at="2026-11-21T10:01:00+02:00", note="waiting")
    )
    put_pending(
        places.pending, "entries", a_row(2, edited_at="2026-11-21T10:59:00+03:00", note="waiting")
    )
    found = [(entry.id, entry.note) for entry in read_entries(places).entries]
    assert found == [(row_id(2), "stored"), (row_id(1), "waiting")]


def test_reading_changes_nothing_on_the_disk(places: Places, tmp_path: Path) -> None:
    keep(places, a_row(1))
    put_pending(places.pending, "entries", a_row(2))
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    list(read_entries(places).entries)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("content", [b"", b"garbage" * 999])
def test_a_damaged_journal_is_told_at_once_and_waiting_entries_are_given(
    places: Places, content: bytes
) -> None:
    places.journal.write_bytes(content)
    put_pending(places.pending, "entries", a_row(1))
    put_pending(places.pending, "entries", a_row(2))
    reading = read_entries(places)
    (message,) = reading.messages
    assert "left as it is" in message
    assert ids(list(reading.entries)) == [row_id(2), row_id(1)]


def test_a_damaged_journal_is_told_when_nothing_waits_too(places: Places) -> None:
    places.journal.write_bytes(b"")
    reading = read_entries(places)
    assert len(reading.messages) == 1
    assert list(reading.entries) == []


def test_a_newer_journal_is_told_and_what_is_known_of_it_is_given(places: Places) -> None:
    keep(places, a_row(1))
    change(places, "ALTER TABLE entries ADD COLUMN mood TEXT")
    change(places, "PRAGMA user_version = 99")
    put_pending(places.pending, "entries", a_row(2))
    reading = read_entries(places)
    assert ids(list(reading.entries)) == [row_id(2), row_id(1)]
    (message,) = reading.messages
    assert "newer calmcli" in message


def test_a_newer_journal_that_says_nothing_we_know_gives_the_waiting_entries(
    places: Places,
) -> None:
    keep(places, a_row(1))
    change(places, "ALTER TABLE entries RENAME TO sittings")
    change(places, "PRAGMA user_version = 99")
    put_pending(places.pending, "entries", a_row(2))
    reading = read_entries(places)
    assert ids(list(reading.entries)) == [row_id(2)]
    assert "newer calmcli" in reading.messages[0]


def test_a_locked_journal_is_told_and_not_waited_for_long(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)
    keep(places, a_row(1))
    with closing(sqlite3.connect(places.journal, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        reading = read_entries(places)
        assert list(reading.entries) == []
    assert "another program is using it" in reading.messages[0]


def test_an_entry_that_cannot_be_understood_is_told_once_and_hides_no_other(
    places: Places,
) -> None:
    keep(places, *(a_row(number) for number in range(1, 6)))
    change(
        places,
        "UPDATE entries SET during = 'no' WHERE substr(id, 1, 8) IN ('00000002', '00000004')",
    )
    put_pending(places.pending, "entries", a_row(4))
    reading = read_entries(places)
    assert ids(list(reading.entries)) == [row_id(number) for number in (5, 4, 3, 1)]
    (message,) = reading.messages
    assert message == UNREADABLE


def test_damage_further_in_is_told_after_what_could_be_read(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("calmcli.store.connection.PAGE_ROWS", 1)
    keep(places, a_row(1), a_row(2), a_row(3))
    put_pending(places.pending, "entries", a_row(0))
    change(places, "UPDATE entries SET note = CAST(x'ff' AS TEXT) WHERE id LIKE '00000002-%'")
    reading = read_entries(places)
    assert reading.messages == []
    assert ids(list(reading.entries)) == [row_id(3), row_id(0)]
    (message,) = reading.messages
    assert "its file is damaged" in message


def test_waiting_files_that_cannot_be_understood_are_told_and_hide_no_other(
    places: Places,
) -> None:
    put_pending(places.pending, "entries", a_row(1))
    put_pending(places.pending, "entries", a_row(2, during="no"))
    put_pending(places.pending, "visits", a_row(3))
    (places.pending / f"{row_id(4)}.json").write_text("{")
    reading = read_entries(places)
    assert ids(list(reading.entries)) == [row_id(1)]
    assert reading.messages == [UNREADABLE_FILE]


def test_only_what_is_asked_for_is_held_in_memory(places: Places) -> None:
    keep(places, a_row(0))
    change(
        places,
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 20000)"
        " INSERT INTO entries (id, started_at, edited_at, kind, script, origin, content_hash,"
        " during, ended, done_seconds, skipped, note)"
        " SELECT printf('%08x-0000-7000-8000-000000000001', i),"
        " strftime('%Y-%m-%dT%H:%M:%SZ', 1600000000 + i, 'unixepoch'), '2026-11-21T14:22:00Z',"
        " 'breathing', 'box', 'shipped', '0f', '[]', 'completed', 16.0, '[]',"
        " hex(zeroblob(200)) FROM n",
    )
    gc.collect()
    tracemalloc.start()
    try:
        reading = read_entries(places)
        assert len(list(islice(reading.entries, 20))) == 20
        _, most_bytes = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert most_bytes < 2_000_000
    assert sum(1 for _ in reading.entries) == 20_001 - 20


def test_whoever_stops_reading_lets_go_of_the_journal_at_once(places: Places) -> None:
    keep(places, a_row(1), a_row(2))
    gc.disable()  # only a reading that is held by nothing ends without the collector
    try:
        reading = read_entries(places)
        journal = places.journal.resolve()
        open_files = Path("/proc/self/fd")
        if not open_files.exists():
            pytest.skip("this system does not show which files are open")
        assert any(link.resolve() == journal for link in open_files.iterdir())
        del reading
        assert not any(link.resolve() == journal for link in open_files.iterdir())
    finally:
        gc.enable()


SECOND, THIRD = (from_row(a_row(number)).started_at for number in (2, 3))


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        (Wanted(), [4, 3, 2, 1]),
        (Wanted(since=SECOND), [4, 3, 2]),
        (Wanted(until=THIRD), [2, 1]),
        (Wanted(since=SECOND, until=THIRD), [2]),
        (Wanted(kind="grounding"), [4, 3]),
        (Wanted(script="box"), [3, 2, 1]),
        (Wanted(kind="grounding", script="box", until=THIRD), []),
        (Wanted(kind="grounding", script="box", since=THIRD), [3]),
    ],
)
@pytest.mark.parametrize("waits", [(), (1, 2, 3, 4), (2, 3)], ids=str)
def test_what_is_asked_for_is_found_wherever_it_is(
    places: Places, wanted: Wanted, found: list[int], waits: tuple[int, ...]
) -> None:
    rows = [
        *(a_row(1), a_row(2)),
        a_row(3, kind="grounding"),
        a_row(4, kind="grounding", script="stones"),
    ]
    for number, row in enumerate(rows, 1):
        if number in waits:
            put_pending(places.pending, "entries", row)
        else:
            keep(places, row)
    assert ids(list(read_entries(places, wanted).entries)) == [row_id(number) for number in found]


@pytest.mark.parametrize(("oldest_fits", "found"), [(2, 2), (1, None)])
def test_the_newest_that_fits_is_not_looked_for_through_the_whole_journal(
    places: Places, monkeypatch: pytest.MonkeyPatch, oldest_fits: int, found: int | None
) -> None:
    monkeypatch.setattr(of_reading, "LOOKED_THROUGH", 3)
    keep(places, *map(a_row, range(5)))
    newest = newest_entry(places, ALL, lambda entry: entry.id <= row_id(oldest_fits))
    assert (newest and newest.id) == (None if found is None else row_id(found))
