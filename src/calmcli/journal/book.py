"""The journal as it is leafed through: any entry by its place, read only when it is looked at."""

import heapq
from collections.abc import Iterator

from calmcli.errors import CalmError
from calmcli.journal.editing import delete_entries, keep_entry
from calmcli.journal.entries import Entry, from_row
from calmcli.journal.standing import Standing, standing
from calmcli.journal.wanted import ALL, Wanted
from calmcli.paths import Places
from calmcli.store.errors import StoreError
from calmcli.store.instants import instant_ms
from calmcli.store.keeper import Kept
from calmcli.store.tables import ENTRIES

PAGE = 64
_MOST_PAGES = 8


class Book:
    """The entries that are wanted, newest first; what is deleted comes back until it is closed.

    Of each entry only its id is held on to; whatever is wrong with the journal is a message.
    """

    def __init__(self, places: Places, wanted: Wanted = ALL) -> None:
        self._places = places
        self.messages: list[str] = []
        """Calm sentences for the person, if anything is wrong with the journal."""
        self._changed: dict[str, Entry] = {}
        self._gone: list[tuple[int, Entry]] = []
        self.want(wanted)

    def __len__(self) -> int:
        return len(self._ids)

    def want(self, wanted: Wanted) -> None:
        """Show these entries from now on."""
        self.wanted = wanted
        self._pages: dict[int, list[Entry | None]] = {}
        gone = {entry.id for _, entry in self._gone}
        with standing(self._places, self._say) as now:
            self._ids = [each for each in self._in_order(now) if each not in gone]

    def entry(self, index: int) -> Entry | None:
        """The entry at a place; None for one that cannot be understood."""
        number, place = divmod(index, PAGE)
        if number not in self._pages:
            while len(self._pages) >= _MOST_PAGES:
                del self._pages[next(iter(self._pages))]
            self._pages[number] = self._read(self._ids[number * PAGE : (number + 1) * PAGE])
        return self._pages[number][place]

    def change(self, entry: Entry) -> Kept:
        """Keep a newer state of an entry; tells where it is now."""
        kept = keep_entry(self._places, entry)
        if kept is not Kept.LOST:
            self._changed[entry.id] = entry
            self._pages.clear()
        return kept

    def delete(self, index: int) -> None:
        """Take an entry out of sight; it is deleted when the book is closed."""
        entry = self.entry(index)
        if entry is not None:
            self._gone.append((index, entry))
            del self._ids[index]
            self._pages.clear()

    def bring_back(self) -> int | None:
        """Bring back what was deleted last; its place, None when there is nothing to bring back."""
        if not self._gone:
            return None
        index, entry = self._gone.pop()
        index = min(index, len(self._ids))
        self._ids.insert(index, entry.id)
        self._pages.clear()
        return index

    def close(self) -> Kept:
        """Delete for good what was deleted; tells where the deletion is now."""
        gone, self._gone = [entry for _, entry in self._gone], []
        return delete_entries(self._places, gone) if gone else Kept.NOTHING

    def _in_order(self, now: Standing) -> Iterator[str]:
        waiting = [_key(each) for each in now.waiting if self.wanted.fits(each)]
        try:
            stored = now.store.keys(ENTRIES, self.wanted.filter()) if now.store else []
        except StoreError as error:
            self._say(str(error))
            stored = []
        shown = (key for key in stored if key[1] not in now.hidden)
        in_order = heapq.merge(shown, sorted(waiting, reverse=True), reverse=True)
        return (entry_id for _, entry_id in in_order)

    def _read(self, ids: list[str]) -> list[Entry | None]:
        with standing(self._places, self._say) as now:
            waiting = {each.id: each for each in now.waiting} | self._changed
            return [waiting.get(each) or self._stored(now, each) for each in ids]

    def _stored(self, now: Standing, entry_id: str) -> Entry | None:
        try:
            row = now.store.get(ENTRIES, entry_id) if now.store else None
            return None if row is None else from_row(row)
        except CalmError as error:
            self._say(str(error))
            return None

    def _say(self, message: str) -> None:
        if message not in self.messages:
            self.messages.append(message)


def _key(entry: Entry) -> tuple[int, str]:
    return instant_ms(entry.started_at), entry.id
