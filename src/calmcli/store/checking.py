"""How the journal is, and everything that belongs to it. Looking changes nothing."""

import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from msgspec import Struct

from calmcli.paths import Places
from calmcli.store import erasing
from calmcli.store.backups import backups_in, check_whole
from calmcli.store.errors import MissingJournal, StoreError
from calmcli.store.opening import calm_faults, open_to_read
from calmcli.store.pending import read_pending
from calmcli.store.set_aside import set_aside_files
from calmcli.store.tables import ENTRIES

_OTHERS = 0o077


class Copy(Struct, frozen=True):
    """One of the copies that calmcli keeps."""

    path: Path
    """The file."""
    written_at: datetime
    """When it was written, in local time."""
    fault: str
    """What is wrong with it, in a sentence; empty when it is whole."""


class Checkup(Struct):
    """What was found."""

    is_there: bool = True
    """Whether there is a journal."""
    fault: str = ""
    """What is wrong with the journal, in a sentence; empty when it is whole."""
    sessions: int = 0
    """How many sessions are in it."""
    size: int = 0
    """How large its file is, in bytes."""
    copies: list[Copy] = []
    """The copies, newest first."""
    waiting: int = 0
    """How many rows wait for it."""
    unreadable: list[Path] = []
    """What lies among the waiting rows and cannot be understood."""
    set_aside: list[Path] = []
    """Files that were once in its place."""
    open_to_others: list[Path] = []
    """What other people on this machine may read or change."""
    is_erasing: bool = False
    """Whether deleted words may still be in its file or its copies."""

    @property
    def is_well(self) -> bool:
        """Whether there is nothing that anyone has to do."""
        faults = [self.fault, *(copy.fault for copy in self.copies)]
        return not (any(faults) or self.unreadable or self.open_to_others or self.is_erasing)

    @property
    def whole_copies(self) -> list[Copy]:
        """The copies that can be put in the journal's place, newest first."""
        return [copy for copy in self.copies if not copy.fault]


def sqlite_version() -> str:
    """Which SQLite reads and writes it."""
    return sqlite3.sqlite_version


def check_up(places: Places) -> Checkup:
    """Look at everything; nothing is raised and nothing changed."""
    found = Checkup(
        is_erasing=erasing.is_unfinished(places.journal),
        set_aside=set_aside_files(places.journal),
        copies=list(_copies(places)),
        open_to_others=list(_open_to_others(places)),
    )
    pending = read_pending(places.pending)
    found.waiting, found.unreadable = len(pending.rows), pending.left
    try:
        with calm_faults(), closing(open_to_read(places.journal)) as connection:
            check_whole(connection)
            count = connection.execute(f"SELECT count(*) FROM {ENTRIES}")  # noqa: S608
            found.sessions = int(count.fetchone()[0])
            found.size = places.journal.stat().st_size
    except MissingJournal:
        found.is_there = False
    except StoreError as error:
        found.fault = str(error)
    return found


def _copies(places: Places) -> Iterator[Copy]:
    for backup in backups_in(places.backups):
        fault, written_s = "", 0.0
        try:
            with calm_faults(), closing(open_to_read(backup.path)) as connection:
                check_whole(connection)
        except StoreError as error:
            fault = str(error)
        with suppress(OSError):
            written_s = backup.path.stat().st_mtime
        yield Copy(backup.path, datetime.fromtimestamp(written_s).astimezone(), fault)


def _open_to_others(places: Places) -> Iterator[Path]:
    """What others may use; where the folder is closed, what is in it is closed as well."""
    if os.name == "nt":
        return
    for path in (places.journal, places.backups, places.pending, *set_aside_files(places.journal)):
        with suppress(OSError):
            closed = not stat.S_IMODE(places.journal.parent.stat().st_mode) & _OTHERS
            if not closed and stat.S_IMODE(path.stat().st_mode) & _OTHERS:
                yield path
