"""The journal as it is leafed through: any entry by its place, read only when it is looked at."""

from bisect import bisect_right, insort
from collections.abc import Callable, Iterator
from itertools import islice
from operator import attrgetter

from msgspec.structs import replace

from calmcli.journal.editing import delete_entries, keep_entry
from calmcli.journal.entries import Entry
from calmcli.journal.order import BEGINNING, Landmark, Order
from calmcli.journal.standing import Standing, standing
from calmcli.journal.wanted import ALL, Wanted
from calmcli.paths import Places
from calmcli.store.errors import StoreError
from calmcli.store.keeper import Kept
from calmcli.store.reading import noting
from calmcli.store.row import Mark

PAGE = 64
_MOST_PAGES = 8

_Page = list[tuple[Mark, Entry | None] | None]


class Book:
    """The entries that are wanted, newest first; what is deleted comes back until it is closed.

    Only the pages last looked at are held on to; whatever is wrong with the journal is a message.
    """

    _is_counted: bool
    """Whether what is behind the first page is counted too."""

    def __init__(self, places: Places, wanted: Wanted = ALL, *, counted: bool = True) -> None:
        """Where it is not counted, it ends with its first page until `count_all` is asked."""
        self._places = places
        self.messages: list[str] = []
        """Calm sentences for the person, if anything is wrong with the journal."""
        self._say = noting(self.messages)
        self._changed: dict[str, Entry] = {}
        self._gone: list[tuple[Mark, Entry]] = []
        self.wanted = wanted
        self._look_anew(counted=counted)

    def __len__(self) -> int:
        return self._count

    def want(self, wanted: Wanted) -> None:
        """Show these entries from now on."""
        self.wanted = wanted
        self._look_anew()

    def count_all(self) -> bool:
        """Count what is behind the first page too; whether that was still to be done."""
        if self._is_counted:
            return False
        self._is_counted, self._count = True, max(0, self._ask(Order.count))
        return True

    def entry(self, index: int) -> Entry | None:
        """The entry at a place; None for one that cannot be understood."""
        marked = self._marked(index)
        return None if marked is None else marked[1]

    def change(self, entry: Entry) -> Kept:
        """Keep a newer state of an entry; tells where it is now."""
        kept = keep_entry(self._places, entry)
        if kept is not Kept.LOST:
            self._changed[entry.id] = entry
            self._look_anew()
        return kept

    def delete(self, index: int) -> None:
        """Take an entry out of sight; it is deleted when the book is closed."""
        mark, entry = self._marked(index) or (None, None)
        if mark is not None and entry is not None:
            self._gone.append((mark, entry))
            self._look_anew()

    def bring_back(self) -> int | None:
        """Bring back what was deleted last; its place, None when there is nothing to bring back."""
        if not self._gone:
            return None
        mark, _ = self._gone.pop()
        self._look_anew()
        place = self._ask(lambda order: order.place_of(mark))
        return max(0, min(place, self._count - 1))

    def close(self) -> Kept:
        """Delete for good what was deleted; tells where the deletion is now."""
        gone, self._gone = [entry for _, entry in self._gone], []
        return delete_entries(self._places, gone) if gone else Kept.NOTHING

    def _look_anew(self, *, counted: bool = True) -> None:
        self._pages: dict[int, _Page] = {}
        self._landmarks = [BEGINNING]
        self._is_readable, self._is_counted, self._count = True, False, PAGE
        if counted:
            self.count_all()
        elif not all(self._page(0)):
            self._is_counted, self._count = True, self._page(0).index(None)

    def _ask(self, question: Callable[[Order], int]) -> int:
        """An answer of the file; where it can give none, of what waits for it."""
        with standing(self._places, self._say) as now:
            try:
                return question(self._order(now))
            except StoreError as error:
                self._say(str(error))
                self._is_readable = False
                return question(self._order(now))

    def _order(self, now: Standing) -> Order:
        """The order of all that can be read."""
        gone = {entry.id for _, entry in self._gone}
        if not self._is_readable:
            now = replace(now, store=None)
        return Order(now, self.wanted, self._say, gone)

    def _marked(self, index: int) -> tuple[Mark, Entry | None] | None:
        """The entry at a place, and where it stands."""
        number, place = divmod(index, PAGE)
        return self._page(number)[place]

    def _page(self, number: int) -> _Page:
        if number not in self._pages:
            while len(self._pages) >= _MOST_PAGES:
                del self._pages[next(iter(self._pages))]
            self._pages[number] = self._read(number * PAGE)
        return self._pages[number]

    def _read(self, start: int) -> _Page:
        """A page, and the way to the next one."""
        found: _Page = []
        with standing(self._places, self._say) as now:
            try:
                found += self._from(self._order(now), start)
            except StoreError as error:
                self._say(str(error))
        return found + [None] * (PAGE - len(found))

    def _from(self, order: Order, start: int) -> Iterator[tuple[Mark, Entry | None]]:
        at = self._before(start)
        if self._count - start < start - at.place:
            at = order.from_the_end(start, self._count)
        else:
            at = order.towards(start, at)
        skip, end = start - at.place, start - at.place + PAGE
        for mark, entry in islice(order.after(at.after, end), skip, end):
            yield mark, entry and self._changed.get(entry.id, entry)
            start += 1
            at = Landmark(start, mark)
        self._remember(at)

    def _before(self, place: int) -> Landmark:
        """The last known landmark that is not behind a place."""
        found = bisect_right(self._landmarks, max(0, place), key=_place)
        return self._landmarks[found - 1]

    def _remember(self, landmark: Landmark) -> None:
        if self._before(landmark.place).place != landmark.place:
            insort(self._landmarks, landmark, key=_place)


_place = attrgetter("place")
