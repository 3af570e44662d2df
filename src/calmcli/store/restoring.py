"""Putting a copy of the journal in its place, or beginning anew; nothing is overwritten."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from calmcli.clock import local_time
from calmcli.paths import Places, move_if_absent, private_folder, sync_folder, unfinished
from calmcli.store.backups import back_up, backups_in, check_whole, copy_whole
from calmcli.store.connection import Store
from calmcli.store.erasing import erase
from calmcli.store.errors import StoreError
from calmcli.store.merging import merge
from calmcli.store.opening import BUSY_SECONDS, calm_faults, open_to_read, open_to_write
from calmcli.store.pending import Merged, merge_pending
from calmcli.store.row import Row
from calmcli.store.set_aside import put_in_place
from calmcli.store.tables import DELETED


class Restored(Struct, frozen=True):
    """What was done."""

    source: Path | None
    """The file that is the journal now; None when it was begun anew."""
    aside: Path | None
    """Where the former journal is; None when there was none."""
    merged: int
    """How many rows that waited are in it now."""
    refused: int
    """How many files among those that waited were left as they are."""


def newest_whole_backup(places: Places) -> Path | None:
    """The newest copy that is whole, None when none is. Raises nothing."""
    for backup in backups_in(places.backups):
        with suppress(StoreError):
            check_file(backup.path)
            return backup.path
    return None


def check_file(path: Path) -> None:
    """See that a file is a whole journal that this calmcli knows. Raises StoreError if not."""
    with calm_faults(), closing(open_to_read(path)) as connection:
        check_whole(connection)


def back_up_to(places: Places, path: Path) -> None:
    """Write a copy of the journal to a file that is not there yet.

    Raises StoreError, and then no such file was made.
    """
    fresh = unfinished(path)
    try:
        with calm_faults(), closing(_writable(places.journal)) as connection:
            copy_whole(connection, fresh)
            move_if_absent(fresh, path)
            sync_folder(path.parent)
    finally:
        fresh.unlink(missing_ok=True)


def back_up_now(places: Places, local: Callable[[], datetime] = local_time) -> Path:
    """Write one more of the copies that calmcli keeps; gives its path. Raises StoreError."""
    with calm_faults(), closing(_writable(places.journal)) as connection:
        return back_up(connection, places.backups, local)


def restore(
    places: Places, source: Path | None, local: Callable[[], datetime] = local_time
) -> Restored:
    """Put a copy of a file in the journal's place, or an empty journal, and merge what waits.

    What was deleted from the present journal stays deleted, as far as that can be read. The former
    journal is set aside. Raises StoreError, and then everything is as it was.
    """
    journal = places.journal
    fresh = unfinished(journal)
    try:
        with calm_faults():
            private_folder(journal.parent)
            _prepare(fresh, source, _gone(journal))
            with _held(journal):
                aside = put_in_place(fresh, journal, local())
    finally:
        fresh.unlink(missing_ok=True)
    merged = Merged([], [])
    with suppress(StoreError), Store.open(journal) as store:  # else it goes on waiting
        merged = merge_pending(store, places.pending)
    return Restored(source, aside, len(merged.kept), len(merged.left))


def _writable(journal: Path) -> sqlite3.Connection:
    """The journal, for one who may write to it if that can be: copying it then needs no memory."""
    open_to_read(journal).close()  # what is not there is not begun, and what is damaged is told
    try:
        return open_to_write(journal)
    except StoreError:
        return open_to_read(journal)


def _prepare(fresh: Path, source: Path | None, gone: list[Row]) -> None:
    if source is not None:
        check_file(source)
        with closing(open_to_read(source)) as connection:
            copy_whole(connection, fresh)
    with Store.open(fresh) as store, store.all_or_nothing():
        for row in gone:
            merge(store, DELETED, row)
    erase(fresh)


def _gone(journal: Path) -> list[Row]:
    """The deletions of a journal, as far as they can be read."""
    gone: list[Row] = []
    with suppress(StoreError), Store.open_to_read(journal, even_newer=True) as store:
        gone.extend(store.rows(DELETED))
    return gone


@contextmanager
def _held(journal: Path) -> Iterator[None]:
    """Nobody writes to the journal meanwhile, if it is one at all.

    Raises sqlite3.Error when somebody does so now.
    """
    if not journal.exists() or journal.stat().st_size == 0:  # SQLite would begin writing there
        yield
        return
    uri = f"{journal.absolute().as_uri()}?mode=rw"
    with closing(sqlite3.connect(uri, BUSY_SECONDS, isolation_level=None, uri=True)) as holder:
        try:
            holder.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            if error.sqlite_errorname in ("SQLITE_BUSY", "SQLITE_LOCKED"):
                raise
        if os.name == "nt":  # an open file keeps its name there
            holder.close()
        yield
