"""What stands on a shelf, read in a few milliseconds, for a page that someone in a panic waits for.

Nothing here is imported that `store.records` needs: that would be half of the time there is.
"""
# pathlib would be a tenth of the time until the first words of that page
# ruff: noqa: PTH100, PTH208

import os
import sqlite3
from typing import Any, NamedTuple

from calmcli.store.odd import half_written, is_odd

_WAITS_IN_SECONDS = 0.2
_ENDING = ".json"
_AN_ENTRY = b'"table":"entries"'
_BEGINNING_BYTES = 64
_NEEDS_MORE = ("SQLITE_READONLY_ROLLBACK", "SQLITE_BUSY", "SQLITE_BUSY_RECOVERY")
"""Where a closer look can find what a glance cannot."""
_SELECT = "SELECT content FROM records WHERE shelf = ? ORDER BY started_ms, id"
_OLDEST_WITH_RECORDS = 2


class Glance(NamedTuple):
    """What was seen."""

    contents: list[dict[str, Any]]
    """What each record says, oldest first."""
    is_all: bool
    """Whether that is all there is: False where the journal cannot be read."""


def glance(journal: str, pending: str, shelf: str) -> Glance | None:
    """The records of a shelf; None where only `read_records` can tell. Raises nothing."""
    if _records_wait(pending):
        return None
    try:
        return Glance(_contents(journal, shelf), is_all=True)
    except sqlite3.Error as error:
        if getattr(error, "sqlite_errorname", "") in _NEEDS_MORE:
            return None
        return Glance([], is_all=False)
    except (OSError, ValueError, RecursionError):
        return Glance([], is_all=False)


def _contents(journal: str, shelf: str) -> list[dict[str, Any]]:
    try:
        os.stat(journal)  # noqa: PTH116
    except (FileNotFoundError, NotADirectoryError):
        return []
    if is_odd(journal) or is_odd(half_written(journal)):
        raise OSError(journal)
    import json  # noqa: PLC0415  only where there is a journal
    from urllib.parse import quote  # noqa: PLC0415

    address = f"file:{quote(os.path.abspath(journal))}?mode=ro"
    connection = sqlite3.connect(address, timeout=_WAITS_IN_SECONDS, uri=True)
    try:
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        if 0 < version < _OLDEST_WITH_RECORDS:
            return []
        found = [json.loads(content) for (content,) in connection.execute(_SELECT, (shelf,))]
    finally:
        connection.close()
    return [each for each in found if isinstance(each, dict)]


def _records_wait(pending: str) -> bool:
    """Whether anything but entries waits to be put into the journal."""
    try:
        names = [name for name in os.listdir(pending) if name.endswith(_ENDING)]
    except (OSError, ValueError):
        return False
    return not all(_is_entry(os.path.join(pending, name)) for name in names)  # noqa: PTH118


def _is_entry(path: str) -> bool:
    """Whether a waiting file is plainly one of an entry."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
    except OSError:
        return False
    try:
        return _AN_ENTRY in os.read(descriptor, _BEGINNING_BYTES)
    except OSError:
        return False
    finally:
        os.close(descriptor)
