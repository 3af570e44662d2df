import time
from argparse import ArgumentTypeError
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from datetime import time as clock_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmcli.cli.lengths import FURTHEST, cycles, minutes, next_time, time_of_day
from calmcli.errors import UsageError
from calmcli.time_of_day import TimeOfDay

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


def upcoming(hour: int, minute: int, now: datetime) -> datetime:
    """When clocks here show that time next, typed as a clock of 24 hours shows it."""
    return next_time(TimeOfDay(clock_time(hour, minute), either=False), now)


@pytest.mark.parametrize("typed", ["5", "0.5", "60", "2.25"])
@pytest.mark.parametrize("unit", ["", "m", " min", " minutes"])
def test_minutes_may_be_decimal_and_have_their_unit(typed: str, unit: str) -> None:
    assert minutes(typed + unit) == float(typed)
    assert minutes(typed.replace(".", ",")) == float(typed)


@given(st.text(max_size=8))
def test_anything_else_is_a_calm_error(typed: str) -> None:
    for read in (minutes, cycles, time_of_day):
        with suppress(ArgumentTypeError):
            assert read(typed)


@given(st.integers(0, 23), st.integers(0, 59))
def test_every_time_of_day_is_read(hour: int, minute: int) -> None:
    half = "pm" if hour >= 12 else "am"
    for typed in (
        f"{hour:02}:{minute:02}",
        f"{hour:02}{minute:02}",
        f"{hour}:{minute:02}",
        f"{hour % 12 or 12}:{minute:02} {half}",
    ):
        assert time_of_day(typed).at == clock_time(hour, minute)


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
        found = upcoming(hour, minute, now)
    except UsageError:
        assert first is None or first - now > FURTHEST - timedelta(minutes=61)
    else:
        assert now < found <= now + FURTHEST
        assert first is None or abs(found - first) <= timedelta(hours=1)


def test_a_time_after_midnight_is_tomorrow() -> None:
    assert upcoming(0, 10, here(2026, 11, 21, 22, 50)) == here(2026, 11, 21, 23, 10)


def test_across_the_end_of_summer_time_it_is_the_right_instant() -> None:
    now = here(2026, 10, 24, 23, 30)
    assert now.hour == 1
    assert upcoming(6, 0, now) == here(2026, 10, 25, 5, 0)


@pytest.mark.parametrize("minutes_past", [0, 1])
def test_more_than_twelve_hours_ahead_is_refused(minutes_past: int) -> None:
    now = here(2026, 11, 21, 8, 0)
    if minutes_past:
        with pytest.raises(UsageError, match="more than 12 hours"):
            upcoming(21, minutes_past, now)
    else:
        assert upcoming(21, 0, now) == now + FURTHEST


def test_a_time_just_past_is_told_with_what_fits() -> None:
    now = here(2026, 11, 21, 8, 58)
    with pytest.raises(UsageError) as told:
        upcoming(9, 55, now)
    assert str(told.value) == (
        "09:55 has passed; it is 09:58 now. A later time is needed, such as --until 10:03."
    )


def test_the_minute_that_it_is_has_not_passed() -> None:
    with pytest.raises(UsageError) as told:
        upcoming(9, 58, here(2026, 11, 21, 8, 58))
    assert str(told.value) == "It is 09:58 now. A later time is needed, such as --until 10:03."


def test_the_other_half_of_the_day_is_named_where_it_is_soon() -> None:
    with pytest.raises(UsageError, match=r"10:45 has passed.* such as --until 22:45"):
        upcoming(10, 45, here(2026, 11, 21, 21, 30))


@pytest.mark.parametrize(
    ("hour", "minute", "typed", "at"),
    [(14, 30, "2:45", (14, 45)), (9, 0, "9:30", (9, 30)), (23, 50, "1:00", (1, 0))],
)
def test_a_time_that_may_be_of_a_clock_of_12_hours_is_the_nearer_one(
    hour: int, minute: int, typed: str, at: tuple[int, int]
) -> None:
    now = here(2026, 11, 21, hour - 1, minute)
    moment = next_time(time_of_day(typed), now)
    assert (moment.hour, moment.minute) == at
    assert moment - now <= timedelta(hours=4)


def test_such_a_time_hours_away_is_asked_about_and_can_be_insisted_on() -> None:
    now = here(2026, 11, 21, 13, 59)
    with pytest.raises(UsageError) as told:
        next_time(time_of_day("2:45"), now)
    assert str(told.value) == (
        "14:45 has passed, and 02:45 is 11 hours 46 minutes away. If that one is meant,"
        " type --until 2:45am; if not, a time such as --until 15:04."
    )
    assert next_time(time_of_day("2:45am"), now) - now == timedelta(hours=11, minutes=46)
