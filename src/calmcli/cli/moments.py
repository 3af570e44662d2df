"""Days and moments in the past, as they are typed."""

import re
from datetime import date, datetime, time, timedelta

from calmcli.errors import UsageError
from calmcli.text import clean

NO_MOMENT = (
    "{option}: a day such as 2026-11-21, a moment such as 2026-11-21T14:30, today, yesterday,"
    " or so long ago (14d, 6w) is needed, not '{typed}'."
)

_AGO = re.compile(r"([0-9]{1,4})([dw])")
_DAYS = {"d": 1, "w": 7}


def since(typed: str, today: date) -> datetime:
    """The moment from which on: of a day, its beginning here. Raises UsageError."""
    return _begins(_read(typed, today, "--since"))


def until(typed: str, today: date) -> datetime:
    """The moment up to which: of a day, its end here. Raises UsageError."""
    read = _read(typed, today, "--until")
    return read if isinstance(read, datetime) else _begins(read + timedelta(days=1))


def _begins(read: date | datetime) -> datetime:
    if isinstance(read, datetime):
        return read
    return datetime.combine(read, time()).astimezone()  # midnight as the clocks here have it


def _read(typed: str, today: date, option: str) -> date | datetime:
    """A day, or a moment with its offset: the one here where none is typed."""
    days_ago = {"today": 0, "yesterday": 1}
    if ago := _AGO.fullmatch(typed):
        days_ago[typed] = int(ago[1]) * _DAYS[ago[2]]
    try:
        if typed in days_ago:
            return today - timedelta(days=days_ago[typed])
        if len(typed) <= len("2026-11-21"):
            return date.fromisoformat(typed)
        return datetime.fromisoformat(typed).astimezone()
    except (ValueError, OverflowError, OSError):
        raise UsageError(NO_MOMENT.format(option=option, typed=clean(typed)[:40])) from None
