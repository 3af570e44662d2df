"""Reading the journal: newest first, as much as is asked for, whatever state it is in."""

from collections.abc import Callable, Generator, Iterator
from contextlib import closing
from itertools import chain, islice
from typing import Any

from msgspec import Struct, field

from calmcli.journal.entries import Entry, as_json_object
from calmcli.journal.order import Order
from calmcli.journal.standing import standing
from calmcli.journal.wanted import ALL, Wanted
from calmcli.paths import Places
from calmcli.store.reading import Say, noting

LOOKED_THROUGH = 200
"""What lies further back was not used last; and a journal may hold a million sessions."""


class Reading(Struct):
    """Entries as they are read, and what there is to say about the reading."""

    entries: Iterator[Entry] = field(default_factory=lambda: iter(()))
    """Newest first; to be read once. Each is fetched when it is asked for."""
    messages: list[str] = []
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
        for _, entry in Order(now, wanted, say).after():
            if entry is not None:
                yield entry
