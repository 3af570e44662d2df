"""Reading the journal: newest first, as much as is asked for, whatever state it is in."""

import heapq
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from calmcli.errors import CalmError
from calmcli.journal.entries import TABLE, Entry, as_json_object, from_row
from calmcli.paths import Places
from calmcli.store.connection import Store
from calmcli.store.errors import StoreError
from calmcli.store.instants import instant_ms
from calmcli.store.overlay import Overlay, lay_over
from calmcli.store.pending import read_pending
from calmcli.store.reading import open_if_readable

UNREADABLE_FILE = "A file among the waiting entries could not be understood; it is left as it is."


@dataclass
class Reading:
    """Entries as they are read, and what there is to say about the reading."""

    entries: Iterator[Entry] = field(default_factory=lambda: iter(()))
    """Newest first; to be read once. Each is fetched when it is asked for."""
    messages: list[str] = field(default_factory=list)
    """Calm sentences for the person: at once what is wrong with the journal as a whole, and, as
    reading goes on, what is wrong further in."""

    def as_json_objects(self) -> Iterator[dict[str, Any]]:
        """The entries as `--json` shows them."""
        return map(as_json_object, self.entries)

    def say(self, message: str) -> None:
        """Add a message, unless it is there already."""
        if message not in self.messages:
            self.messages.append(message)


def read_entries(places: Places) -> Reading:
    """The entries in the journal and those that wait for it; nothing on the disk is changed.

    Of two states of an entry the one edited later counts. No journal is an empty one.
    """
    reading = Reading()
    entries = _newest_first(places, reading)
    first = next(entries, None)  # opens the journal, so that its state is known from the start
    if first is not None:
        reading.entries = chain((first,), entries)
    return reading


def _newest_first(places: Places, reading: Reading) -> Iterator[Entry]:
    pending = read_pending(places.pending)
    if pending.left:
        reading.say(UNREADABLE_FILE)
    store = open_if_readable(places.journal, reading.say)
    if store is None:
        yield from _waiting(lay_over(None, pending.rows, TABLE), reading)
        return
    with store:
        try:
            over = lay_over(store, pending.rows, TABLE)
        except StoreError as error:
            reading.say(str(error))
            over = lay_over(None, pending.rows, TABLE)
        waiting = _waiting(over, reading)
        hidden = over.gone.union(entry.id for entry in waiting)
        stored = _stored(store, hidden, reading)
        yield from heapq.merge(stored, waiting, key=_order, reverse=True)


def _waiting(over: Overlay, reading: Reading) -> list[Entry]:
    """The entries that wait, newest first."""
    entries = []
    for row in over.rows.values():
        try:
            entries.append(from_row(row))
        except CalmError:
            reading.say(UNREADABLE_FILE)
    return sorted(entries, key=_order, reverse=True)


def _stored(store: Store, hidden: Collection[str], reading: Reading) -> Iterator[Entry]:
    rows = store.rows(TABLE)
    while True:
        try:
            row = next(rows, None)
        except StoreError as error:  # damage further in; what came before it has been given
            reading.say(str(error))
            return
        if row is None:
            return
        if row["id"] not in hidden:
            try:
                entry = from_row(row)
            except CalmError as error:
                reading.say(str(error))
            else:
                yield entry


def _order(entry: Entry) -> tuple[int, str]:
    return instant_ms(entry.started_at), entry.id
