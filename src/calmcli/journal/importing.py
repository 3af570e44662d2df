"""Bringing another journal's rows into this one: all of them or none."""

import os
from contextlib import suppress
from pathlib import Path

from msgspec import Struct, field

from calmcli.journal.incoming import Source
from calmcli.paths import Places
from calmcli.store.connection import Store
from calmcli.store.erasing import erase
from calmcli.store.errors import StoreError
from calmcli.store.merging import changes_anything, merge
from calmcli.store.pending import merge_pending
from calmcli.store.restoring import back_up_now
from calmcli.store.row import Row
from calmcli.store.tables import DELETED, ENTRIES, RECORDS, WITH_WORDS


class Counted(Struct):
    """What became of the rows of one table."""

    new: int = 0
    """They were not here."""
    newer: int = 0
    """They took the place of a state edited earlier."""
    known: int = 0
    """They changed nothing: this state or a newer one was here, or a deletion."""


class Imported(Struct):
    """What became of everything that a file had to bring."""

    sessions: Counted = field(default_factory=Counted)
    records: Counted = field(default_factory=Counted)
    gone: int = 0
    """How many rows that were here are gone, since they were deleted there."""
    copy: Path | None = None
    """A copy of the journal as it was before; None where nothing changed or nothing was here."""


def import_rows(places: Places, source: Source) -> Imported:
    """Merge rows by id: the newest edit wins, a deletion always, and twice is once.

    Everything is looked at before anything is let in, and a copy is made before anything changes.
    Raises CalmError, and then the journal is as it was.
    """
    for _ in source():
        pass
    imported = Imported()
    was_here = os.path.lexists(places.journal)
    with Store.open(places.journal) as store:
        merge_pending(store, places.pending)
        if was_here and any(changes_anything(store, table, row) for table, row in source()):
            imported.copy = back_up_now(places)
        with store.all_or_nothing():
            for table, row in source():
                _let_in(store, table, row, imported)
    with suppress(StoreError):  # it is finished at the next start
        erase(places.journal)
    return imported


def _let_in(store: Store, table: str, row: Row, imported: Imported) -> None:
    homes = WITH_WORDS if table == DELETED else (table,)
    was_here = any(store.get(home, str(row["id"])) for home in homes)
    has_changed = merge(store, table, row)
    if table == DELETED:
        imported.gone += has_changed and was_here
        return
    counted = {ENTRIES: imported.sessions, RECORDS: imported.records}[table]
    if not has_changed:
        counted.known += 1
    elif was_here:
        counted.newer += 1
    else:
        counted.new += 1
