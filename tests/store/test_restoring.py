import os
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import pytest

from calmcli.paths import Places
from calmcli.store import set_aside
from calmcli.store.backups import backups_in
from calmcli.store.care import look_after
from calmcli.store.checking import check_up
from calmcli.store.connection import Store
from calmcli.store.deleting import delete_rows, takes_long
from calmcli.store.errors import (
    BROKEN,
    DAMAGED,
    DamagedJournal,
    MissingJournal,
    NewerJournal,
    StoreError,
)
from calmcli.store.pending import put_pending
from calmcli.store.restoring import back_up_now, back_up_to, newest_whole_backup, restore
from calmcli.store.set_aside import remove_set_aside, set_aside_files
from sample_rows import a_row, names_in, places_in, row_id

NOON = datetime(2026, 11, 21, 12, 0).astimezone()
ASIDE = "journal-set-aside-2026-11-21.db"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """The places of a journal of one row, with one copy."""
    places = places_in(tmp_path / "home")
    keep(places, a_row(1, note="early"))
    look_after(places.journal)
    return places


def keep(places: Places, *rows: dict[str, str | int | float | None]) -> None:
    with Store.open(places.journal) as store:
        for row in rows:
            store.put("entries", row)


def notes(path: Path) -> list[object]:
    with Store.open_to_read(path) as store:
        return [row["note"] for row in store.rows("entries")]


def newest(places: Places) -> Path:
    return backups_in(places.backups)[0].path


def garbage(journal: Path) -> None:
    journal.write_bytes(b"garbage" * 999)


def nothing(journal: Path) -> None:
    journal.write_bytes(b"")


def cut_short(journal: Path) -> None:
    journal.write_bytes(journal.read_bytes()[:-4096])


def gone(journal: Path) -> None:
    journal.unlink()


@pytest.mark.parametrize("fault", [garbage, nothing, cut_short])
def test_a_copy_takes_the_place_of_a_damaged_journal_which_is_set_aside(
    places: Places, fault: Callable[[Path], None]
) -> None:
    fault(places.journal)
    broken = places.journal.read_bytes()
    put_pending(places.pending, "entries", a_row(2, note="waited"))
    restored = restore(places, newest_whole_backup(places), lambda: NOON)
    assert restored.aside == places.journal.with_name(ASIDE)
    assert restored.aside.read_bytes() == broken
    assert (restored.merged, restored.refused) == (1, 0)
    assert notes(places.journal) == ["waited", "early"]
    assert names_in(places.pending) == []
    assert names_in(places.journal.parent) == ["backups", ASIDE, "journal.db", "pending"]


def test_a_whole_journal_is_set_aside_as_well_and_nothing_is_overwritten(places: Places) -> None:
    keep(places, a_row(2, note="late"))
    for _ in range(3):
        restore(places, newest(places), lambda: NOON)
    aside = set_aside_files(places.journal)
    assert [path.name for path in aside] == [
        "journal-set-aside-2026-11-21-2.db",
        "journal-set-aside-2026-11-21-3.db",
        ASIDE,
    ]
    assert notes(aside[2]) == ["late", "early"]
    assert notes(places.journal) == ["early"]
    assert remove_set_aside(places.journal) == []
    assert set_aside_files(places.journal) == []


def test_where_the_journal_is_missing_nothing_is_set_aside(places: Places) -> None:
    places.journal.unlink()
    assert restore(places, newest(places)).aside is None
    assert notes(places.journal) == ["early"]


@pytest.mark.parametrize("version", [None, 99])
def test_what_was_deleted_stays_deleted_in_an_older_file(
    places: Places, tmp_path: Path, version: int | None
) -> None:
    back_up_to(places, tmp_path / "mine.db")
    delete_rows(places, [row_id(1)])
    if version:  # and a newer calmcli has been here since
        with closing(sqlite3.connect(places.journal, isolation_level=None)) as other:
            other.execute(f"PRAGMA user_version = {version}")
    restore(places, tmp_path / "mine.db")
    assert notes(places.journal) == []
    assert b"early" not in places.journal.read_bytes()
    assert notes(tmp_path / "mine.db") == ["early"]


def test_a_new_journal_can_be_begun(places: Places) -> None:
    garbage(places.journal)
    put_pending(places.pending, "entries", a_row(2, note="waited"))
    restored = restore(places, None, lambda: NOON)
    assert (restored.source, restored.merged) == (None, 1)
    assert notes(places.journal) == ["waited"]


def test_the_newest_copy_that_is_whole_is_offered(places: Places) -> None:
    back_up_now(places)
    whole = newest(places)
    back_up_now(places)
    garbage(newest(places))
    assert newest_whole_backup(places) == whole
    for path in (newest(places), whole, newest(places)):
        path.unlink(missing_ok=True)
    for backup in backups_in(places.backups):
        backup.path.unlink()
    assert newest_whole_backup(places) is None


@pytest.mark.parametrize(
    ("content", "kind"),
    [(b"", DamagedJournal), (b"garbage" * 999, DamagedJournal), (None, MissingJournal)],
)
def test_a_file_that_is_no_whole_journal_changes_nothing(
    places: Places, tmp_path: Path, content: bytes | None, kind: type[StoreError]
) -> None:
    before = places.journal.read_bytes()
    if content is not None:
        (tmp_path / "mine.db").write_bytes(content)
    with pytest.raises(kind):
        restore(places, tmp_path / "mine.db")
    assert places.journal.read_bytes() == before
    assert names_in(places.journal.parent) == ["backups", "journal.db"]


def test_a_page_that_fits_with_no_other_changes_nothing(places: Places, tmp_path: Path) -> None:
    keep(places, *(a_row(number, note="n" * 900) for number in range(40)))
    back_up_to(places, tmp_path / "mine.db")
    content = bytearray((tmp_path / "mine.db").read_bytes())
    content[-4096:-3000] = b"\0" * 1096
    (tmp_path / "mine.db").write_bytes(content)
    before = places.journal.read_bytes()
    with pytest.raises(DamagedJournal):
        restore(places, tmp_path / "mine.db")
    assert places.journal.read_bytes() == before


def test_a_journal_of_a_newer_calmcli_is_no_copy_for_this_one(
    places: Places, tmp_path: Path
) -> None:
    back_up_to(places, tmp_path / "mine.db")
    with closing(sqlite3.connect(tmp_path / "mine.db", isolation_level=None)) as other:
        other.execute("PRAGMA user_version = 99")
    with pytest.raises(NewerJournal):
        restore(places, tmp_path / "mine.db")


def test_a_journal_that_another_program_writes_to_is_left_in_place(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("calmcli.store.restoring.BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(places.journal, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program"):
            restore(places, newest(places))
    assert names_in(places.journal.parent) == ["backups", "journal.db"]


def test_a_session_that_goes_on_meanwhile_is_kept_in_the_restored_journal(places: Places) -> None:
    with Store.open(places.journal) as store:
        store.put("entries", a_row(2, note="begun"))
        restore(places, newest(places))
        store.put("entries", a_row(2, note="ended"))
    assert notes(places.journal) == ["ended", "early"]


def test_what_was_half_written_goes_aside_with_its_file(places: Places) -> None:
    keep(places, *(a_row(number) for number in range(5)))
    before = notes(places.journal)
    with closing(sqlite3.connect(places.journal, isolation_level=None)) as other:
        other.execute("PRAGMA cache_size = 1")
        other.execute("BEGIN IMMEDIATE")
        for _ in range(50):
            other.execute("UPDATE entries SET note = coalesce(note, '') || hex(randomblob(2000))")
        half = places.journal.read_bytes()
        undo = set_aside.undo_of(places.journal).read_bytes()
        other.execute("ROLLBACK")
    places.journal.write_bytes(half)
    set_aside.undo_of(places.journal).write_bytes(undo)
    aside = set_aside.put_in_place(None, places.journal, NOON)
    assert aside is not None
    assert not places.journal.exists()
    assert notes(aside) == before


def test_a_disk_without_hard_links_sets_aside_too(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_links(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", no_links)
    restored = restore(places, newest(places), lambda: NOON)
    assert restored.aside is not None
    assert notes(restored.aside) == notes(places.journal) == ["early"]


def test_a_copy_never_takes_the_place_of_another_file(places: Places, tmp_path: Path) -> None:
    (tmp_path / "mine.db").write_text("mine")
    with pytest.raises(StoreError):
        back_up_to(places, tmp_path / "mine.db")
    assert (tmp_path / "mine.db").read_text() == "mine"
    assert names_in(tmp_path) == ["home", "mine.db"]


def test_a_linked_journal_can_be_restored(places: Places, tmp_path: Path) -> None:
    shutil.move(places.journal, tmp_path / "elsewhere.db")
    try:
        places.journal.symlink_to(tmp_path / "elsewhere.db")
    except OSError:
        pytest.skip("no links here")
    restore(places, newest(places), lambda: NOON)
    assert notes(places.journal) == ["early"]
    assert os.path.lexists(places.journal.with_name(ASIDE))


def test_a_copy_of_a_missing_journal_begins_none(tmp_path: Path) -> None:
    places = places_in(tmp_path)
    for attempt in (lambda: back_up_now(places), lambda: back_up_to(places, tmp_path / "mine.db")):
        with pytest.raises(MissingJournal):
            attempt()
    assert names_in(tmp_path) == []


def test_rows_that_wait_go_on_waiting_where_they_cannot_be_merged(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise StoreError("not now")

    put_pending(places.pending, "entries", a_row(2))
    monkeypatch.setattr("calmcli.store.restoring.merge_pending", locked)
    assert restore(places, newest(places)).merged == 0
    assert len(names_in(places.pending)) == 1


def test_a_copy_that_cannot_be_read_is_named_with_what_is_wrong(places: Places) -> None:
    garbage(newest(places))
    (copy,) = check_up(places).copies
    assert (copy.path, copy.fault) == (newest(places), DAMAGED.format(reason=BROKEN))


def test_where_there_is_no_journal_deleting_takes_no_time(tmp_path: Path) -> None:
    assert not takes_long(places_in(tmp_path))
