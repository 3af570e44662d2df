"""How long a session is to last, as it is typed."""

from argparse import ArgumentTypeError
from datetime import datetime, timedelta
from math import isfinite

from calmcli.errors import UsageError
from calmcli.text import clean, whole_number
from calmcli.when import read_clock
from calmcli.words.when import NO_TIME

MINUTES = 0.5, 60.0
MOST_CYCLES = 1000
FURTHEST = timedelta(hours=12)
TOO_FAR = "{time} is more than 12 hours away. A time within 12 hours is needed."
HAS_PASSED = "{time} has passed; it is {now} now. A later time is needed, such as --until {soon}."
_SOON = timedelta(minutes=5)


def minutes(typed: str) -> float:
    """A decimal number of minutes, from 0.5 to 60."""
    try:
        value = float(typed)
    except ValueError:
        value = float("nan")
    if not isfinite(value) or not MINUTES[0] <= value <= MINUTES[1]:
        least, most = MINUTES
        raise ArgumentTypeError(f"a number from {least:g} to {most:g} is needed, not '{typed}'")
    return value


def cycles(typed: str) -> int:
    """A whole number of breaths."""
    number = whole_number(typed, MOST_CYCLES)
    if number is None:
        raise ArgumentTypeError(
            f"a whole number from 1 to {MOST_CYCLES} is needed, not '{typed[:20]}'"
        )
    return number


def time_of_day(typed: str) -> tuple[int, int]:
    """Hours and minutes, on a clock of 24 hours or of 12."""
    clock = read_clock(typed)
    if clock is None:
        raise ArgumentTypeError(NO_TIME.format(word=clean(typed)[:20]))
    return clock.hour, clock.minute


def next_time(hour: int, minute: int, now: datetime) -> datetime:
    """The next local moment at which clocks here show that time.

    Raises UsageError when it has passed, or is more than 12 hours ahead.
    """
    wall = now.replace(tzinfo=None, second=0, microsecond=0)
    for days in (0, 1):
        day = wall + timedelta(days=days)
        # a naive time is read as local, so its offset is right on either side of a clock change
        moment = day.replace(hour=hour, minute=minute).astimezone()
        if moment > now:
            break
    if moment - now > FURTHEST:
        time = f"{hour:02}:{minute:02}"
        if moment.date() == now.date():
            raise UsageError(TOO_FAR.format(time=time))
        soon = f"{now + _SOON:%H:%M}"
        raise UsageError(HAS_PASSED.format(time=time, now=f"{now:%H:%M}", soon=soon))
    return moment
