"""Whole journals that are locked, moved, replaced, half written, or out of reach."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from calmcli.store import opening
from calmcli.store.connection import Store
from calmcli.store.errors import DamagedJournal, MissingJournal, StoreError
from sample_rows import a_row, names_in

Use = Callable[[Path], Store]
USES: list[Use] = [Store.open, Store.open_to_read]
windows_holds_on = pytest.mark.skipif(os.name == "nt", reason="open files stay where they are")


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A whole journal with one row."""
    path = tmp_path / "journal.db"
    with Store.open(path) as store:
        store.put("entries", a_row(1))
    return path


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)


@pytest.fixture
def lock(journal: Path) -> Iterator[sqlite3.Connection]:
    """Another program in the middle of writing."""
    with closing(sqlite3.connect(journal, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield other


@pytest.mark.usefixtures("impatient", "lock")
@pytest.mark.parametrize("use", USES)
def test_a_locked_journal_is_not_called_damaged(use: Use, journal: Path) -> None:
    with pytest.raises(StoreError, match="another program is using it") as caught:
        use(journal)
    assert type(caught.value) is StoreError


@pytest.mark.usefixtures("impatient")
def test_a_lock_that_comes_while_it_is_open_is_waited_for_and_then_told(journal: Path) -> None:
    with Store.open(journal) as store, closing(sqlite3.connect(journal)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="another program"):
            store.put("entries", a_row(2))
        other.rollback()
        store.put("entries", a_row(2))


@windows_holds_on
def test_a_journal_moved_away_while_open_is_begun_again(journal: Path) -> None:
    with Store.open(journal) as store:
        journal.rename(journal.with_name("conflict.db"))
        store.put("entries", a_row(2))
    with Store.open_to_read(journal) as store:
        assert list(store.rows("entries")) == [a_row(2)]


@windows_holds_on
def test_a_journal_replaced_while_open_takes_the_row_by_its_id(journal: Path) -> None:
    with Store.open(journal) as store:
        shutil.copy(journal, journal.with_name("synced"))
        store.put("entries", a_row(2))
        journal.with_name("synced").replace(journal)
        store.put("entries", a_row(2, after=3))
        assert list(store.rows("entries")) == [a_row(2, after=3), a_row(1)]
    with Store.open_to_read(journal) as store:
        assert list(store.rows("entries")) == [a_row(2, after=3), a_row(1)]


@windows_holds_on
def test_a_journal_replaced_by_garbage_while_open_is_damaged(journal: Path) -> None:
    with Store.open(journal) as store:
        journal.with_name("synced").write_bytes(b"garbage" * 1000)
        journal.with_name("synced").replace(journal)
        with pytest.raises(DamagedJournal):
            store.put("entries", a_row(2))
        with pytest.raises(StoreError):
            store.put("entries", a_row(2))


def half_written(journal: Path) -> Path:
    """A copy of the journal as a program leaves it that is killed while it writes."""
    copy = journal.with_name("copy.db")
    with closing(sqlite3.connect(journal, isolation_level=None)) as other:
        other.execute("PRAGMA cache_size = 1")
        other.execute("BEGIN IMMEDIATE")
        for _ in range(50):
            other.execute("UPDATE entries SET note = coalesce(note, '') || hex(randomblob(2000))")
        shutil.copy(journal, copy)
        shutil.copy(f"{journal}-journal", f"{copy}-journal")
        other.execute("ROLLBACK")
    assert copy.read_bytes() != journal.read_bytes()
    return copy


@pytest.mark.parametrize("use", USES)
def test_what_a_killed_program_left_half_written_is_rolled_back(use: Use, journal: Path) -> None:
    copy = half_written(journal)
    with use(copy) as store:
        assert list(store.rows("entries")) == [a_row(1)]


def test_a_journal_that_appears_while_ours_is_made_stays(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os.path, "lexists", lambda _path: False)
    with Store.open(journal) as store:
        assert list(store.rows("entries")) == [a_row(1)]
    assert names_in(journal.parent) == ["journal.db"]


def no_links(*_: object) -> None:
    raise PermissionError(1, "Operation not permitted")


def test_a_disk_without_hard_links_holds_a_journal_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "hardlink_to", no_links)
    with Store.open(tmp_path / "journal.db") as store:
        store.put("entries", a_row(1))
    assert names_in(tmp_path) == ["journal.db"]


def test_on_a_disk_without_hard_links_too_the_first_journal_stays(
    journal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "hardlink_to", no_links)
    before = journal.read_bytes()
    opening._create(journal)
    assert journal.read_bytes() == before
    assert names_in(journal.parent) == ["journal.db"]


def test_a_journal_that_vanishes_before_it_is_opened_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os.path, "lexists", lambda _path: True)
    with pytest.raises(MissingJournal):
        Store.open(tmp_path / "journal.db")


def test_a_home_that_is_a_file_is_told_calmly(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("mine")
    with pytest.raises(StoreError, match="cannot be used now"):
        Store.open(tmp_path / "home" / "journal.db")
    with pytest.raises(MissingJournal):
        Store.open_to_read(tmp_path / "home" / "journal.db")


def keeps_us_out(folder: Path) -> bool:
    """Whether modes mean anything here: to root they do not."""
    folder.chmod(0o500)
    return not os.access(folder, os.W_OK)


def test_a_folder_that_may_not_be_written_can_still_be_read(journal: Path) -> None:
    if not keeps_us_out(journal.parent):
        pytest.skip("this account may write everywhere")
    journal.chmod(0o400)
    try:
        with Store.open_to_read(journal) as store:
            assert list(store.rows("entries")) == [a_row(1)]
        with pytest.raises(StoreError, match=r"written|opened"), Store.open(journal) as store:
            store.put("entries", a_row(2))
        with pytest.raises(StoreError, match="just now"):
            Store.open(journal.with_name("other.db"))
        journal.chmod(0o000)
        with pytest.raises(StoreError, match="opened"):
            Store.open_to_read(journal)
    finally:
        journal.parent.chmod(0o700)
