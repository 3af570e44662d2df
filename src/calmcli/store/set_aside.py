"""Files that were once in the journal's place, under names of their own."""

import os
import re
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from calmcli.paths import close_to_others, sync_folder

_NAME = re.compile(r"journal-set-aside-\d{4}-\d\d-\d\d(-\d+)?\.db")
_UNDO = "-journal"
"""What SQLite adds to the name of a file for the one that takes back what was half written."""


def set_aside_files(journal: Path) -> list[Path]:
    """The files that were set aside, by name. Raises nothing."""
    try:
        names = os.listdir(journal.parent)  # noqa: PTH208  # Path.iterdir makes a Path of each
    except OSError:
        return []
    return [journal.with_name(name) for name in sorted(names) if _NAME.fullmatch(name)]


def remove_set_aside(journal: Path) -> list[Path]:
    """Remove them all; what could not be removed is given back."""
    for path in set_aside_files(journal):
        with suppress(OSError):
            undo_of(path).unlink(missing_ok=True)
            path.unlink()
    sync_folder(journal.parent)
    return set_aside_files(journal)


def put_in_place(fresh: Path | None, journal: Path, moment: datetime) -> Path | None:
    """Put a new file in the journal's place, or none; the former one gets a new name.

    The former one is never without a name: a kill in between leaves it under both. Raises OSError.
    """
    aside = None
    if os.path.lexists(journal):
        aside = _free_name(journal, moment)
        _link(journal, aside)
        if undo_of(journal).exists():
            undo_of(journal).replace(undo_of(aside))
    if fresh is not None:
        fresh.replace(journal)
    elif aside is not None:
        journal.unlink(missing_ok=True)
    if aside is not None:
        close_to_others(aside)
    sync_folder(journal.parent)
    return aside


def undo_of(path: Path) -> Path:
    """The file in which SQLite remembers what a database was before it was half written."""
    return path.with_name(path.name + _UNDO)


def _free_name(journal: Path, moment: datetime) -> Path:
    number = 1
    while True:
        more = "" if number == 1 else f"-{number}"
        path = journal.with_name(f"journal-set-aside-{moment:%Y-%m-%d}{more}.db")
        if not os.path.lexists(path):
            return path
        number += 1


def _link(journal: Path, aside: Path) -> None:
    try:
        aside.hardlink_to(journal)
    except OSError:  # a file system without hard links, or a link to a file elsewhere
        journal.replace(aside)
