"""Copies of the journal, the newest few, each checked before an older one goes for it."""

import os
import re
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import datetime
from pathlib import Path

import msgspec

from calmcli.clock import local_time
from calmcli.paths import create_private, private_folder, sync_folder, unfinished
from calmcli.store.errors import BROKEN, DAMAGED, DamagedJournal
from calmcli.store.hurry import Hurry, never, watch

KEPT = 5
"""How many there are at most."""
EVERY_SECONDS = 86_400.0
"""How old the newest may become before there is another."""

_NAME = re.compile(r"journal-(\d{4,9})-\d{4}-\d\d-\d\d\.db")
_WHOLE = ("ok",)


class Backup(msgspec.Struct, frozen=True, order=True):
    """A copy of the journal. Clocks are set back, so a number tells which is newer."""

    number: int
    """One more than that of the copy before it."""
    path: Path
    """The file; its name has the number and the day in it."""


def folder_beside(journal: Path) -> Path:
    """Where the copies of a journal are."""
    return journal.with_name("backups")


def backups_in(folder: Path) -> list[Backup]:
    """The copies that are there, newest first. Raises nothing."""
    try:
        names = os.listdir(folder)  # noqa: PTH208  # Path.iterdir makes a Path of each first
    except OSError:
        return []
    found = [match for match in map(_NAME.fullmatch, names) if match]
    return sorted((Backup(int(match[1]), folder / match[0]) for match in found), reverse=True)


def is_due(folder: Path, now: datetime) -> bool:
    """Whether the newest copy is from another day; one from the future has no say."""
    newest = backups_in(folder)[:1]
    if not newest:
        return True
    age_s = now.timestamp() - newest[0].path.stat().st_mtime
    return not 0 <= age_s < EVERY_SECONDS


def back_up(
    connection: sqlite3.Connection,
    folder: Path,
    local: Callable[[], datetime] = local_time,
    hurry: Hurry = never,
) -> Path:
    """Write a new copy, check it, and let go of the oldest; nothing else is changed.

    Raises DamagedJournal when what was written is not whole, sqlite3.Error and OSError.
    """
    private_folder(folder)
    fresh = unfinished(folder / "journal")
    try:
        copy_whole(connection, fresh, hurry)
        path = _move_to_next_number(fresh, folder, local())
    finally:
        fresh.unlink(missing_ok=True)
    sync_folder(folder)
    for old in backups_in(folder)[KEPT:]:
        old.path.unlink(missing_ok=True)
    return path


def copy_whole(
    connection: sqlite3.Connection,
    path: Path,
    hurry: Hurry = never,
    check: Callable[[sqlite3.Connection], None] | None = None,
) -> None:
    """Write a copy of a journal to a file that is not there yet, and see that it is whole.

    `check` sees to that in the place of `check_whole`.

    A copy holds no trace of what was deleted: it is written row by row, not page by page.
    """
    watch(connection, hurry)
    try:
        _write_rows(connection, path)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname != "SQLITE_ERROR":
            raise
        path.unlink()  # SQLite 3.40 copies no generated columns for one who may only read
        with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
            connection.backup(memory)
            watch(memory, hurry)
            _write_rows(memory, path)
    watch(connection, never)
    with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as copy:
        watch(copy, hurry)
        (check or check_whole)(copy)
    descriptor = os.open(path, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_rows(connection: sqlite3.Connection, path: Path) -> None:
    os.close(create_private(path))
    connection.execute("VACUUM INTO ?", (os.fspath(path),))


def check_whole(connection: sqlite3.Connection) -> None:
    """See that every page of a journal fits with the others. Raises DamagedJournal if not."""
    _check(connection, "integrity_check")


def check_pages(connection: sqlite3.Connection) -> None:
    """See that every page can be read, and not that the indexes fit: in a third of the time.

    Raises DamagedJournal if not.
    """
    _check(connection, "quick_check")


def _check(connection: sqlite3.Connection, pragma: str) -> None:
    if connection.execute(f"PRAGMA {pragma}(1)").fetchone() != _WHOLE:
        raise DamagedJournal(DAMAGED.format(reason=BROKEN))


def _move_to_next_number(fresh: Path, folder: Path, moment: datetime) -> Path:
    """Give a finished copy its name; of two programs that choose one number both keep theirs."""
    newest = backups_in(folder)[:1]
    number = newest[0].number + 1 if newest else 1
    while True:
        path = folder / f"journal-{number:04}-{moment:%Y-%m-%d}.db"
        if not os.path.lexists(path):
            fresh.replace(path)
            return path
        number += 1
