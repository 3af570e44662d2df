"""Which of several states of a row counts, wherever they come from and in whatever order.

For an id made once a deletion counts for good. Of all other states the one edited last counts, and
of a deletion and an edit of one moment the deletion.
"""

import json

from calmcli.store.instants import instant_us
from calmcli.store.row import Row, Rows
from calmcli.store.tables import DELETED, WITH_WORDS, is_made_once

_BEFORE_ALL = -(2**63)


def merge(store: Rows, table: str, row: Row) -> bool:
    """Put a row that comes from another journal where it counts; whether it changed anything.

    Of two edits of one moment the greater content counts, so that every journal decides alike.
    Raises StoreError.
    """
    counts = changes_anything(store, table, row)
    if counts:
        store.put(table, row)
    return counts


def changes_anything(store: Rows, table: str, row: Row) -> bool:
    """Whether merging a row would change the journal. Raises StoreError."""
    order = compare(store, table, row)
    if order == 0:
        stored = store.get(table, str(row["id"]))
        return stored is None or _content(row) > _content(stored)
    return order > 0


def compare(store: Rows, table: str, row: Row) -> int:
    """1 where a row counts more than what the journal has, -1 where less, 0 where alike.

    Raises StoreError.
    """
    row_id = str(row["id"])
    rivals = {name: store.get(name, row_id) for name in (DELETED, *_homes(table))}
    weights = [_weight(name, rival) for name, rival in rivals.items() if rival]
    if not weights:
        return 1
    ours, theirs = _weight(table, row), max(weights)
    return (ours > theirs) - (ours < theirs)


def _homes(table: str) -> tuple[str, ...]:
    return WITH_WORDS if table == DELETED else (table,)


def _weight(table: str, row: Row) -> tuple[bool, int, bool]:
    deletion = table == DELETED
    edited_us = instant_us(row.get("edited_at"))
    moment = _BEFORE_ALL if edited_us is None else edited_us
    return deletion and is_made_once(str(row["id"])), moment, deletion


def _content(row: Row) -> str:
    known = {name: value for name, value in row.items() if value is not None}
    return json.dumps(known, sort_keys=True)
