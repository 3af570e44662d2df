from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from msgspec.structs import replace

from calmcli.errors import UsageError
from calmcli.forgetting import forget
from calmcli.paths import Places, find_places
from calmcli.store.keeper import Kept
from calmcli.store.records import Record, from_row, keep_records, to_row
from calmcli.visits.appointments import Appointments
from calmcli.visits.draft import Draft
from calmcli.visits.keeping import (
    delete_visit,
    find_visit,
    from_record,
    keep_visit,
    read_visits,
    to_record,
)
from calmcli.visits.visit import Visit
from calmcli.words import visits as said
from visits.samples import AT, FEW, NOW, a_visit, visits


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places({"CALMCLI_HOME": str(tmp_path)})


@given(visits)
@FEW
def test_a_visit_comes_back_from_its_row_as_it_was(visit: Visit) -> None:
    assert from_record(from_row(to_row(to_record(visit)))) == visit


def test_a_visit_is_kept_and_read_and_changed_in_its_place(places: Places) -> None:
    visit = a_visit(at=AT)
    assert keep_visit(places, visit, NOW) is Kept.JOURNAL
    assert read_visits(places, NOW).visits == [visit]
    later = NOW + timedelta(minutes=1)
    keep_visit(places, replace(visit, who="My sister"), later)
    (read,) = read_visits(places, NOW).visits
    assert (read.who, read.edited_at) == ("My sister", later)


def test_a_deleted_visit_is_gone_with_its_words(places: Places) -> None:
    visit = a_visit(needs=("An unmistakable sentence",))
    keep_visit(places, visit, NOW)
    assert b"unmistakable" in places.journal.read_bytes()
    delete_visit(places, visit)
    assert read_visits(places, NOW).visits == []
    assert b"unmistakable" not in places.journal.read_bytes()


def test_a_visit_that_cannot_be_understood_is_told_and_hides_no_other(places: Places) -> None:
    record = to_record(a_visit())
    broken = Record(id=record.id, shelf="visit", started_at=NOW, edited_at=NOW, content={"name": 7})
    keep_records(places, [broken])
    keep_visit(places, a_visit(name="Whole"), NOW)
    read = read_visits(places, NOW)
    assert [visit.name for visit in read.visits] == ["Whole"]
    assert read.messages == [said.UNREADABLE]


def test_the_nearest_visit_comes_first_and_the_past_ones_last(places: Places) -> None:
    days = {"past": -3, "today": 0, "soon": 2, "later": 9}
    for name, in_days in days.items():
        keep_visit(places, a_visit(name=name, at=NOW + timedelta(days=in_days, hours=-1)), NOW)
    keep_visit(places, a_visit(name="open"), NOW)
    names = [visit.name for visit in read_visits(places, NOW).visits]
    assert names == ["today", "soon", "later", "open", "past"]


def test_a_visit_is_found_by_number_name_part_or_id() -> None:
    dentist, scan = a_visit(name="Dentist"), a_visit(name="Scan of the knee")
    both = [dentist, scan]
    assert find_visit(both, None) is dentist
    assert find_visit(both, "2") is scan
    assert find_visit(both, "dentist") is dentist
    assert find_visit(both, "KNEE") is scan
    assert find_visit([scan], scan.id[:13]) is scan


@pytest.mark.parametrize("word", ["", "3", "gone", "0", "n"])
def test_what_fits_no_visit_or_more_than_one_is_refused(word: str) -> None:
    with pytest.raises(UsageError):
        find_visit([a_visit(name="Dentist"), a_visit(name="Scan on Monday")], word)
    with pytest.raises(UsageError, match="no visit yet"):
        find_visit([], word)


@pytest.mark.parametrize("is_new", [True, False])
def test_what_is_removed_while_it_is_asked_about_is_not_written_back(
    places: Places, *, is_new: bool
) -> None:
    appointments = Appointments(places, lambda: NOW)
    visit = a_visit()
    if not is_new:
        appointments.keep(visit)
    draft = Draft(appointments, visit, is_new=is_new)
    draft.put(replace(visit, who="My sister"))
    assert [each.who for each in appointments.read().visits] == ["My sister"]
    forget(places)
    draft.put(replace(visit, who="My brother"))
    assert draft.keep() is Kept.NOTHING
    assert appointments.read().visits == []


def test_where_the_visits_cannot_be_read_an_answer_is_kept_all_the_same(places: Places) -> None:
    appointments = Appointments(places, lambda: NOW)
    draft = Draft(appointments, a_visit(), is_new=True)
    draft.keep()
    places.journal.write_bytes(b"garbage" * 1000)
    draft.put(replace(draft.visit, who="My sister"))
    assert draft.keep() is Kept.PENDING
