"""Any place of any journal, whatever waits, is deleted, comes back, or is filtered meanwhile."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calmcli.journal import book as leafing
from calmcli.journal import order
from calmcli.journal.book import Book
from calmcli.journal.entries import Entry, to_row
from calmcli.journal.wanted import Wanted
from calmcli.paths import Places, find_places
from calmcli.store.pending import put_pending
from calmcli.store.tables import DELETED, ENTRIES, tombstone
from journals import NEWEST, entry, keep

KINDS = ["breathing", "grounding", "relaxation"]
LATER = NEWEST + timedelta(days=400)
STEPS = st.tuples(st.sampled_from(["look", "delete", "back", "want"]), st.integers(0, 99))
WANTED = [
    Wanted(),
    Wanted(kind="grounding"),
    Wanted(since=NEWEST - timedelta(days=15)),
    Wanted(kind="relaxation", until=NEWEST - timedelta(days=7)),
    Wanted(script="nothing"),
]


def one(number: int, **changes: object) -> Entry:
    """Three begin in the same moment each time, so that only their ids tell them apart."""
    made = entry(number // 3, kind=KINDS[number % 7 % 3], **changes)
    same = f"{made.id[:-12]}{number:012x}"
    return entry(number // 3, **{"kind": made.kind, **changes, "id": same})


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Places, list[Entry]]]:
    """Sixty sessions; some wait, some are newer where they wait, and the deletion of some waits."""
    places = find_places({"CALMCLI_HOME": str(tmp_path_factory.mktemp("home"))})
    stood = {number: one(number) for number in range(60) if number % 19}
    keep(places, stood.values())
    for number in (*range(0, 60, 19), *range(5, 60, 23)):
        stood[number] = one(number, edited_at=LATER, note="waits")
        put_pending(places.pending, ENTRIES, to_row(stood[number]))
    for number in (2, 29):
        gone = tombstone(stood.pop(number).id, LATER.isoformat())
        put_pending(places.pending, DELETED, dict(gone))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(leafing, "PAGE", 4)
        patch.setattr(order, "_FEW", 3)
        yield places, sorted(stood.values(), key=_place, reverse=True)


def _place(each: Entry) -> tuple[float, str]:
    return each.started_at.timestamp(), each.id


class Model:
    """What a book has to show, kept as a list."""

    def __init__(self, every: list[Entry]) -> None:
        self.every, self.wanted, self.gone = every, Wanted(), list[Entry]()

    def shown(self) -> list[Entry]:
        """All of it, newest first."""
        return [each for each in self.every if self.wanted.fits(each) and each not in self.gone]

    def step(self, book: Book, what: str, number: int) -> None:
        """Do the same to both."""
        shown = self.shown()
        if what == "want":
            self.wanted = WANTED[number % len(WANTED)]
            book.want(self.wanted)
        elif what == "delete" and shown:
            self.gone.append(shown[number % len(shown)])
            book.delete(number % len(shown))
        elif what == "back":
            back = self.gone.pop() if self.gone else None
            place = book.bring_back()
            assert (place is None) == (back is None)
            if back in self.shown():
                assert self.shown()[place or 0] == back
        elif shown:
            assert book.entry(number % len(shown)) == shown[number % len(shown)]


@settings(max_examples=25, deadline=None)
@given(steps=st.lists(STEPS, max_size=12), counted=st.booleans())
def test_a_book_shows_what_a_list_of_all_would(
    journal: tuple[Places, list[Entry]], steps: list[tuple[str, int]], counted: bool
) -> None:
    places, every = journal
    book, model = Book(places, counted=counted), Model(every)
    book.count_all()
    for what, number in steps:
        model.step(book, what, number)
        assert len(book) == len(model.shown())
    from_the_end = [book.entry(at) for at in reversed(range(len(book)))]
    assert from_the_end == model.shown()[::-1]
    assert book.messages == []
