"""What stands in the journal now: what is in its file, and what still waits for it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from msgspec import Struct

from calmcli.errors import CalmError
from calmcli.journal.entries import Entry, from_row
from calmcli.paths import Places
from calmcli.store.connection import Store
from calmcli.store.errors import StoreError
from calmcli.store.overlay import lay_over
from calmcli.store.pending import read_pending
from calmcli.store.reading import Say, open_if_readable
from calmcli.store.row import Row
from calmcli.store.standing import UNREADABLE_FILE
from calmcli.store.tables import ENTRIES


class Standing(Struct, frozen=True):
    """The journal as it is at one moment."""

    store: Store | None
    """Its file, open for reading; None when there is none or none that can be read."""
    waiting: list[Entry]
    """The entries that wait for it, where their states are the ones that count."""
    hidden: frozenset[str]
    """The ids of entries in its file that are no longer to be shown."""


@contextmanager
def standing(places: Places, say: Say) -> Iterator[Standing]:
    """The journal as it is now, open until the end. Raises nothing, changes nothing on the disk."""
    pending = read_pending(places.pending)
    if pending.left:
        say(UNREADABLE_FILE)
    store = open_if_readable(places.journal, say)
    try:
        over = lay_over(store, pending.rows, ENTRIES)
    except StoreError as error:
        say(str(error))
        over = lay_over(None, pending.rows, ENTRIES)
    waiting = list(_entries(over.rows.values(), say))
    hidden = over.gone.union(entry.id for entry in waiting)
    try:
        yield Standing(store, waiting, hidden)
    finally:
        if store is not None:
            store.close()


def _entries(rows: Iterable[Row], say: Say) -> Iterator[Entry]:
    for row in rows:
        try:
            yield from_row(row)
        except CalmError:
            say(UNREADABLE_FILE)
