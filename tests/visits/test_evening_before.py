import time
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest
from msgspec.structs import replace

from calmcli.store.records import Record
from calmcli.visits.clock import next_due, on_the_day, step_moment, step_time
from calmcli.visits.keeping import from_record, to_record
from calmcli.visits.showing import visit_lines
from calmcli.visits.step_questions import step_questions
from calmcli.visits.visit import Step, Visit, at_time
from visits.samples import AT, a_visit


@pytest.fixture
def _clocks_are_changed_here() -> Iterator[None]:
    if not hasattr(time, "tzset"):
        pytest.skip("needs a time zone to set")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        time.tzset()
        yield
    time.tzset()


def night(visit: Visit) -> Step:
    return next(step for step in visit.steps if step.name == "The night before")


@pytest.mark.parametrize("hour", [0, 7, 9, 14, 23])
def test_the_evening_before_is_at_eight_whenever_the_visit_is(hour: int) -> None:
    visit = a_visit(at=AT.replace(hour=hour))
    assert step_time(visit, night(visit)) == "Wed 20:00"


@pytest.mark.usefixtures("_clocks_are_changed_here")
@pytest.mark.parametrize(
    ("visit_at", "evening"),
    [
        ("2026-03-29T09:00+02:00", "2026-03-28T20:00+01:00"),
        ("2026-10-25T09:00+01:00", "2026-10-24T20:00+02:00"),
        ("2026-10-25T09:00-05:00", "2026-10-24T20:00-05:00"),
    ],
)
def test_the_evening_before_is_right_when_clocks_change_in_the_night(
    visit_at: str, evening: str
) -> None:
    visit = a_visit(at=datetime.fromisoformat(visit_at))
    moment = step_moment(visit, night(visit))
    assert moment is not None
    assert moment.isoformat() == datetime.fromisoformat(evening).isoformat()
    before = visit.steps[visit.steps.index(night(visit)) - 1]
    coming = next_due(visit, before, moment - timedelta(minutes=1))
    assert coming is not None
    assert coming.at == moment


def test_a_visit_whose_time_is_open_says_the_evening_before_in_words() -> None:
    for visit in (a_visit(), a_visit(at=AT, all_day=True)):
        line = next(line for line in visit_lines(visit) if "The night before" in line)
        assert "The night before, 20:00 on the day before, exercise long-out" in line


def test_minutes_outrank_the_evening_before() -> None:
    visit = a_visit(at=AT)
    assert step_time(visit, replace(night(visit), minutes=-60)) == "13:20"


def test_minutes_that_are_typed_take_its_place_and_evening_brings_it_back() -> None:
    visit = a_visit(at=AT)
    (question,) = [each for each in step_questions(night(visit), None) if "minutes" in each.ask]
    assert question.now == "evening"
    changed = question.answered(visit, "-90")
    assert (night(changed).minutes, night(changed).evening_before) == (-90, False)
    assert night(question.answered(changed, "evening")) == night(visit)
    assert step_time(visit, night(question.answered(visit, "-"))) == ""


def test_a_visit_kept_before_there_was_an_evening_keeps_its_minutes() -> None:
    visit = a_visit(at=AT)
    old = replace(visit, steps=(at_time(night(visit), -960),))
    content = to_record(old).content
    del content["steps"][0]["evening_before"]
    record = Record(
        id=old.id,
        shelf="visit",
        started_at=old.started_at,
        edited_at=old.edited_at,
        content=content,
    )
    assert from_record(record) == old
    assert [due.time for due in on_the_day(from_record(record), AT)] == ["Wed 22:20"]
