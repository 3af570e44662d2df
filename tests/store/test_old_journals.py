"""Journals that past versions of calmcli wrote, each kept as it left them."""

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from calmcli.journal.entries import from_row
from calmcli.journal.reading import read_entries
from calmcli.journal.tallying import read_trends
from calmcli.journal.trends import trends_of
from calmcli.paths import Places
from calmcli.store.backups import back_up, backups_in, folder_beside
from calmcli.store.connection import Store
from calmcli.store.errors import StoreError
from calmcli.store.keeper import Kept
from calmcli.store.migrations import MIGRATIONS, user_version
from calmcli.store.records import read_records
from calmcli.store.writer import Writer
from sample_rows import a_row, places_in, row_id

OLD = Path(__file__).parent / "journals"
VERSIONS = range(1, len(MIGRATIONS))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return places_in(tmp_path / "home")


def left_by(version: int, places: Places) -> None:
    places.journal.parent.mkdir(exist_ok=True)
    shutil.copy(OLD / f"version-{version}.db", places.journal)


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return user_version(connection)


def test_a_journal_of_every_past_version_is_kept_for_these_tests() -> None:
    assert {path.name for path in OLD.iterdir()} == {f"version-{n}.db" for n in VERSIONS}
    assert [version_of(OLD / f"version-{n}.db") for n in VERSIONS] == list(VERSIONS)


@pytest.mark.parametrize("version", VERSIONS)
def test_an_old_journal_is_read_as_it_is(places: Places, version: int) -> None:
    left_by(version, places)
    before = places.journal.read_bytes()
    reading = read_entries(places)
    entries = {entry.id: entry for entry in reading.entries}
    assert reading.messages == []
    assert entries[row_id(3)] == from_row(a_row(3))
    assert entries[row_id(1)].note == "one line\nand another 🌿"
    assert (entries[row_id(2)].skipped, entries[row_id(2)].before) == (["neck"], None)
    assert read_records(places, "visit").messages == []
    assert places.journal.read_bytes() == before


@pytest.mark.parametrize("version", VERSIONS)
def test_an_old_journal_is_brought_up_to_date_and_kept_as_it_was(
    places: Places, version: int
) -> None:
    left_by(version, places)
    before = list(read_entries(places).entries)
    writer = Writer(places)
    writer.put("entries", a_row(9))
    assert writer.finish(30) is Kept.JOURNAL
    assert version_of(places.journal) == len(MIGRATIONS)
    assert list(read_entries(places).entries) == [from_row(a_row(9)), *before]
    (backup,) = backups_in(places.backups)
    assert version_of(backup.path) == version
    with Store.open_to_read(backup.path) as store:
        assert [from_row(row) for row in store.rows("entries")] == before


@pytest.mark.parametrize("version", VERSIONS)
def test_the_trends_of_an_old_journal_are_those_of_its_entries_before_and_after_it_is_up_to_date(
    places: Places, version: int
) -> None:
    left_by(version, places)
    expected = trends_of(read_entries(places).entries)
    assert sum(trend.sessions for trend in expected) == 3
    assert read_trends(places).trends == expected
    Store.open(places.journal).close()
    assert version_of(places.journal) == len(MIGRATIONS)
    assert read_trends(places).trends == expected


def test_an_old_journal_is_left_as_it_is_where_no_copy_can_be_kept(places: Places) -> None:
    left_by(1, places)
    before = places.journal.read_bytes()
    places.backups.write_text("in the way")
    with pytest.raises(StoreError):
        Store.open(places.journal)
    assert places.journal.read_bytes() == before


def test_copies_are_kept_where_the_places_say(places: Places) -> None:
    assert folder_beside(places.journal) == places.backups


def test_a_copy_of_a_damaged_journal_is_not_kept(places: Places) -> None:
    left_by(1, places)
    content = bytearray(places.journal.read_bytes())
    content[-4096:] = b"\xee" * 4096
    places.journal.write_bytes(content)
    with closing(sqlite3.connect(places.journal)) as connection, pytest.raises(sqlite3.Error):
        back_up(connection, places.backups)
    assert list(places.backups.iterdir()) == []
