"""Where each entry stands among those that are wanted, newest first, however many there are."""

import heapq
from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from msgspec.structs import replace

from calmcli.errors import CalmError
from calmcli.journal.entries import Entry, from_row
from calmcli.journal.standing import Standing
from calmcli.journal.wanted import Wanted
from calmcli.store.errors import StoreError
from calmcli.store.filters import Filter
from calmcli.store.instants import instant_ms
from calmcli.store.reading import Say
from calmcli.store.row import Mark, Row
from calmcli.store.tables import ENTRIES

_FEW = 64
"""So many entries are gone through sooner than a way past them is asked for."""


class Landmark(NamedTuple):
    """A place from which on entries can be read."""

    place: int
    """How many entries come before it."""
    after: Mark | None
    """Where the last of them stands; None before the first entry."""


BEGINNING = Landmark(0, None)


class Order:
    """The file's entries, without those that count no more, and with those that wait among them."""

    def __init__(
        self, now: Standing, wanted: Wanted, say: Say, gone: Collection[str] = frozenset()
    ) -> None:
        """`gone` are the ids of entries that are out of sight."""
        self._store, self._where, self._say = now.store, wanted.filter(), say
        self._unseen = now.hidden.union(gone)
        waiting = [each for each in now.waiting if wanted.fits(each) and each.id not in gone]
        self._waiting = sorted(((_mark(each), each) for each in waiting), reverse=True)

    def count(self) -> int:
        """How many there are. Raises StoreError."""
        return self._stored_count(self._where) - len(self._hidden) + len(self._waiting)

    def place_of(self, mark: Mark) -> int:
        """How many come before one that stands there. Raises StoreError."""
        stored = self._stored_count(replace(self._where, newer_than=mark))
        return stored + self._more(lambda other: other > mark)

    def towards(self, place: int, start: Landmark) -> Landmark:
        """A landmark further on than another: at a place, or a little before it. Raises StoreError.

        The file knows its way past any number of entries; they are not read.
        """
        by = place - start.place - len(self._waiting)
        first = start.after
        if by <= _FEW or not (end := self._stored_mark(after=first, skip=by - 1)):
            return start
        more = self._more(lambda mark: mark >= end and (first is None or mark < first))
        return Landmark(start.place + by + more, end)

    def from_the_end(self, place: int, count: int) -> Landmark:
        """The same, found from behind the last of so many. Raises StoreError."""
        skip = count - place + len(self._hidden)
        if not (end := self._stored_mark(newest_first=False, skip=skip)):
            return BEGINNING
        return Landmark(count - skip - self._more(lambda mark: mark < end), end)

    def after(
        self, mark: Mark | None = None, limit: int | None = None
    ) -> Iterator[tuple[Mark, Entry | None]]:
        """The entries from there on, each with where it stands; None for one not understood.

        Where the file is damaged further in, it ends there and says so.
        """
        waiting = (each for each in self._waiting if mark is None or each[0] < mark)
        in_file = None if limit is None else limit + len(self._hidden)
        return heapq.merge(self._stored(mark, in_file), waiting, key=itemgetter(0), reverse=True)

    def _stored(self, mark: Mark | None, limit: int | None) -> Iterator[tuple[Mark, Entry | None]]:
        if self._store is None:
            return
        try:
            for found, row in self._store.marked_rows(
                ENTRIES, limit=limit, where=self._where, after=mark
            ):
                if row["id"] not in self._unseen:
                    yield found, self._understood(row)
        except StoreError as error:
            self._say(str(error))

    def _understood(self, row: Row) -> Entry | None:
        try:
            return from_row(row)
        except CalmError as error:
            self._say(str(error))
            return None

    def _stored_mark(
        self, *, newest_first: bool = True, after: Mark | None = None, skip: int
    ) -> Mark | None:
        """Where one row stands, past so many others."""
        if self._store is None:
            return None
        rows = self._store.marked_rows(
            ENTRIES,
            newest_first=newest_first,
            limit=1,
            where=self._where,
            after=after,
            skip=skip,
        )
        return next((mark for mark, _ in rows), None)

    def _stored_count(self, where: Filter) -> int:
        return self._store.how_many(ENTRIES, where) if self._store else 0

    @cached_property
    def _hidden(self) -> list[Mark]:
        """Where rows stand in the file that would be among these, and are not to be seen."""
        if self._store is None:
            return []
        one_by_one = [replace(self._where, equal={"id": each}) for each in self._unseen]
        rows = [self._store.marked_rows(ENTRIES, where=each) for each in one_by_one]
        return [mark for mark, _ in chain.from_iterable(rows)]

    def _more(self, is_there: Callable[[Mark], bool]) -> int:
        """How many more entries than rows of the file there are somewhere."""
        waiting = sum(is_there(mark) for mark, _ in self._waiting)
        return waiting - sum(map(is_there, self._hidden))


def _mark(entry: Entry) -> Mark:
    return instant_ms(entry.started_at), entry.id
