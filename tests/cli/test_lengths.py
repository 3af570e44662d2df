import time
from argparse import ArgumentTypeError
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmcli.cli.lengths import FURTHEST, cycles, minutes, next_time, time_of_day
from calmcli.errors import UsageError

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="needs a time zone to set")


@pytest.fixture(autouse=True)
def _berlin() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        time.tzset()
        yield
    time.tzset()


def here(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    """A moment of UTC as clocks here show it."""
    return datetime(year, month, day, hour, minute, tzinfo=UTC).astimezone()


@pytest.mark.parametrize("typed", ["5", "0.5", "60", "2.25"])
def test_minutes_may_be_decimal(typed: str) -> None:
    assert minutes(typed) == float(typed)


@given(st.text(max_size=8))
def test_anything_else_is_a_calm_error(typed: str) -> None:
    for read in (minutes, cycles, time_of_day):
        with suppress(ArgumentTypeError):
            assert read(typed)


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_time_of_day_is_read(hour: int, minute: int) -> None:
    assert time_of_day(f"{hour:02}:{minute:02}") == (hour, minute)
    assert time_of_day(f"{hour}:{minute:02}") == (hour, minute)
    half = "pm" if hour >= 12 else "am"
    assert time_of_day(f"{hour % 12 or 12}:{minute:02} {half}") == (hour, minute)


@given(
    st.integers(0, 2 * 365 * 24 * 60).map(
        lambda ahead: here(2026, 1, 1) + timedelta(minutes=ahead)
    ),
    st.integers(0, 23),
    st.integers(0, 59),
)
def test_the_next_such_time_is_the_first_at_which_clocks_here_show_it(
    now: datetime, hour: int, minute: int
) -> None:
    now = now.astimezone(UTC).astimezone()
    minutes_ahead = (
        (now + timedelta(minutes=ahead)).astimezone(UTC).astimezone() for ahead in range(1, 60 * 14)
    )
    shown = (moment for moment in minutes_ahead if (moment.hour, moment.minute) == (hour, minute))
    first = next(shown, None)
    try:
        found = next_time(hour, minute, now)
    except UsageError:
        assert first is None or first - now > FURTHEST - timedelta(minutes=61)
    else:
        assert now < found <= now + FURTHEST
        assert first is None or abs(found - first) <= timedelta(hours=1)


def test_a_time_after_midnight_is_tomorrow() -> None:
    assert next_time(0, 10, here(2026, 11, 21, 22, 50)) == here(2026, 11, 21, 23, 10)


def test_across_the_end_of_summer_time_it_is_the_right_instant() -> None:
    now = here(2026, 10, 24, 23, 30)
    assert now.hour == 1
    assert next_time(6, 0, now) == here(2026, 10, 25, 5, 0)


@pytest.mark.parametrize("minutes_past", [0, 1])
def test_more_than_twelve_hours_ahead_is_refused(minutes_past: int) -> None:
    now = here(2026, 11, 21, 8, 0)
    if minutes_past:
        with pytest.raises(UsageError, match="more than 12 hours"):
            next_time(21, minutes_past, now)
    else:
        assert next_time(21, 0, now) == now + FURTHEST


def test_a_time_just_past_is_told_with_what_fits() -> None:
    now = here(2026, 11, 21, 8, 58)
    with pytest.raises(UsageError) as told:
        next_time(9, 55, now)
    assert str(told.value) == (
        "09:55 has passed; it is 09:58 now. A later time is needed, such as --until 10:03."
    )
