"""The instant that a written time names, so that times with different offsets can be compared."""

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_MICROSECOND = timedelta(microseconds=1)


def instant_us(written: object) -> int | None:
    """Microseconds since 1970 in UTC of an ISO 8601 time, None when it is not one.

    A time without an offset is taken as UTC, as SQLite takes it.
    """
    if not isinstance(written, str):
        return None
    try:
        moment = datetime.fromisoformat(written)
    except ValueError:
        return None
    return (_aware(moment) - _EPOCH) // _MICROSECOND


def instant_ms(moment: datetime) -> int:
    """Milliseconds since 1970 in UTC, rounded as the journal's order rounds them."""
    return round((_aware(moment) - _EPOCH) / _MILLISECOND)


def _aware(moment: datetime) -> datetime:
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
