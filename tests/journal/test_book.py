"""Leafing through the journal: any entry by its place, and deletion that can be taken back."""

from datetime import timedelta
from pathlib import Path

import pytest

from calmcli.journal.book import PAGE, Book
from calmcli.journal.reading import read_entries
from calmcli.journal.wanted import Wanted
from calmcli.paths import Places, find_places
from calmcli.store.keeper import Kept
from journals import NEWEST, entry, keep


@pytest.fixture
def places(tmp_path: Path) -> Places:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    keep(places, [entry(number, note=f"{number}") for number in range(5)])
    return places


def notes(book: Book) -> list[str | None]:
    found = [book.entry(index) for index in range(len(book))]
    return [each.note for each in found if each is not None]


def kept(places: Places) -> list[str | None]:
    return [each.note for each in read_entries(places).entries]


def test_what_is_deleted_is_out_of_sight_and_comes_back_to_its_place(places: Places) -> None:
    book = Book(places)
    book.delete(1)
    book.delete(2)
    assert notes(book) == ["0", "2", "4"]
    assert kept(places) == ["0", "1", "2", "3", "4"]
    assert (book.bring_back(), book.bring_back(), book.bring_back()) == (2, 1, None)
    assert notes(book) == ["0", "1", "2", "3", "4"]


def test_what_is_brought_back_into_fewer_entries_is_shown_where_it_fits(places: Places) -> None:
    book = Book(places)
    book.delete(4)
    book.want(Wanted(kind="grounding"))
    assert book.bring_back() == 0
    assert notes(book) == []
    book.want(Wanted())
    assert notes(book) == ["0", "1", "2", "3", "4"]


def test_closed_it_is_gone_for_good_and_what_was_brought_back_is_not(places: Places) -> None:
    book = Book(places)
    book.delete(0)
    book.delete(0)
    book.bring_back()
    assert book.close() is Kept.JOURNAL
    assert kept(places) == ["1", "2", "3", "4"]


def test_a_newer_state_is_shown_at_once(places: Places) -> None:
    book = Book(places)
    first = book.entry(0)
    assert first is not None
    assert book.change(entry(0, note="late", edited_at=first.edited_at)) is Kept.JOURNAL
    assert notes(book)[0] == "late"


def test_what_was_written_meanwhile_moves_nothing_that_is_still_to_be_leafed_through(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("calmcli.journal.book.PAGE", 2)
    book = Book(places)
    assert book.entry(0) is not None
    keep(places, [entry(9, started_at=NEWEST + timedelta(hours=1), note="newer")])
    assert notes(book) == ["0", "1", "2", "3", "4"]
    assert book.bring_back() is None
    book.want(Wanted())
    assert notes(book)[0] == "newer"


def test_the_first_page_is_there_before_all_are_counted(places: Places) -> None:
    few = Book(places, counted=False)
    assert (notes(few), few.count_all()) == (["0", "1", "2", "3", "4"], False)
    keep(places, [entry(5 + number, note=f"{5 + number}") for number in range(PAGE)])
    many = Book(places, counted=False)
    assert notes(many) == [f"{number}" for number in range(PAGE)]
    assert (many.count_all(), many.count_all()) == (True, False)
    assert notes(many) == [f"{number}" for number in range(PAGE + 5)]


def test_any_of_many_pages_is_read_when_it_is_looked_at(tmp_path: Path) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    many = 10 * PAGE + 1
    keep(places, [entry(number / 24, note=f"{number}") for number in range(many)])
    assert notes(Book(places)) == [f"{number}" for number in range(many)]
