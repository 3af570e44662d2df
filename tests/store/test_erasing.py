"""After a deletion the bytes of what was deleted are found nowhere."""

import os
import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import UUID

import pytest

from calmcli.paths import Places
from calmcli.store import deleting, erasing, leftovers, opening
from calmcli.store.backups import back_up, backups_in
from calmcli.store.care import look_after
from calmcli.store.connection import Store
from calmcli.store.deleting import delete_rows, is_erasing
from calmcli.store.errors import DamagedJournal, StoreError
from calmcli.store.forgetting import delete_everything
from calmcli.store.keeper import Kept
from calmcli.store.pending import put_pending, read_pending
from calmcli.store.writer import Writer
from sample_rows import a_row, names_in, places_in, row_id

WORDS = "the words that must go"
LONG_AGO = "2001-01-01T10:00:00+02:00"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    """The places of a journal of two rows with two copies, where one row has the words."""
    places = places_in(tmp_path / "home")
    keep(places, a_row(1, note=WORDS), a_row(2, note="stays"))
    copy(places)
    copy(places)
    return places


def keep(places: Places, *rows: dict[str, str | int | float | None]) -> None:
    with Store.open(places.journal) as store, store.all_or_nothing():
        for row in rows:
            store.put("entries", row)


def copy(places: Places) -> Path:
    with closing(sqlite3.connect(places.journal, isolation_level=None)) as connection:
        return back_up(connection, places.backups)


def holding(places: Places, words: str = WORDS) -> list[Path]:
    """Every file under the home that has the words in it."""
    files = (path for path in places.journal.parent.rglob("*") if path.is_file())
    return [path for path in files if words.encode() in path.read_bytes()]


def notes(path: Path) -> list[object]:
    with Store.open_to_read(path) as store:
        return [row["note"] for row in store.rows("entries")]


def test_a_deleted_note_is_found_nowhere_and_the_others_stay(places: Places) -> None:
    put_pending(places.pending, "entries", a_row(1, note=f"{WORDS}, later"))
    (places.pending / f".{row_id(1)}.json.0a0b0c0d.new").write_text(WORDS)
    (places.backups / ".journal.0a0b0c0d.new").write_text(WORDS)
    places.journal.with_name(".journal.db.0a0b0c0d.new").write_text(WORDS)
    places.journal.with_name(".settings.toml.0a0b0c0d.new").write_text("being written")
    assert len(holding(places)) == 7
    assert delete_rows(places, [row_id(1)]) is Kept.JOURNAL
    assert holding(places) == []
    assert not is_erasing(places)
    assert places.journal.with_name(".settings.toml.0a0b0c0d.new").exists()
    assert [notes(backup.path) for backup in backups_in(places.backups)] == [["stays"], ["stays"]]
    assert notes(places.journal) == ["stays"]
    assert names_in(places.pending) == []


def test_the_name_of_a_script_is_found_nowhere_once_its_last_session_is_deleted(
    places: Places,
) -> None:
    keep(places, a_row(3, script="my-own-words"), a_row(4, script="my-own-words", after=2))
    copy(places)
    for number, left in ((3, True), (4, False)):
        assert delete_rows(places, [row_id(number)]) is Kept.JOURNAL
        assert bool(holding(places, "my-own-words")) is left


def test_a_copy_that_was_written_anew_is_private_and_as_old_as_it_was(places: Places) -> None:
    oldest = backups_in(places.backups)[-1].path
    os.utime(oldest, (1_600_000_000, 1_600_000_000))
    delete_rows(places, [row_id(1)])
    assert oldest.stat().st_mtime == 1_600_000_000
    if os.name == "posix":
        assert oldest.stat().st_mode & 0o777 == 0o600


def test_bytes_of_rows_that_moved_go_as_well(tmp_path: Path) -> None:
    """Rows that grow are moved to other pages, and SQLite leaves bytes where they were."""
    noise = random.Random(3)  # noqa: S311  # the same every time
    places = places_in(tmp_path)
    ids: list[str] = []
    noted: list[str] = []
    with Store.open(places.journal) as store, store.all_or_nothing():
        for number in range(150):
            bits = noise.getrandbits(48) << 80 | 7 << 76 | noise.getrandbits(70)
            ids.append(str(UUID(int=bits)))
            store.put("entries", a_row(number, id=ids[-1]))
            if noise.random() < 0.7:
                chosen = noise.choice(ids)
                note = WORDS + "z" * noise.choice([5, 50, 300, 900, 2000, 6000])
                store.put("entries", a_row(number, id=chosen, note=note))
                noted += [chosen] if chosen not in noted else []
    assert delete_rows(places, noted) is Kept.JOURNAL
    assert holding(places) == []
    assert holding(places, "zzzzz") == []


def test_a_deletion_that_was_broken_off_is_finished_at_the_next_start(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patched:
        patched.setattr(erasing, "erase", lambda _journal: None)  # killed right after the commit
        assert delete_rows(places, [row_id(1)]) is Kept.JOURNAL
    assert is_erasing(places)
    assert len(holding(places)) == 2
    writer = Writer(places)
    writer.put("entries", a_row(3))
    writer.finish(30)
    assert holding(places) == []
    assert not is_erasing(places)


def test_a_deletion_merged_from_waiting_reaches_the_copies(places: Places) -> None:
    put_pending(places.pending, "deleted", {"id": row_id(1), "edited_at": "2026-11-22T10:00:00Z"})
    writer = Writer(places)
    writer.put("entries", a_row(3))
    writer.finish(30)
    assert holding(places) == []
    assert names_in(places.pending) == []


def test_a_deletion_while_the_journal_is_locked_waits_and_is_done_later(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(places, a_row(3, edited_at=LONG_AGO))
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)
    with closing(sqlite3.connect(places.journal, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        assert delete_rows(places, [row_id(1), row_id(3)]) is Kept.PENDING
        other.execute("ROLLBACK")
    dated = {
        str(waits.row["id"]): waits.row["edited_at"] for waits in read_pending(places.pending).rows
    }
    assert dated[row_id(3)] != LONG_AGO
    assert delete_rows(places, [row_id(9)]) is Kept.JOURNAL
    assert holding(places) == []


def test_a_deletion_that_can_be_kept_nowhere_says_so(places: Places) -> None:
    places.journal.write_bytes(b"garbage" * 999)
    places.pending.write_text("in the way")
    assert delete_rows(places, [row_id(1)]) is Kept.LOST
    assert delete_rows(places, []) is Kept.NOTHING


def test_a_deletion_given_meanwhile_is_not_taken_for_done(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = leftovers.remove_leftovers

    def meanwhile(journal: Path, gone: dict[str, str]) -> None:
        erasing.mark(journal)
        real(journal, gone)

    with monkeypatch.context() as patched:
        patched.setattr(erasing, "remove_leftovers", meanwhile)
        delete_rows(places, [row_id(1)])
    assert is_erasing(places)
    look_after(places.journal)
    assert not is_erasing(places)


def test_a_copy_that_cannot_be_read_goes_and_holds_up_nothing(places: Places) -> None:
    broken = backups_in(places.backups)[0].path
    broken.write_bytes(WORDS.encode() * 999)
    delete_rows(places, [row_id(1)])
    assert holding(places) == []
    assert not broken.exists()
    assert not is_erasing(places)


def test_a_copy_that_is_whole_stays_when_it_cannot_be_written_anew(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object) -> None:
        raise DamagedJournal("what was written is not whole")

    with monkeypatch.context() as patched:
        patched.setattr(erasing, "copy_whole", refuses)
        delete_rows(places, [row_id(1)])
    assert len(backups_in(places.backups)) == 2
    assert is_erasing(places)
    look_after(places.journal)
    assert holding(places) == []


def test_a_copy_of_the_first_version_loses_the_row_too(places: Places) -> None:
    old = places.backups / "journal-0009-2026-11-21.db"
    shutil.copy(Path(__file__).parent / "journals" / "version-1.db", old)
    delete_rows(places, [row_id(1)])
    assert notes(old) == [None, None]
    assert holding(places, "one line") == []


def test_a_full_disk_leaves_it_for_the_next_start(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr(erasing, "copy_whole", full)
        assert delete_rows(places, [row_id(1)]) is Kept.JOURNAL
        assert is_erasing(places)
        with pytest.raises(StoreError, match="no space"):
            erasing.erase(places.journal)
    assert len(holding(places)) == 2
    erasing.erase(places.journal)
    assert holding(places) == []


@pytest.fixture
def full_home(places: Places) -> Places:
    put_pending(places.pending, "entries", a_row(7, note=WORDS))
    (places.pending / "notes.txt").write_text(WORDS)
    shutil.copy(places.journal, places.journal.with_name("journal-set-aside-2026-11-21.db"))
    places.journal.with_name("journal-set-aside-2026-11-21.db-journal").write_text(WORDS)
    places.journal.with_name("journal.db-journal").write_text(WORDS)
    places.journal.with_name(".journal.db.0a0b0c0d.new").write_text(WORDS)
    erasing.mark(places.journal)
    return places


def test_when_all_is_deleted_nothing_is_left_but_what_is_not_the_journals(
    full_home: Places,
) -> None:
    full_home.settings.write_text("plain = true\n")
    full_home.scripts.mkdir()
    assert delete_everything(full_home) == []
    assert names_in(full_home.journal.parent) == ["scripts", "settings.toml"]


def test_what_cannot_be_removed_is_named(
    full_home: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = Path.unlink

    def stubborn(path: Path, **options: bool) -> None:
        if path == full_home.journal:
            raise PermissionError(13, "Permission denied")
        real(path, **options)

    monkeypatch.setattr(Path, "unlink", stubborn)
    assert delete_everything(full_home) == [full_home.journal]


def test_a_state_that_the_journal_refused_goes_with_its_row(places: Places) -> None:
    put_pending(places.pending, "entries", a_row(1, before=99, note=WORDS))
    assert delete_rows(places, [row_id(1)]) is Kept.JOURNAL
    assert holding(places) == []


@pytest.mark.parametrize("fault", [PermissionError(13, "denied"), StoreError("no")])
def test_a_waiting_state_that_cannot_be_removed_does_not_undo_the_deletion(
    places: Places, fault: Exception, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(*_: object) -> None:
        raise fault

    monkeypatch.setattr(deleting, "remove_pending", locked)
    assert delete_rows(places, [row_id(1)]) is Kept.JOURNAL
    assert notes(places.journal) == ["stays"]


def test_erasing_breaks_off_for_whoever_waits_and_is_finished_later(places: Places) -> None:
    with Store.open(places.journal) as store, store.all_or_nothing():
        for number in range(3, 2000):
            store.put("entries", a_row(1, id=row_id(number), note="n" * 300))
    erasing.mark(places.journal)
    with pytest.raises(StoreError):
        look_after(places.journal, lambda: True)
    assert is_erasing(places)
    look_after(places.journal)
    assert not is_erasing(places)
