"""Visits that are taken elsewhere, come back, meet again, and are deleted."""

from datetime import timedelta
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from calmcli.forgetting import forget
from calmcli.journal.exporting import exported
from calmcli.journal.importing import import_rows
from calmcli.journal.incoming import read_source
from calmcli.paths import Places
from calmcli.store.backups import backups_in
from calmcli.store.records import keep_records
from calmcli.store.restoring import back_up_now, restore
from calmcli.visits.keeping import delete_visit, keep_visit, read_visits, to_record
from calmcli.visits.visit import Visit, with_noted
from sample_rows import places_in
from visits.samples import NOW, a_visit, visits

slow = settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
IDS = [f"01a21074-080a-7e26-9fac-44172bdb00e{number}" for number in range(4)]
states = st.builds(
    lambda visit, visit_id, minutes: replace(
        visit, id=visit_id, edited_at=NOW + timedelta(minutes=minutes)
    ),
    visits,
    st.sampled_from(IDS),
    st.integers(0, 3),
)
journals = st.lists(states, max_size=4, unique_by=lambda visit: visit.id)


def kept_in(folder: Path, held: list[Visit]) -> Places:
    places = places_in(folder)
    keep_records(places, [to_record(visit) for visit in held])
    return places


def export(places: Places) -> str:
    return "".join(
        exported(
            places, "json", lambda script, _origin: script, lambda _entry: "", lambda _message: None
        )
    )


def bring(places: Places, content: str) -> None:
    import_rows(places, read_source("there", content.encode(), None, lambda _message: None))


def kept(places: Places) -> list[Visit]:
    return sorted(read_visits(places, NOW).visits, key=lambda visit: visit.id)


@slow
@given(journals)
def test_an_imported_export_has_every_visit_as_it_was_and_twice_is_once(held: list[Visit]) -> None:
    with TemporaryDirectory() as folder:
        here = kept_in(Path(folder) / "here", held)
        there = places_in(Path(folder) / "there")
        for _ in range(2):
            bring(there, export(here))
            assert kept(there) == kept(here) == sorted(held, key=lambda visit: visit.id)


@slow
@given(journals, journals, st.sets(st.sampled_from(IDS)))
def test_visits_that_went_apart_are_the_same_in_whatever_order_they_meet(
    first: list[Visit], second: list[Visit], deleted: set[str]
) -> None:
    with TemporaryDirectory() as folder:
        apart = [kept_in(Path(folder) / "1", first), kept_in(Path(folder) / "2", second)]
        third = kept_in(Path(folder) / "3", first)
        for visit in first:
            if visit.id in deleted:
                delete_visit(third, visit)
        exports = [export(places) for places in (*apart, third)]
        met = []
        for number, order in enumerate(permutations(exports)):
            places = places_in(Path(folder) / f"met {number}")
            for content in order:
                bring(places, content)
            met.append(kept(places))
        assert all(each == met[0] for each in met)
        gone = deleted.intersection(visit.id for visit in first)
        assert not gone.intersection(visit.id for visit in met[0])


def test_a_deleted_visit_stays_deleted_and_its_words_leave_no_byte(tmp_path: Path) -> None:
    visit = a_visit(needs=("An unmistakable sentence",))
    here = kept_in(tmp_path / "here", [visit])
    before = export(here)
    assert "unmistakable" in before
    delete_visit(here, visit)
    assert "unmistakable" not in export(here)
    bring(here, before)
    assert kept(here) == []
    assert not any(
        b"unmistakable" in path.read_bytes()
        for path in (tmp_path / "here").rglob("*")
        if path.is_file()
    )


def test_a_copy_brings_back_a_visit_as_it_was_and_forgetting_takes_both(
    tmp_path: Path,
) -> None:
    visit = a_visit(needs=("An unmistakable sentence",))
    here = kept_in(tmp_path / "here", [with_noted(visit, visit.steps[0], 0, NOW)])
    before = kept(here)
    back_up_now(here)
    keep_visit(here, replace(visit, needs=()), NOW + timedelta(hours=1))
    assert kept(here) != before
    restore(here, backups_in(here.backups)[0].path)
    assert kept(here) == before
    assert before[0].steps[0].noted[0].rating == 0
    forget(here)
    assert kept(here) == []
    assert not any(
        b"unmistakable" in path.read_bytes()
        for path in (tmp_path / "here").rglob("*")
        if path.is_file()
    )


def test_a_visit_from_before_there_were_notes_is_read_as_it_was(tmp_path: Path) -> None:
    visit = a_visit()
    record = to_record(visit)
    for step in record.content["steps"]:
        del step["noted"]
    here = places_in(tmp_path)
    keep_records(here, [record])
    assert kept(here) == [visit]
