"""A mark in a journal that is being removed, for whoever has it open in another window.

They would take the file for one that a sync program moved away, and write what they know into a
new one. The mark goes with the file: nothing of it stays.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from calmcli.store.migrations import APPLICATION_ID

_FORGOTTEN_ID = APPLICATION_ID ^ 1
_PATIENCE_S = 0.5


@contextmanager
def being_forgotten(journal: Path) -> Iterator[None]:
    """Inside it, the journal is marked; where it is still there at the end, it is as it was."""
    _mark(journal, APPLICATION_ID, _FORGOTTEN_ID)
    try:
        yield
    finally:
        _mark(journal, _FORGOTTEN_ID, APPLICATION_ID)


def is_forgotten(connection: sqlite3.Connection) -> bool:
    """Whether the file that is open here was marked before it went."""
    with suppress(sqlite3.Error):
        (mark,) = connection.execute("PRAGMA application_id").fetchone()
        return bool(mark == _FORGOTTEN_ID)
    return False


def _mark(journal: Path, before: int, after: int) -> None:
    """Change the mark of an ordinary file that has the one before; nothing else is touched."""
    if journal.is_symlink() or not journal.is_file():
        return
    with (
        suppress(sqlite3.Error, OSError, ValueError),
        closing(
            sqlite3.connect(
                f"{journal.absolute().as_uri()}?mode=rw",
                timeout=_PATIENCE_S,
                isolation_level=None,
                uri=True,
            )
        ) as connection,
    ):
        if connection.execute("PRAGMA application_id").fetchone() == (before,):
            connection.execute(f"PRAGMA application_id = {after}")
