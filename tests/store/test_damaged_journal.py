"""Files in the place of the journal that are none, not whole, or not for us."""

import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from calmcli.store.connection import Store
from calmcli.store.errors import (
    DamagedJournal,
    NewerJournal,
    ReplacedJournal,
    RowRefused,
    StoreError,
    from_sqlite,
)
from sample_rows import a_row, row_id

Use = Callable[[Path], Store]
USES: list[Use] = [Store.open, Store.open_to_read]
same_folder = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    """A whole journal with one row."""
    path = tmp_path / "journal.db"
    with Store.open(path) as store:
        store.put("entries", a_row(1))
    return path


def change(journal: Path, statement: str) -> None:
    with closing(sqlite3.connect(journal, isolation_level=None)) as other:
        other.execute(statement)


@pytest.mark.parametrize("use", USES)
def test_a_journal_of_zero_bytes_is_damaged_and_not_begun_anew(use: Use, tmp_path: Path) -> None:
    path = tmp_path / "journal.db"
    path.touch()
    with pytest.raises(DamagedJournal, match="empty"):
        use(path)
    assert path.read_bytes() == b""


@pytest.mark.parametrize("use", USES)
def test_bytes_that_are_no_journal_are_left_as_they_are(use: Use, tmp_path: Path) -> None:
    path = tmp_path / "journal.db"

    @same_folder
    @given(st.binary(min_size=1, max_size=3000))
    def left(content: bytes) -> None:
        path.write_bytes(content)
        with pytest.raises(DamagedJournal):
            use(path)
        assert path.read_bytes() == content

    left()


@pytest.mark.parametrize("use", USES)
def test_a_journal_cut_short_anywhere_is_damaged(use: Use, journal: Path) -> None:
    whole = journal.read_bytes()

    @same_folder
    @given(st.integers(min_value=0, max_value=len(whole) - 1))
    def damaged(length: int) -> None:
        journal.write_bytes(whole[:length])
        with pytest.raises(DamagedJournal, match=r"empty|missing|another program|damaged"):
            use(journal)
        assert journal.read_bytes() == whole[:length]

    damaged()


def test_garbage_within_a_journal_never_raises_anything_but_a_store_error(journal: Path) -> None:
    whole = journal.read_bytes()

    @same_folder
    @given(st.integers(0, len(whole) - 1), st.binary(min_size=1, max_size=64))
    def calm(place: int, garbage: bytes) -> None:
        content = bytearray(whole)
        content[place : place + len(garbage)] = garbage
        journal.write_bytes(content[: len(whole)])
        with suppress(StoreError), Store.open_to_read(journal) as store:
            store.get("entries", row_id(1))
            list(store.rows("entries"))
        with suppress(StoreError), Store.open(journal) as store:
            store.put("entries", a_row(2))

    calm()


def test_text_that_is_no_text_is_damage(journal: Path) -> None:
    change(journal, "UPDATE entries SET note = CAST(x'ff' AS TEXT)")
    with Store.open_to_read(journal) as store, pytest.raises(DamagedJournal, match="damaged"):
        list(store.rows("entries"))


@pytest.mark.parametrize("use", USES)
@pytest.mark.parametrize("statement", ["PRAGMA application_id = 7", "PRAGMA application_id = 0"])
def test_a_database_of_another_program_is_left_as_it_is(
    use: Use, statement: str, journal: Path
) -> None:
    change(journal, statement)
    before = journal.read_bytes()
    with pytest.raises(DamagedJournal, match="another program"):
        use(journal)
    assert journal.read_bytes() == before


@pytest.mark.parametrize("use", USES)
def test_a_folder_or_a_pipe_in_the_place_of_the_journal_is_no_journal(
    use: Use, tmp_path: Path
) -> None:
    with pytest.raises(DamagedJournal, match="another program"):
        use(tmp_path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe")
        with pytest.raises(DamagedJournal):
            use(tmp_path / "pipe")


@pytest.mark.parametrize("use", USES)
def test_a_newer_journal_is_left_as_it_is(use: Use, journal: Path) -> None:
    change(journal, "PRAGMA user_version = 99")
    before = journal.read_bytes()
    with pytest.raises(NewerJournal, match="newer calmcli"):
        use(journal)
    assert journal.read_bytes() == before


def test_what_is_known_of_a_newer_journal_can_be_read(journal: Path) -> None:
    change(journal, "ALTER TABLE entries ADD COLUMN mood TEXT")
    change(journal, "PRAGMA user_version = 99")
    with Store.open_to_read(journal, even_newer=True) as store:
        assert list(store.rows("entries")) == [a_row(1) | {"mood": None}]


@pytest.mark.parametrize(
    ("name", "kind", "words"),
    [
        ("SQLITE_FULL", StoreError, "the disk is full"),
        ("SQLITE_IOERR_WRITE", StoreError, "the disk did not take"),
        ("SQLITE_READONLY", StoreError, "may not be written"),
        ("SQLITE_CORRUPT_INDEX", DamagedJournal, "damaged"),
        ("SQLITE_CONSTRAINT_CHECK", RowRefused, "does not fit into the journal: what SQLite said"),
        ("SQLITE_READONLY_DBMOVED", ReplacedJournal, "moved or replaced"),
        ("SQLITE_NOMEM", StoreError, "what SQLite said"),
    ],
)
def test_every_fault_of_sqlite_has_its_words(name: str, kind: type[StoreError], words: str) -> None:
    error = sqlite3.OperationalError("what SQLite said")
    error.sqlite_errorname = name
    told = from_sqlite(error)
    assert type(told) is kind
    assert words in str(told)
