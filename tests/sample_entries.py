"""Entries for the tests of what shows and moves them."""

from datetime import datetime, timedelta
from typing import Any

from calmcli.journal.entries import Entry
from fakes import HERE
from sample_rows import row_id

BEGAN = datetime(2026, 11, 21, 14, 22, tzinfo=HERE)


def an_entry(number: int = 1, **changes: Any) -> Entry:
    """A session of box breathing; a higher number began a day later."""
    began = BEGAN + timedelta(days=number)
    fields: dict[str, Any] = {
        "id": row_id(number),
        "started_at": began,
        "ended_at": began + timedelta(minutes=4),
        "edited_at": began + timedelta(minutes=5),
        "kind": "breathing",
        "script": "box",
        "origin": "shipped",
        "content_hash": "0f",
        "before": 7,
        "after": 4,
        "ended": "completed",
        "planned_seconds": 240.0,
        "done_seconds": 240.0,
        "pace": 1.0,
    }
    return Entry(**(fields | changes))
