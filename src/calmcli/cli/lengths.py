"""How long a session is to last, as it is typed."""

import re
from argparse import ArgumentTypeError
from datetime import datetime, time, timedelta
from math import isfinite

from calmcli.errors import UsageError
from calmcli.exercises.length import S_PER_MINUTE
from calmcli.text import clean, whole_number
from calmcli.time_of_day import TimeOfDay, read_alone
from calmcli.words.session import clock_time, spoken_length
from calmcli.words.when import FAR_OFF, HAS_PASSED, IS_NOW, NO_TIME, TOO_FAR

MINUTES = 0.5, 60.0
MOST_CYCLES = 1000
FURTHEST = timedelta(hours=12)
LIKELY = timedelta(hours=4)
"""Longer than that nobody means to practise: a time typed in two meanings is asked about."""
_SOON = timedelta(minutes=5)
_MINUTE = timedelta(minutes=1)
_NOON = 12
_UNIT = re.compile(r"\s*m(?:in(?:ute)?s?)?$")
_COMMA = re.compile(r"([0-9]),([0-9])")


def minutes(typed: str) -> float:
    """A decimal number of minutes, from 0.5 to 60: 2, 2.5, 2,5 or 2m."""
    number = _COMMA.sub(r"\1.\2", _UNIT.sub("", typed.casefold(), count=1))
    try:
        value = float(number)
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


def time_of_day(typed: str) -> TimeOfDay:
    """Hours and minutes, on a clock of 24 hours or of 12."""
    clock = read_alone(typed)
    if clock is None:
        raise ArgumentTypeError(NO_TIME.format(word=clean(typed)[:20]))
    return clock


def next_time(typed: TimeOfDay, now: datetime) -> datetime:
    """The next local moment at which clocks here show that time, of 12 hours where it may be one.

    Raises UsageError when it has passed, is more than 12 hours ahead, or hardly what was meant.
    """
    moment, other = _ahead(typed.at, now), _ahead(_other_half(typed.at), now)
    if typed.either and other < moment:
        moment = other
    if typed.either and moment - now > LIKELY:
        raise UsageError(
            FAR_OFF.format(
                passed=clock_time(moment - FURTHEST),
                time=clock_time(moment),
                length=spoken_length((moment - now) // _MINUTE * S_PER_MINUTE),
                half=f"{moment:%I:%M}".lstrip("0") + "ap"[moment.hour >= _NOON] + "m",
                soon=clock_time(now + _SOON),
            )
        )
    if moment - now > FURTHEST:
        asked = clock_time(moment)
        if moment.date() == now.date():
            raise UsageError(TOO_FAR.format(time=asked))
        soon = other if other - now <= LIKELY else now + _SOON
        words = IS_NOW if asked == clock_time(now) else HAS_PASSED
        raise UsageError(words.format(time=asked, now=clock_time(now), soon=clock_time(soon)))
    return moment


def _ahead(clock: time, now: datetime) -> datetime:
    """The next moment at which clocks here show a time."""
    wall = now.replace(tzinfo=None, second=0, microsecond=0)
    for days in (0, 1):
        day = wall + timedelta(days=days)
        # a naive time is read as local, so its offset is right on either side of a clock change
        moment = day.replace(hour=clock.hour, minute=clock.minute).astimezone()
        if moment > now:
            break
    return moment


def _other_half(clock: time) -> time:
    return clock.replace(hour=(clock.hour + _NOON) % 24)
