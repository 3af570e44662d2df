"""Opening the journal's file: made whole or not at all, and never mistaken for another's."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Literal

from calmcli.paths import (
    close_to_others,
    create_private,
    move_if_absent,
    private_folder,
    sync_folder,
    unfinished,
)
from calmcli.store import errors
from calmcli.store.backups import back_up, folder_beside
from calmcli.store.migrations import APPLICATION_ID, MIGRATIONS, migrate, user_version
from calmcli.store.odd import half_written, is_odd

BUSY_SECONDS = 1.5
"""How long to wait for another program that is writing. The end of a session waits longer, so that
it can say why a row was set aside."""


@contextmanager
def calm_faults() -> Iterator[None]:
    """Inside it, whatever SQLite or the system raise becomes a StoreError."""
    try:
        yield
    except sqlite3.Error as error:
        raise errors.from_sqlite(error) from error
    except UnicodeDecodeError as error:  # SQLite's own message quotes a damaged schema
        raise errors.DamagedJournal(errors.DAMAGED.format(reason=errors.BROKEN)) from error
    except OSError as error:
        raise errors.from_system(error) from error


def open_to_write(path: Path) -> sqlite3.Connection:
    """A connection that writes, to a journal made or brought up to date if need be.

    Raises StoreError.
    """
    with calm_faults():
        private_folder(path.parent)
        if not os.path.lexists(path):
            _create(path)
        close_to_others(path)
        connection = _connect(path, "rw")
        with _closed_on_fault(connection):
            _prove(connection, path, newest=len(MIGRATIONS))
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")
            connection.execute("PRAGMA foreign_keys = ON")
            if user_version(connection) < len(MIGRATIONS):
                back_up(connection, folder_beside(path))
                migrate(connection)
        return connection


def open_to_read(path: Path, *, even_newer: bool = False) -> sqlite3.Connection:
    """A connection that only reads and changes nothing on the disk. Raises StoreError.

    The one exception: what a killed program left half written is rolled back first.
    """
    newest = None if even_newer else len(MIGRATIONS)
    with calm_faults():
        try:
            return _open_to_read(path, newest)
        except sqlite3.OperationalError as error:
            if error.sqlite_errorname != "SQLITE_READONLY_ROLLBACK":
                raise
        with closing(_connect(path, "rw")) as connection:
            user_version(connection)
        return _open_to_read(path, newest)


def _open_to_read(path: Path, newest: int | None) -> sqlite3.Connection:
    connection = _connect(path, "ro")
    with _closed_on_fault(connection):
        _prove(connection, path, newest)
    return connection


def _connect(path: Path, mode: Literal["ro", "rw"]) -> sqlite3.Connection:
    """A bare connection; it makes no file, and reads none yet."""
    try:
        known = path.stat()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise errors.MissingJournal(errors.MISSING) from error
    if not stat.S_ISREG(known.st_mode):
        raise errors.DamagedJournal(errors.DAMAGED.format(reason=errors.FOREIGN))
    if is_odd(half_written(str(path))):
        raise errors.DamagedJournal(errors.DAMAGED.format(reason=errors.ODD))
    if known.st_size == 0:
        raise errors.DamagedJournal(errors.DAMAGED.format(reason=errors.EMPTY))
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        timeout=BUSY_SECONDS,
        isolation_level=None,
        uri=True,
    )
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA cell_size_check = ON")
    return connection


@contextmanager
def _closed_on_fault(connection: sqlite3.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _prove(connection: sqlite3.Connection, path: Path, newest: int | None) -> None:
    """See that it is a whole journal of ours, of a form up to `newest` (None: any).

    One transaction holds writers off meanwhile, so a file that is growing never looks cut short.
    """
    connection.execute("BEGIN")
    mark = connection.execute("PRAGMA application_id").fetchone()[0]
    page_bytes = connection.execute("PRAGMA page_size").fetchone()[0]
    pages = connection.execute("PRAGMA page_count").fetchone()[0]
    version, size = user_version(connection), path.stat().st_size
    connection.execute("COMMIT")
    if mark != APPLICATION_ID:
        raise errors.DamagedJournal(errors.DAMAGED.format(reason=errors.FOREIGN))
    if size < pages * page_bytes:
        raise errors.DamagedJournal(errors.DAMAGED.format(reason=errors.SHORT))
    if newest is not None and version > newest:
        raise errors.NewerJournal(errors.NEWER)


def _create(path: Path) -> None:
    """Make an empty journal under another name and move it into place when it is whole.

    So a power cut can leave a stray file but never half a journal; and of two programs that begin
    at once, the first one's journal stays.
    """
    fresh = unfinished(path)
    os.close(create_private(fresh))
    try:
        with closing(sqlite3.connect(fresh, isolation_level=None)) as connection:
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            migrate(connection)
        with suppress(FileExistsError):
            move_if_absent(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(path.parent)
