"""Reading the journal: newest first, as much as is asked for, whatever state it is in."""

import heapq
from collections.abc import Callable, Collection, Generator, Iterator
from contextlib import closing
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import Any

from calmcli.errors import CalmError
from calmcli.journal.entries import Entry, as_json_object, from_row
from calmcli.journal.standing import noting, standing
from calmcli.journal.wanted import ALL, Wanted
from calmcli.paths import Places
from calmcli.store.connection import Store
from calmcli.store.errors import StoreError
from calmcli.store.instants import instant_ms
from calmcli.store.reading import Say
from calmcli.store.tables import ENTRIES

LOOKED_THROUGH = 200
"""What lies further back was not used last; and a journal may hold a million sessions."""


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


def read_entries(places: Places, wanted: Wanted = ALL) -> Reading:
    """The entries in the journal and those that wait for it; nothing on the disk is changed.

    Of two states of an entry the one edited later counts. No journal is an empty one.
    """
    reading = Reading()
    # the generator knows nothing of the reading that holds it: it ends, and lets go of the journal,
    # as soon as nobody reads on, in the thread that read
    entries = _newest_first(places, wanted, noting(reading.messages))
    first = next(entries, None)  # opens the journal, so that its state is known from the start
    if first is not None:
        reading.entries = chain((first,), entries)
    return reading


def newest_entry(places: Places, wanted: Wanted, fits: Callable[[Entry], bool]) -> Entry | None:
    """Of the newest that are wanted, the first that fits, if any; nothing stays open."""
    with closing(_newest_first(places, wanted, noting([]))) as entries:
        return next(filter(fits, islice(entries, LOOKED_THROUGH)), None)


def _newest_first(places: Places, wanted: Wanted, say: Say) -> Generator[Entry, None, None]:
    with standing(places, say) as now:
        waiting = sorted(filter(wanted.fits, now.waiting), key=_order, reverse=True)
        if now.store is None:
            yield from waiting
        else:
            stored = _stored(now.store, wanted, now.hidden, say)
            yield from heapq.merge(stored, waiting, key=_order, reverse=True)


def _stored(store: Store, wanted: Wanted, hidden: Collection[str], say: Say) -> Iterator[Entry]:
    rows = store.rows(ENTRIES, where=wanted.filter())
    while True:
        try:
            row = next(rows, None)
        except StoreError as error:  # damage further in; what came before it has been given
            say(str(error))
            return
        if row is None:
            return
        if row["id"] not in hidden:
            try:
                entry = from_row(row)
            except CalmError as error:
                say(str(error))
            else:
                yield entry


def _order(entry: Entry) -> tuple[int, str]:
    return instant_ms(entry.started_at), entry.id
