"""Deleted words leave no trace, neither in the journal's unused bytes nor in its copies.

A mark is made before a row is deleted and goes when all of this is done, so that what a kill or a
full disk left undone is done at the next start.
"""

import os
import sqlite3
from contextlib import closing
from pathlib import Path

from calmcli.paths import sync_folder, unfinished, write_private
from calmcli.store.backups import (
    backups_in,
    check_pages,
    check_whole,
    copy_whole,
    folder_beside,
)
from calmcli.store.errors import DamagedJournal
from calmcli.store.hurry import Hurry, never, watch
from calmcli.store.leftovers import remove_leftovers
from calmcli.store.migrations import transaction
from calmcli.store.opening import calm_faults, open_to_read, open_to_write
from calmcli.store.statements import deleting
from calmcli.store.tables import DELETED, ENTRIES, WITH_WORDS, tombstone

_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table'"
_GONE = f"SELECT id, edited_at FROM {DELETED}"  # noqa: S608

Gone = dict[str, str]
"""The ids of deleted rows, and when they went."""


def mark(journal: Path) -> None:
    """Note that there is something to erase, while the journal is held for writing.

    Raises OSError when it cannot be noted.
    """
    write_private(_marker(journal), os.urandom(8).hex().encode())


def is_unfinished(journal: Path) -> bool:
    """Whether words that were deleted may still be in the journal's file or its copies."""
    return os.path.lexists(_marker(journal))


def erase(journal: Path, hurry: Hurry = never) -> None:
    """Do what is still to be done after deletions, if anything.

    Raises StoreError when it cannot be done now; what is left is done the next time.
    """
    if not is_unfinished(journal) or not os.path.lexists(journal):
        return
    with calm_faults():
        known = _marker(journal).read_bytes()
        with closing(open_to_write(journal)) as connection:
            watch(connection, hurry)
            connection.execute("PRAGMA temp_store = MEMORY")  # not in a folder that others use
            connection.execute("VACUUM")  # moved rows leave bytes behind that secure_delete misses
            with transaction(connection):
                gone = Gone(connection.execute(_GONE))
                for backup in backups_in(folder_beside(journal)):
                    _take_out(backup.path, gone, hurry)
                remove_leftovers(journal, gone)
                if _marker(journal).read_bytes() == known:  # else another deletion has begun
                    _marker(journal).unlink()
        sync_folder(journal.parent)


def _marker(journal: Path) -> Path:
    return journal.with_name(f".{journal.name}.erasing")


def _take_out(backup: Path, gone: Gone, hurry: Hurry) -> None:
    """Write a copy anew without the rows that are gone; one that cannot be read goes itself."""
    fresh = unfinished(backup)
    try:
        with calm_faults(), closing(sqlite3.connect(":memory:", isolation_level=None)) as copy:
            with closing(sqlite3.connect(f"{backup.absolute().as_uri()}?mode=ro", uri=True)) as old:
                if not _holds_any(old, gone):
                    return
                watch(copy, hurry)
                old.backup(copy)
            _delete(copy, gone)
            copy_whole(copy, fresh, hurry, check_pages)
            known = backup.stat()
            os.utime(fresh, ns=(known.st_atime_ns, known.st_mtime_ns))  # it is no younger for that
            fresh.replace(backup)
            sync_folder(backup.parent)
    except DamagedJournal:
        if _is_whole(backup):
            raise
        backup.unlink(missing_ok=True)
    finally:
        fresh.unlink(missing_ok=True)


def _is_whole(backup: Path) -> bool:
    """Whether what went wrong with a copy was no fault of its own."""
    try:
        with calm_faults(), closing(open_to_read(backup, even_newer=True)) as connection:
            check_whole(connection)
    except DamagedJournal:
        return False
    return True


def _holds_any(connection: sqlite3.Connection, gone: Gone) -> bool:
    found = {name for (name,) in connection.execute(_TABLES)}
    return any(
        connection.execute(f"SELECT 1 FROM {table} WHERE id = ?", [row_id]).fetchone()  # noqa: S608
        for table in WITH_WORDS
        if table in found
        for row_id in gone
    )


def _delete(connection: sqlite3.Connection, gone: Gone) -> None:
    found = {name for (name,) in connection.execute(_TABLES)}
    for row_id, moment in gone.items():
        if DELETED in found:
            for statement, values in deleting(tombstone(row_id, moment)):
                connection.execute(statement, values)
        else:  # a copy of a journal of the first version, which knew no deletions
            connection.execute(f"DELETE FROM {ENTRIES} WHERE id = ?", [row_id])  # noqa: S608
