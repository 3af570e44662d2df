"""Reading the journal: newest first, as much as is asked for, whatever state it is in."""

import heapq
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Any

from calmcli.errors import CalmError
from calmcli.journal.entries import TABLE, Entry, as_json_object, from_row
from calmcli.paths import Places
from calmcli.store.connection import Store
from calmcli.store.errors import MissingJournal, NewerJournal, StoreError
from calmcli.store.instants import instant_ms
from calmcli.store.pending import read_pending

UNREADABLE_FILE = "A file among the waiting entries could not be understood; it is left as it is."
KNOWN_PART = "What this calmcli understands of it is shown."


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
    waiting = _waiting(places, reading)
    store = _open(places, reading)
    if store is None:
        yield from sorted(waiting.values(), key=_order, reverse=True)
        return
    with store:
        _drop_older(waiting, store, reading)
        pending = sorted(waiting.values(), key=_order, reverse=True)
        stored = _stored(store, set(waiting), reading)
        yield from heapq.merge(stored, pending, key=_order, reverse=True)


def _open(places: Places, reading: Reading) -> Store | None:
    try:
        try:
            return Store.open_to_read(places.journal)
        except NewerJournal as error:
            reading.say(f"{error} {KNOWN_PART}")
            return Store.open_to_read(places.journal, even_newer=True)
    except MissingJournal:
        return None
    except StoreError as error:
        reading.say(str(error))
        return None


def _waiting(places: Places, reading: Reading) -> dict[str, Entry]:
    """The entries that wait, by id."""
    found = read_pending(places.pending)
    if found.left:
        reading.say(UNREADABLE_FILE)
    waiting = {}
    for pending in found.rows:
        if pending.table == TABLE:
            try:
                waiting[pending.path.stem] = from_row(pending.row)
            except CalmError:
                reading.say(UNREADABLE_FILE)
    return waiting


def _drop_older(waiting: dict[str, Entry], store: Store, reading: Reading) -> None:
    """Forget waiting states that the journal holds newer ones of."""
    for entry_id, entry in list(waiting.items()):
        try:
            row = store.get(TABLE, entry_id)
            if row and from_row(row).edited_at > entry.edited_at:
                del waiting[entry_id]
        except CalmError as error:
            reading.say(str(error))


def _stored(store: Store, replaced: set[str], reading: Reading) -> Iterator[Entry]:
    rows = store.rows(TABLE)
    while True:
        try:
            row = next(rows, None)
        except StoreError as error:  # damage further in; what came before it has been given
            reading.say(str(error))
            return
        if row is None:
            return
        if row["id"] not in replaced:
            try:
                entry = from_row(row)
            except CalmError as error:
                reading.say(str(error))
            else:
                yield entry


def _order(entry: Entry) -> tuple[int, str]:
    return instant_ms(entry.started_at), entry.id
