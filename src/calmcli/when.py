"""Days and times as people type them: 2pm, Thursday 14:25, tomorrow at 2, 26/11/2026, 14h30.

What can be read in two ways is refused: libraries for this guess, and a visit on the wrong day
is worse than a question.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from msgspec import Struct

from calmcli.errors import UsageError
from calmcli.text import clean
from calmcli.time_of_day import TimeOfDay, joined, read_word
from calmcli.words.when import (
    EITHER_ORDER,
    EITHER_WEEK,
    MONTHS,
    NO_DAY,
    OTHER_WEEKDAY,
    WEEKDAYS,
)

_YEAR_FIRST = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DOTTED = re.compile(r"([0-9]{1,2})\.([0-9]{1,2})\.([0-9]{4})")
_EITHER = re.compile(r"([0-9]{1,2})([/-])([0-9]{1,2})(?:\2([0-9]{4}))?")
_IN_MONTH = re.compile(r"([0-9]{1,2})(?:[snrt][tdh]|\.)?")
_YEAR = re.compile(r"[0-9]{4}")
_FILLING = frozenset({"at", "on", "the", "of", "this"})
_SHORTEST_NAME = 3
_YEARS = range(2000, 2101)
"""Further away it is a slip."""


class _Read(Struct):
    """What was found so far."""

    day: date | None = None
    clock: TimeOfDay | None = None
    weekday: int | None = None
    month: int | None = None
    in_month: int | None = None
    year: int | None = None
    next: bool = False


def read_when(typed: str, now: datetime) -> tuple[datetime, bool]:
    """A local moment, and whether only its day is known. Raises UsageError.

    The offset is the one that clocks here have on that day, whatever it is today.
    """
    read = _Read()
    for word in _words(typed):
        if not (_as_clock(word, read) or _as_day(word, read, now) or _as_name(word, read)):
            raise UsageError(NO_DAY.format(word=clean(word)[:20]))
    clock = None if read.clock is None else read.clock.of_a_visit()
    day = _day_of(read, typed, now.date())
    if day is None:
        if clock is None:
            raise UsageError(NO_DAY.format(word=clean(typed)[:20]))
        day = now.date() + timedelta(days=clock <= now.time())
    return datetime.combine(day, clock or time()).astimezone(), clock is None


def _words(typed: str) -> Iterator[str]:
    """The words of it, with the halves of the day joined to their hours, and nothing that fills."""
    text = joined(re.sub(r"([0-9])t([0-9])", r"\1 \2", typed.casefold()))
    return (word for word in re.split(r"[\s,]+", text) if word and word not in _FILLING)


def _as_clock(word: str, read: _Read) -> bool:
    if read.clock is None:
        read.clock = read_word(word)
        return read.clock is not None
    return False


def _as_day(word: str, read: _Read, now: datetime) -> bool:
    if read.day is not None:
        return False
    if word in ("today", "tomorrow"):
        read.day = now.date() + timedelta(days=word == "tomorrow")
    elif found := _YEAR_FIRST.fullmatch(word):
        read.day = _date(int(found[1]), int(found[2]), int(found[3]), word)
    elif found := _DOTTED.fullmatch(word):  # with dots the day comes first everywhere
        read.day = _date(int(found[3]), int(found[2]), int(found[1]), word)
    elif found := _EITHER.fullmatch(word):
        read.day = _either(int(found[1]), int(found[3]), found[4], word, now.date())
    return read.day is not None


def _as_name(word: str, read: _Read) -> bool:
    """A weekday, a month or what stands beside it."""
    month, weekday = _named(word, MONTHS), _named(word, WEEKDAYS)
    if month is not None and read.month is None:
        read.month = month + 1
    elif weekday is not None and read.weekday is None:
        read.weekday = weekday
    elif word == "next" and not read.next:
        read.next = True
    elif _YEAR.fullmatch(word) and read.year is None:
        read.year = int(word)
    elif (found := _IN_MONTH.fullmatch(word)) and read.in_month is None:
        read.in_month = int(found[1])
    else:
        return False
    return True


def _named(word: str, names: tuple[str, ...]) -> int | None:
    """Which of the names a word is, or begins."""
    word = word.removesuffix(".")
    fits = [at for at, name in enumerate(names) if name.casefold().startswith(word)]
    return fits[0] if len(word) >= _SHORTEST_NAME and len(fits) == 1 else None


def _day_of(read: _Read, typed: str, today: date) -> date | None:
    """The day that was named; None where none was."""
    day, named = read.day, (read.month, read.in_month)
    if None not in named and read.month and read.in_month and day is None:
        day = _with_year(read.year, read.month, read.in_month, typed, today)
    elif named != (None, None) or read.year is not None:
        raise UsageError(NO_DAY.format(word=clean(typed)[:20]))
    if read.next and (read.weekday is None or day is not None):
        raise UsageError(NO_DAY.format(word="next"))
    if read.weekday is None:
        return day
    if day is None:
        return _coming(read.weekday, today, week_after=read.next)
    if day.weekday() != read.weekday:
        weekday = WEEKDAYS[day.weekday()]
        raise UsageError(OTHER_WEEKDAY.format(day=_spelled(day.day, day.month), weekday=weekday))
    return day


def _coming(weekday: int, today: date, *, week_after: bool) -> date:
    """The next such weekday; today would have been called today. Raises UsageError.

    Next Friday, on a Tuesday, is this week's for some and the one after it for others.
    """
    day = today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 1)
    if week_after and day.weekday() > today.weekday():
        one, other = (_spelled(each.day, each.month) for each in (day, day + timedelta(days=7)))
        raise UsageError(EITHER_WEEK.format(name=WEEKDAYS[weekday], one=one, other=other))
    return day


def _either(first: int, second: int, year: str | None, word: str, today: date) -> date:
    """A day whose month may come first or second."""
    given = None if year is None else int(year)
    orders = {(first, second), (second, first)}
    days = sorted((month, day) for day, month in orders if month <= len(MONTHS) and day)
    if len(days) > 1:
        one, other = (_spelled(day, month) for month, day in days)
        raise UsageError(EITHER_ORDER.format(word=clean(word)[:20], one=one, other=other))
    month, day = days[0] if days else (0, 0)
    return _with_year(given, month, day, word, today)


def _with_year(year: int | None, month: int, day: int, word: str, today: date) -> date:
    """A day of a year, or where none was typed the next such day."""
    if year is not None:
        return _date(year, month, day, word)
    this_year = _date(today.year, month, day, word)
    return this_year if this_year >= today else _date(today.year + 1, month, day, word)


def _spelled(day: int, month: int) -> str:
    return f"{day} {MONTHS[month - 1]}"


def _date(year: int, month: int, day: int, word: str) -> date:
    try:
        found = date(year, month, day)
    except ValueError:
        found = date.min
    if found.year not in _YEARS:
        raise UsageError(NO_DAY.format(word=clean(word)[:20]))
    return found
