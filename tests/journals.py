"""Journals for tests: entries on a fixed day, in a store of their own."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from calmcli.journal.entries import Entry, new_id, to_row
from calmcli.paths import Places
from calmcli.store.connection import Store
from fakes import HERE

NEWEST = datetime(2026, 11, 20, 9, 30, tzinfo=HERE)


def entry(days_ago: float = 0, **changes: Any) -> Entry:
    """A session of long-out, so many days before the newest."""
    started = NEWEST - timedelta(days=days_ago)
    number = round(days_ago * 86400)
    fields: dict[str, Any] = {
        "id": new_id(int(started.timestamp() * 1000), number.to_bytes(10, "big")),
        "started_at": started,
        "ended_at": started + timedelta(minutes=5),
        "edited_at": started,
        "kind": "breathing",
        "script": "long-out",
        "origin": "shipped",
        "content_hash": "0" * 16,
        "before": 7,
        "after": 4,
        "ended": "completed",
        "planned_seconds": 300.0,
        "done_seconds": 300.0,
    }
    return Entry(**fields | changes)


def keep(places: Places, entries: Iterable[Entry]) -> None:
    with Store.open(places.journal) as store, store.all_or_nothing():
        for each in entries:
            store.put("entries", to_row(each))


def several() -> list[Entry]:
    """A handful of every sort."""
    return [
        entry(0),
        entry(1, before=5, after=5, script="pmr-7", kind="relaxation", note="in the bath\nwarm"),
        entry(2, before=3, after=5, script="steady-place", kind="visualization", ended="stopped"),
        entry(3, before=None, after=None),
        entry(40, before=8, after=None, ended="unfinished", done_seconds=70.0),
        *(entry(50 + day, before=6, after=day) for day in range(5)),
    ]
