"""What the journal and the rows that wait for it are together."""

from collections.abc import Iterable, Mapping

from msgspec import Struct

from calmcli.store.merging import compare
from calmcli.store.pending import PendingRow
from calmcli.store.row import Row, Rows
from calmcli.store.tables import DELETED


class Overlay(Struct, frozen=True):
    """How the waiting rows change what the journal shows of one table."""

    rows: Mapping[str, Row]
    """The waiting states that count, by id."""
    gone: frozenset[str]
    """Ids of rows whose deletion waits."""


def lay_over(store: Rows | None, waiting: Iterable[PendingRow], table: str) -> Overlay:
    """The waiting rows of a table that count; without a journal all of them do.

    Raises StoreError when the journal cannot be read.
    """
    rows: dict[str, Row] = {}
    gone: set[str] = set()
    for pending in waiting:
        of, row_id = pending.key
        if of not in (table, DELETED) or (store and compare(store, of, pending.row) < 0):
            continue
        if of == DELETED:
            gone.add(row_id)
        else:
            rows[row_id] = pending.row
    return Overlay(rows, frozenset(gone))
