"""The tables of the journal, and what a deletion means for them."""

import re

from calmcli.store.row import Row

ENTRIES = "entries"
"""One row for each session."""
RECORDS = "records"
"""Everything else that is private, on shelves."""
DELETED = "deleted"
"""The ids of rows that are gone, and when they went. Putting one here takes its row away."""
TALLIES = "tallies"
"""How many entries share an exercise and both ratings. The file itself keeps it, by triggers."""
TALLIED = ("kind", "script", "origin", "before", "after")
"""What those entries share."""

WITH_WORDS = (ENTRIES, RECORDS)
"""The tables that a deletion takes rows from."""

_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_VERSION_DIGIT = 14
_ONCE = "7"


def is_id(text: str) -> bool:
    """Whether a text is a UUID as rows have: as the name of a file it can lead nowhere else."""
    return _ID.fullmatch(text) is not None


def is_made_once(row_id: str) -> bool:
    """Whether an id was made for one row alone (a UUIDv7), so that its deletion is for good.

    Any other UUID is well known, as the profile's is: what was deleted can be made again.
    """
    return row_id[_VERSION_DIGIT : _VERSION_DIGIT + 1] == _ONCE


def tombstone(row_id: str, edited_at: str) -> Row:
    """What is left of a row that was deleted: no words."""
    return {"id": row_id, "edited_at": edited_at}
