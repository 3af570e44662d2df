import time
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given
from icalendar import Calendar

from calmcli.visits.ics import ics
from calmcli.visits.visit import Visit
from calmcli.when import read_when
from visits.samples import AT, FEW, NOW, a_visit, visits


@pytest.fixture
def berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Clocks as in Berlin, which change on 29 March 2026 and on 25 October 2026."""
    monkeypatch.setenv("TZ", "Europe/Berlin")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


def event_in(text: str) -> Any:
    calendar = Calendar.from_ical(text)
    (event,) = calendar.walk("VEVENT")
    return event


@pytest.mark.usefixtures("berlin")
@pytest.mark.parametrize(
    ("typed_on", "typed", "instant"),
    [
        ("2026-03-20", "2026-03-28 14:20", datetime(2026, 3, 28, 13, 20, tzinfo=UTC)),
        ("2026-03-20", "2026-03-30 14:20", datetime(2026, 3, 30, 12, 20, tzinfo=UTC)),
        ("2026-10-20", "2026-10-24 09:00", datetime(2026, 10, 24, 7, 0, tzinfo=UTC)),
        ("2026-10-20", "2026-10-26 09:00", datetime(2026, 10, 26, 8, 0, tzinfo=UTC)),
        ("2026-10-20", "2026-10-25 01:30", datetime(2026, 10, 24, 23, 30, tzinfo=UTC)),
        ("2026-10-20", "2026-10-25 04:30", datetime(2026, 10, 25, 3, 30, tzinfo=UTC)),
    ],
)
def test_a_calendar_finds_the_instant_on_either_side_of_a_change_of_clocks(
    typed_on: str, typed: str, instant: datetime
) -> None:
    at, all_day = read_when(typed, datetime.fromisoformat(typed_on).astimezone())
    assert not all_day
    visit = a_visit(at=at)
    start = event_in(ics(visit, at))["DTSTART"].dt
    assert start == instant
    assert f"{at:%Y-%m-%d %H:%M}" == typed


def test_the_other_fields_are_read_back() -> None:
    visit = a_visit(at=AT, name="Blood, test; with \\ marks")
    event = event_in(ics(visit, AT, lasts=45, reminders=[60, 1440]))
    assert str(event["SUMMARY"]) == "Blood, test; with \\ marks"
    assert event["UID"] == f"{visit.id}@calmcli"
    assert event["DTSTAMP"].dt == NOW
    assert event["DURATION"].dt == timedelta(minutes=45)
    alarms = [alarm["TRIGGER"].dt for alarm in event.walk("VALARM")]
    assert alarms == [-timedelta(minutes=60), -timedelta(days=1)]


def test_a_calendar_can_be_told_another_title() -> None:
    event = event_in(ics(a_visit(at=AT), AT, title="Errand"))
    assert str(event["SUMMARY"]) == "Errand"
    assert "A visit" not in ics(a_visit(at=AT), AT, title="Errand")


def test_a_visit_with_a_day_alone_lasts_that_day() -> None:
    event = event_in(ics(a_visit(at=AT, all_day=True), AT))
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (date(2026, 12, 3), date(2026, 12, 4))


@given(visits)
@FEW
def test_any_visit_is_read_back_from_lines_of_75_octets(visit: Visit) -> None:
    at = visit.at or AT
    text = ics(visit, at)
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    event = event_in(text)
    assert str(event["SUMMARY"]) == visit.name
    if not visit.all_day:
        assert event["DTSTART"].dt == at.astimezone(UTC).replace(second=at.second, microsecond=0)
