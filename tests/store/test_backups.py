import os
import shutil
import sqlite3
import stat
import threading
from collections.abc import Iterator
from contextlib import closing
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from calmcli.clock import local_time
from calmcli.paths import Places
from calmcli.store import backups, care
from calmcli.store.backups import KEPT, back_up, backups_in
from calmcli.store.care import look_after
from calmcli.store.connection import Store
from calmcli.store.errors import DamagedJournal, StoreError
from calmcli.store.hurry import Hurry
from calmcli.store.keeper import Kept
from calmcli.store.leftovers import STALE_SECONDS
from calmcli.store.writer import Writer
from sample_rows import MemoryStore, a_row, names_in, places_in, row_id

LONG = 30.0
NOON = datetime(2026, 11, 21, 12, 0).astimezone()


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """The places of a journal with one row."""
    places = places_in(tmp_path)
    with Store.open(places.journal) as store:
        store.put("entries", a_row(1, note="a word to keep"))
    return places


@pytest.fixture
def connection(places: Places) -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(places.journal, isolation_level=None)) as connection:
        yield connection


def aged(path: Path, seconds: float) -> None:
    """Let a file be so old."""
    moment = local_time().timestamp() - seconds
    os.utime(path, (moment, moment))


def test_a_copy_is_whole_private_and_named_by_its_day(
    places: Places, connection: sqlite3.Connection
) -> None:
    path = back_up(connection, places.backups, lambda: NOON)
    assert path.name == "journal-0001-2026-11-21.db"
    assert names_in(places.backups) == [path.name]
    with Store.open_to_read(path) as store:
        assert list(store.rows("entries")) == [a_row(1, note="a word to keep")]
    if os.name == "posix":
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
        assert stat.S_IMODE(places.backups.stat().st_mode) == 0o700


def test_the_newest_five_are_kept_whatever_the_clock_says(
    places: Places, connection: sqlite3.Connection
) -> None:
    for days in (5, 4, 9, 1, 0, -3, 2):
        back_up(connection, places.backups, lambda days=days: NOON - timedelta(days=days))  # type: ignore[misc]
    assert [backup.number for backup in backups_in(places.backups)] == [7, 6, 5, 4, 3]
    assert len(names_in(places.backups)) == KEPT


def test_other_files_among_the_copies_are_nobodys_business(
    places: Places, connection: sqlite3.Connection
) -> None:
    places.backups.mkdir()
    (places.backups / "mine.db").write_text("mine")
    for _ in range(7):
        back_up(connection, places.backups)
    assert (places.backups / "mine.db").read_text() == "mine"


def test_a_copy_that_is_not_whole_drives_out_no_older_one(
    places: Places, connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(connection, places.backups)
    before = names_in(places.backups)
    monkeypatch.setattr(backups, "_WHOLE", ("another answer",))
    for _ in range(6):
        with pytest.raises(DamagedJournal):
            back_up(connection, places.backups)
    assert names_in(places.backups) == before


def test_the_journal_is_copied_once_a_day(places: Places) -> None:
    for _ in range(3):
        look_after(places.journal)
    (only,) = backups_in(places.backups)
    aged(only.path, 23 * 3600)
    look_after(places.journal)
    assert len(backups_in(places.backups)) == 1
    aged(only.path, 25 * 3600)
    look_after(places.journal)
    assert len(backups_in(places.backups)) == 2


def test_a_clock_that_was_set_back_does_not_stop_the_copies(places: Places) -> None:
    look_after(places.journal)
    aged(backups_in(places.backups)[0].path, -90 * 86400)
    look_after(places.journal)
    look_after(places.journal)
    assert [backup.number for backup in backups_in(places.backups)] == [2, 1]


def test_where_no_journal_is_none_is_begun(tmp_path: Path) -> None:
    look_after(tmp_path / "journal.db")
    assert names_in(tmp_path) == []


def test_a_session_leaves_a_copy(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    writer = Writer(places)
    writer.put("entries", a_row(1))
    assert writer.finish(LONG) is Kept.JOURNAL
    (backup,) = backups_in(places.backups)
    with Store.open_to_read(backup.path) as store:
        assert list(store.rows("entries")) == [a_row(1)]


def test_a_copy_breaks_off_for_whoever_waits_and_leaves_no_part(places: Places) -> None:
    with Store.open(places.journal) as store, store.all_or_nothing():
        for number in range(2000):
            store.put("entries", a_row(1, id=row_id(number), note="n" * 300))
    asked = 0

    def hurry() -> bool:
        nonlocal asked
        asked += 1
        return True

    with pytest.raises(StoreError):
        look_after(places.journal, hurry)
    assert asked
    assert names_in(places.backups) == []
    look_after(places.journal)
    assert len(names_in(places.backups)) == 1


def test_a_row_never_waits_for_a_copy(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    """The copy is held until a row is given; it breaks off, and the row is kept."""
    store = MemoryStore()
    writer = Writer(places, store.open)
    given: list[bool] = []

    def slowly(_journal: Path, hurry: Hurry) -> None:
        if not given:
            given.append(True)
            writer.put("entries", a_row(2))
            assert hurry()
            raise StoreError("broken off")

    monkeypatch.setattr(care, "look_after", slowly)
    writer.put("entries", a_row(1))
    assert writer.finish(LONG) is Kept.JOURNAL
    assert sorted(store.written) == [row_id(1), row_id(2)]


def test_a_copy_that_takes_too_long_does_not_hold_up_the_end(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = MemoryStore()
    writer = Writer(places, store.open)
    hurried: list[bool] = []

    def until_hurried(_journal: Path, hurry: Hurry) -> None:
        while not hurry():
            threading.Event().wait(0.001)
        hurried.append(True)

    monkeypatch.setattr(care, "look_after", until_hurried)
    writer.put("entries", a_row(1))
    assert writer.flush(LONG)
    assert writer.finish(0.01) is Kept.JOURNAL
    assert hurried == [True]


def test_what_a_killed_program_left_is_removed_when_it_is_old(places: Places) -> None:
    look_after(places.journal)
    aged(backups_in(places.backups)[0].path, 2 * 86400)
    places.pending.mkdir()
    old = [
        places.backups / ".journal.0a0b0c0d.new",
        places.backups / ".journal.0a0b0c0d.new-journal",
        places.pending / f".{row_id(1)}.json.0a0b0c0d.new",
        places.journal.with_name(".journal.db.0a0b0c0d.new"),
    ]
    young = [path.with_name(path.name.replace("0a0b", "ffff")) for path in old]
    for path in (*old, *young):
        path.write_text("half")
    for path in old:
        aged(path, STALE_SECONDS + 60)
    look_after(places.journal)
    assert not any(path.exists() for path in old)
    assert all(path.exists() for path in young)


def test_a_copy_is_made_of_a_journal_that_may_only_be_read(places: Places) -> None:
    with closing(
        sqlite3.connect(f"{places.journal.as_uri()}?mode=ro", uri=True, isolation_level=None)
    ) as reader:
        path = back_up(reader, places.backups)
    with Store.open_to_read(path) as store:
        assert store.get("entries", row_id(1)) == a_row(1, note="a word to keep")


def test_a_full_disk_leaves_the_older_copies(
    places: Places, connection: sqlite3.Connection, monkeypatch: pytest.MonkeyPatch
) -> None:
    back_up(connection, places.backups)
    shutil.copy(backups_in(places.backups)[0].path, places.journal.with_name("kept"))

    def full(*_: object) -> int:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(backups, "create_private", full)
    with pytest.raises(OSError, match="No space"):
        back_up(connection, places.backups)
    (only,) = backups_in(places.backups)
    assert only.path.read_bytes() == places.journal.with_name("kept").read_bytes()
