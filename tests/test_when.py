"""Days and times as people type them."""

from contextlib import suppress
from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmcli.errors import UsageError
from calmcli.time_of_day import read_alone
from calmcli.when import read_when
from calmcli.words.when import MONTHS, in_full

NOW = datetime(2026, 11, 21, 12, 0).astimezone()


def understood(typed: str) -> str:
    at, all_day = read_when(typed, NOW)
    return in_full(at, all_day=all_day)


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("2pm", "Saturday 21 November 2026, 14:00"),
        ("2:25pm", "Saturday 21 November 2026, 14:25"),
        ("2.25 pm", "Saturday 21 November 2026, 14:25"),
        ("2:25 p.m.", "Saturday 21 November 2026, 14:25"),
        ("12am", "Sunday 22 November 2026, 00:00"),
        ("12 pm tomorrow", "Sunday 22 November 2026, 12:00"),
        ("noon tomorrow", "Sunday 22 November 2026, 12:00"),
        ("9:30", "Sunday 22 November 2026, 09:30"),
        ("tomorrow", "Sunday 22 November 2026"),
        ("Thursday at 2pm", "Thursday 26 November 2026, 14:00"),
        ("thu", "Thursday 26 November 2026"),
        ("saturday", "Saturday 28 November 2026"),
        ("26/11/2026", "Thursday 26 November 2026"),
        ("11/26/2026", "Thursday 26 November 2026"),
        ("26-11-2026 14.25", "Thursday 26 November 2026, 14:25"),
        ("26/11", "Thursday 26 November 2026"),
        ("20/11", "Saturday 20 November 2027"),
        ("5/5/2027", "Wednesday 5 May 2027"),
        ("3.12.2026", "Thursday 3 December 2026"),
        ("2026-12-03T14:20", "Thursday 3 December 2026, 14:20"),
        ("3 December 2026, 14:00", "Thursday 3 December 2026, 14:00"),
        ("the 3rd of december at 2 pm", "Thursday 3 December 2026, 14:00"),
        ("Dec 3", "Thursday 3 December 2026"),
        ("1 March", "Monday 1 March 2027"),
        ("Thu 3 Dec 2026, 14:40", "Thursday 3 December 2026, 14:40"),
        ("tomorrow at 2", "Sunday 22 November 2026, 14:00"),
        ("tomorrow at 10", "Sunday 22 November 2026, 10:00"),
        ("at 15 on thursday", "Thursday 26 November 2026, 15:00"),
        ("Thursday 2 o'clock", "Thursday 26 November 2026, 14:00"),
        ("tomorrow 2:30", "Sunday 22 November 2026, 14:30"),
        ("tomorrow 02:30", "Sunday 22 November 2026, 02:30"),
        ("tomorrow 7:30", "Sunday 22 November 2026, 07:30"),
        ("thursday 14h", "Thursday 26 November 2026, 14:00"),
        ("thursday 14h30", "Thursday 26 November 2026, 14:30"),
        ("thursday 1425", "Thursday 26 November 2026, 14:25"),
        ("this thursday 0945", "Thursday 26 November 2026, 09:45"),
        ("next friday 2pm", "Friday 27 November 2026, 14:00"),
    ],
)
def test_days_and_times_are_read_as_people_type_them(typed: str, told: str) -> None:
    assert understood(typed) == told
    assert understood(typed.upper()) == told


def test_a_day_that_can_be_read_in_two_ways_is_refused_with_both_in_words() -> None:
    with pytest.raises(UsageError, match="12 March or 3 December") as refused:
        read_when("03/12/2026", NOW)
    for way in ("12 March", "3 December"):
        assert way in str(refused.value)
        assert understood(f"{way} 2026").endswith(f"{way} 2026")


def test_next_friday_is_refused_with_both_where_this_week_has_one_yet() -> None:
    tuesday = datetime(2026, 11, 24, 12, 0).astimezone()
    with pytest.raises(UsageError, match="27 November or 4 December"):
        read_when("next friday 2pm", tuesday)
    assert read_when("friday", tuesday)[0].day == 27
    assert read_when("next monday", tuesday)[0].day == 30


def test_six_without_its_half_of_the_day_is_refused_with_both() -> None:
    with pytest.raises(UsageError, match="06:15 or 18:15"):
        read_when("tomorrow 6:15", NOW)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "soon",
        "13pm",
        "0am",
        "25:00",
        "9:60",
        "31/11/2026",
        "0/0/2026",
        "13/13/2026",
        "26/11/26",
        "next",
        "next tomorrow",
        "thursday 3",
        "thursday 2030",
        "today tomorrow",
        "14:00 15:00",
        "December",
        "3",
        "2026",
        "3 December 1999",
        "29 February 2027",
        "31 February",
    ],
)
def test_what_is_no_day_or_time_is_refused_with_some_that_are(typed: str) -> None:
    with pytest.raises(UsageError, match="no day or time here"):
        read_when(typed, NOW)


def test_a_weekday_that_is_not_that_of_its_day_is_asked_about() -> None:
    with pytest.raises(UsageError, match="3 December is a Thursday"):
        read_when("Wednesday 3 December 2026", NOW)


@given(st.text(max_size=30))
def test_anything_else_is_a_calm_error(typed: str) -> None:
    with suppress(UsageError):
        read_when(typed, NOW)
    read_alone(typed)


@given(st.integers(1, 3000))
def test_what_was_understood_can_be_typed_again(days: int) -> None:
    at = NOW + timedelta(days=days)
    for all_day in (False, True):
        read, read_all_day = read_when(in_full(at, all_day=all_day), NOW)
        assert (read.date(), read_all_day) == (at.date(), all_day)


@pytest.mark.parametrize("month", MONTHS)
def test_three_letters_name_a_month(month: str) -> None:
    assert month in understood(f"7 {month[:3]} 2030")


@pytest.mark.parametrize(
    ("typed", "clock", "either"),
    [
        ("2pm", "14:00", False),
        ("2:25pm", "14:25", False),
        ("2.25 pm", "14:25", False),
        ("14.25", "14:25", False),
        ("0245", "02:45", False),
        ("2030", "20:30", False),
        ("14h", "14:00", False),
        ("02:45", "02:45", False),
        ("2:45", "02:45", True),
    ],
)
def test_a_time_of_day_alone_is_read_too(typed: str, clock: str, *, either: bool) -> None:
    read = read_alone(typed)
    assert read is not None
    assert (f"{read.at:%H:%M}", read.either) == (clock, either)
    assert read_alone(f"{typed} tomorrow") is None
