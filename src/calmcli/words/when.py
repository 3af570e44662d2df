"""What is said about days and times, as they are typed and as they were understood."""

from datetime import datetime

NO_DAY = (
    "'{word}' is no day or time here. Some that are: tomorrow 9:30, Thursday 2pm,"
    " 3 December 2026 14:20, 2026-12-03."
)
EITHER_ORDER = "'{word}' can be {one} or {other}. Typed with the month's name it is clear."
EITHER_HALF = (
    "6:{minute} can be in the morning or in the evening."
    " Typed as 06:{minute} or 18:{minute} it is clear."
)
EITHER_WEEK = (
    "Next {name} can be {one} or {other}. Typed as one of these it is clear; {name} alone is {one}."
)
OTHER_WEEKDAY = "{day} is a {weekday}. Which one is meant?"
NO_TIME = "a time such as 14:25 or 2:25pm is needed, not '{word}'"
TOO_FAR = "{time} is more than 12 hours away. A time within 12 hours is needed."
IS_NOW = "It is {time} now. A later time is needed, such as --until {soon}."
HAS_PASSED = "{time} has passed; it is {now} now. A later time is needed, such as --until {soon}."
FAR_OFF = (
    "{passed} has passed, and {time} is {length} away. If that one is meant, type --until {half};"
    " if not, a time such as --until {soon}."
)

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def in_full(at: datetime, *, all_day: bool) -> str:
    """A day, and its time where it has one, in full: Thursday 3 December 2026, 14:00."""
    day = f"{WEEKDAYS[at.weekday()]} {at.day} {MONTHS[at.month - 1]} {at.year}"
    return day if all_day else f"{day}, {at:%H:%M}"


def when_in_brief(at: datetime | None, *, all_day: bool) -> str:
    """A day and its time where there is little room: 3 Dec 14:20; empty for none."""
    if at is None:
        return ""
    day = f"{at.day} {at:%b}"
    return day if all_day else f"{day} {at:%H:%M}"
