"""A time of day as people type it: 14:25, 2:25pm, 2.25 pm, 14h, 1425, at 2."""

import re
from datetime import time

from msgspec import Struct

from calmcli.errors import UsageError
from calmcli.words.when import EITHER_HALF

_HALF = r"([ap])\.?m\.?"
_CLOCK = re.compile(rf"([0-9]{{1,2}})[:.h]([0-9]{{2}})(?:{_HALF})?")
_HOUR = re.compile(rf"([0-9]{{1,2}})(?:h|{_HALF})")
_FOUR_DIGITS = re.compile(r"([0-9]{2})([0-9]{2})")
_APART = re.compile(rf"([0-9])\s+(?=(?:h|{_HALF})(?:[\s,]|$))")
_AT_AN_HOUR = re.compile(r"(?<!\S)at\s+([0-9]{1,2})(?=[\s,]|$)|([0-9]{1,2})\s*o'?clock\b")
"""An hour that is one by the words beside it."""
_MAY_BE_A_YEAR = "20"
_NOON = 12
_AFTERNOON = range(1, 6)
"""Hours with one digit at which nobody is seen before the morning."""
_EARLY_OR_LATE = 6


class TimeOfDay(Struct, frozen=True):
    """A time on a clock, as it was typed."""

    at: time
    either: bool
    """Whether a clock of 12 hours may have been meant: by 2:45, not by 02:45 or 2:45pm."""

    def of_a_visit(self) -> time:
        """When somebody is seen who typed that: 2:30 is in the afternoon. Raises UsageError."""
        if self.either and self.at.hour == _EARLY_OR_LATE:
            raise UsageError(EITHER_HALF.format(minute=f"{self.at:%M}"))
        is_later = self.either and self.at.hour in _AFTERNOON
        return self.at.replace(hour=self.at.hour + _NOON) if is_later else self.at


def read_alone(typed: str) -> TimeOfDay | None:
    """A time of day and nothing else; None where there is none in it, or more."""
    word = joined(typed.strip().casefold())
    if found := _FOUR_DIGITS.fullmatch(word):  # alone it is no year
        return _time(found[1], int(found[2]), None)
    return read_word(word)


def joined(typed: str) -> str:
    """Small letters in which a time of day is one word: 2pm for 2 p.m., 2:00 for at 2."""
    whole = _APART.sub(r"\1", typed)
    return _AT_AN_HOUR.sub(lambda found: f"{found[1] or found[2]}:00", whole)


def read_word(word: str) -> TimeOfDay | None:
    """A word that is a time of day; None for any other, and for one that may be a year."""
    if word == "noon":
        return TimeOfDay(time(_NOON), either=False)
    if found := _CLOCK.fullmatch(word):
        return _time(found[1], int(found[2]), found[3])
    if (found := _FOUR_DIGITS.fullmatch(word)) and found[1] != _MAY_BE_A_YEAR:
        return _time(found[1], int(found[2]), None)
    if found := _HOUR.fullmatch(word):
        return _time(found[1], 0, found[2])
    return None


def _time(typed: str, minute: int, half: str | None) -> TimeOfDay | None:
    """A time on a clock of 24 hours, or of 12 where the half of the day was typed."""
    hour = int(typed)
    if half is not None:
        if not 1 <= hour <= _NOON:
            return None
        hour = hour % _NOON + (_NOON if half == "p" else 0)
    try:
        return TimeOfDay(time(hour, minute), either=half is None and len(typed) == 1 and hour > 0)
    except ValueError:
        return None
