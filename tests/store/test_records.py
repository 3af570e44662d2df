import sqlite3
from contextlib import closing
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from msgspec.structs import replace as with_places

from calmcli.errors import CalmError
from calmcli.paths import Places
from calmcli.store import opening
from calmcli.store.connection import Store
from calmcli.store.keeper import Kept
from calmcli.store.pending import put_pending
from calmcli.store.records import (
    Record,
    delete_records,
    from_row,
    keep_records,
    read_records,
    to_row,
)
from calmcli.store.row import Row
from calmcli.text import clean
from sample_rows import a_row, row_id

HERE = timezone(timedelta(hours=2))
MADE = datetime(2026, 11, 21, 14, 22, tzinfo=HERE)
WELL_KNOWN = "b1a5e5a1-0000-5000-8000-000000000000"

words = st.text(max_size=10).map(lambda text: clean(text, lines=True))
json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=8,
)


def a_record(number: int = 1, shelf: str = "visit", **content: Any) -> Record:
    made = MADE + timedelta(minutes=number)
    return Record(id=row_id(number), shelf=shelf, started_at=made, edited_at=made, content=content)


@pytest.fixture
def locked(places: Places, monkeypatch: pytest.MonkeyPatch) -> sqlite3.Connection:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)
    Store.open(places.journal).close()
    return sqlite3.connect(places.journal, isolation_level=None)


def test_records_come_back_by_shelf_oldest_first(places: Places) -> None:
    kept = keep_records(
        places, [a_record(3, a=[1, {"b": None}]), a_record(1, a="x"), a_record(2, "person")]
    )
    assert kept is Kept.JOURNAL
    read = read_records(places, "visit")
    assert (read.records, read.messages) == (
        [a_record(1, a="x"), a_record(3, a=[1, {"b": None}])],
        [],
    )
    assert read_records(places, "person").records == [a_record(2, "person")]


def test_where_nothing_is_kept_a_shelf_is_empty_and_nothing_is_made(
    places: Places, tmp_path: Path
) -> None:
    read = read_records(places, "visit")
    assert (read.records, read.messages) == ([], [])
    assert list(tmp_path.iterdir()) == []


@given(st.dictionaries(words, json_values, max_size=4))
def test_a_record_comes_back_from_its_row_as_it_was(content: dict[str, Any]) -> None:
    record = a_record()
    record = replace(record, content=content)
    assert from_row(to_row(record)) == record


def test_text_that_would_act_on_a_screen_is_cleaned_wherever_it_stands() -> None:
    record = a_record(a=["one\ntwo\x1b]0;x\x07"], b={"c\x9b2J": "\u202e!"})
    assert record.content == {"a": ["one\ntwo"], "b": {"c": "!"}}


@pytest.mark.parametrize(
    "changes",
    [
        {"content": "[]"},
        {"content": "no"},
        {"content": "[" * 100_000},
        {"content": None},
        {"started_at": "yesterday"},
        {"edited_at": None},
        {"shelf": None},
    ],
)
def test_a_row_that_holds_no_record_is_told_calmly(changes: Row) -> None:
    with pytest.raises(CalmError, match="could not be understood"):
        from_row(to_row(a_record()) | changes)


def test_a_record_that_cannot_be_understood_hides_no_other(places: Places) -> None:
    keep_records(places, [a_record(1), a_record(2)])
    with closing(sqlite3.connect(places.journal, isolation_level=None)) as other:
        other.execute("UPDATE records SET content = 'no' WHERE id LIKE '00000001%'")
    read = read_records(places, "visit")
    assert read.records == [a_record(2)]
    assert len(read.messages) == 1


def test_a_record_waits_while_the_journal_cannot_be_written_and_is_read_all_the_same(
    places: Places, locked: sqlite3.Connection
) -> None:
    keep_records(places, [a_record(1, a="early"), a_record(2)])
    later = replace(a_record(1, a="late"), edited_at=MADE + timedelta(hours=1))
    put_pending(places.pending, "entries", a_row(0))
    with closing(locked):
        locked.execute("BEGIN IMMEDIATE")
        assert keep_records(places, [later, a_record(3)]) is Kept.PENDING
        assert read_records(places, "visit").records == [later, a_record(2), a_record(3)]
        locked.execute("ROLLBACK")
    assert keep_records(places, [a_record(4)]) is Kept.JOURNAL
    assert read_records(places, "visit").records == [later, *map(a_record, (2, 3, 4))]
    assert list(places.pending.iterdir()) == []


def test_an_older_state_that_waits_is_not_shown(places: Places) -> None:
    keep_records(places, [replace(a_record(1, a="new"), edited_at=MADE + timedelta(hours=1))])
    put_pending(places.pending, "records", to_row(a_record(1, a="old")))
    (record,) = read_records(places, "visit").records
    assert record.content == {"a": "new"}


def test_a_waiting_record_that_cannot_be_understood_leaves_the_kept_one_in_sight(
    places: Places,
) -> None:
    keep_records(places, [a_record(1)])
    put_pending(places.pending, "records", to_row(a_record(1)) | {"content": "no"})
    put_pending(places.pending, "entries", a_row(7))
    (places.pending / "notes.txt").write_text("mine")
    read = read_records(places, "visit")
    assert read.records == [a_record(1)]
    assert len(read.messages) == 1


def test_a_deleted_record_is_gone(places: Places) -> None:
    keep_records(places, [a_record(1, a="a secret"), a_record(2)])
    assert delete_records(places, [row_id(1), row_id(7)]) is Kept.JOURNAL
    assert read_records(places, "visit").records == [a_record(2)]
    assert b"a secret" not in places.journal.read_bytes()
    keep_records(places, [replace(a_record(1), edited_at=MADE + timedelta(days=999))])
    assert read_records(places, "visit").records == [a_record(2)]


def test_a_deletion_that_waits_hides_the_record_at_once_and_is_merged_later(
    places: Places, locked: sqlite3.Connection
) -> None:
    keep_records(places, [a_record(1, a="a secret"), a_record(2)])
    with closing(locked):
        locked.execute("BEGIN IMMEDIATE")
        keep_records(places, [a_record(1, a="a secret that waits")])
        assert delete_records(places, [row_id(1)]) is Kept.PENDING
        assert b"secret" not in b"".join(p.read_bytes() for p in places.pending.iterdir())
        assert read_records(places, "visit").records == [a_record(2)]
        locked.execute("ROLLBACK")
    keep_records(places, [a_record(3)])
    assert read_records(places, "visit").records == [a_record(2), a_record(3)]
    assert b"a secret" not in places.journal.read_bytes()
    assert list(places.pending.iterdir()) == []


def test_what_is_well_known_can_be_made_again_whatever_the_clock_says(places: Places) -> None:
    profile = replace(a_record(1, "profile", a=1), id=WELL_KNOWN)
    keep_records(places, [profile])
    delete_records(places, [WELL_KNOWN])
    assert read_records(places, "profile").records == []
    again = replace(profile, edited_at=MADE - timedelta(days=9))
    keep_records(places, [again])
    assert read_records(places, "profile").records == [again]


def test_a_record_kept_while_the_clock_is_set_back_counts_all_the_same(
    places: Places, locked: sqlite3.Connection
) -> None:
    keep_records(places, [replace(a_record(1, a="early"), edited_at=MADE + timedelta(days=9))])
    with closing(locked):
        locked.execute("BEGIN IMMEDIATE")
        assert keep_records(places, [a_record(1, a="late")]) is Kept.PENDING
        locked.execute("ROLLBACK")
    (record,) = read_records(places, "visit").records
    assert record.content == {"a": "late"}
    keep_records(places, [a_record(2)])
    assert read_records(places, "visit").records[0].content == {"a": "late"}


def test_a_deletion_while_the_clock_is_set_back_counts_all_the_same(
    places: Places, locked: sqlite3.Connection
) -> None:
    ahead = replace(a_record(1, "profile"), id=WELL_KNOWN, edited_at=MADE + timedelta(days=9999))
    keep_records(places, [ahead])
    with closing(locked):
        locked.execute("BEGIN IMMEDIATE")
        assert delete_records(places, [WELL_KNOWN]) is Kept.PENDING
        locked.execute("ROLLBACK")
    assert read_records(places, "profile").records == []
    keep_records(places, [a_record(2)])
    assert read_records(places, "profile").records == []


def test_a_damaged_or_newer_journal_is_told_and_nothing_is_raised(places: Places) -> None:
    keep_records(places, [a_record(1)])
    with closing(sqlite3.connect(places.journal, isolation_level=None)) as other:
        other.execute("PRAGMA user_version = 99")
    read = read_records(places, "visit")
    assert read.records == [a_record(1)]
    assert "newer calmcli" in read.messages[0]
    assert keep_records(places, [a_record(2)]) is Kept.PENDING
    assert read_records(places, "visit").records == [a_record(1), a_record(2)]
    places.journal.write_bytes(b"garbage" * 999)
    read = read_records(places, "visit")
    assert read.records == [a_record(2)]
    assert len(read.messages) == 1


def test_damage_further_in_is_told_after_what_could_be_read(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("calmcli.store.connection.FIRST_ROWS", 1)
    keep_records(places, [a_record(1), a_record(2)])
    damage = "UPDATE records SET content = CAST(x'ff' AS TEXT) WHERE id LIKE '00000001-%'"
    with closing(sqlite3.connect(places.journal, isolation_level=None)) as other:
        other.execute(damage)
    read = read_records(places, "visit")
    assert read.records == [a_record(2)]
    (message,) = read.messages
    assert "its file is damaged" in message


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.integers(0, 60_000), st.binary(min_size=1, max_size=64))
def test_garbage_within_a_journal_raises_nothing(
    places: Places, place: int, garbage: bytes
) -> None:
    if not places.backups.exists():
        keep_records(with_places(places, journal=places.backups), [a_record(1), a_record(2)])
    content = bytearray(places.backups.read_bytes())
    place %= len(content)
    content[place : place + len(garbage)] = garbage
    places.journal.write_bytes(content)
    read = read_records(places, "visit")
    assert len(read.records) <= 2
