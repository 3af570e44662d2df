"""Every row as it stands now: what is in the journal, and what still waits for it."""

from collections.abc import Iterator

from calmcli.paths import Places
from calmcli.store.errors import StoreError
from calmcli.store.overlay import lay_over
from calmcli.store.pending import PendingRow, read_pending
from calmcli.store.reading import Say, open_if_readable
from calmcli.store.row import Row
from calmcli.store.tables import DELETED

UNREADABLE_FILE = "A file among the waiting entries could not be understood; it is left as it is."


def standing_rows(places: Places, table: str, say: Say) -> Iterator[Row]:
    """The rows of a table, those in the journal first. Raises nothing, changes nothing."""
    pending = read_pending(places.pending)
    if pending.left:
        say(UNREADABLE_FILE)
    store = open_if_readable(places.journal, say)
    try:
        over = lay_over(store, pending.rows, table)
        waiting = dict(over.rows) or _deletions(pending.rows, over.gone, table)
        hidden = over.gone.union(over.rows)
        if store is not None:
            with store:
                for row in store.rows(table):
                    if row["id"] not in hidden:
                        yield row
        yield from waiting.values()
    except StoreError as error:  # damage further in; what came before it has been given
        say(str(error))


def _deletions(pending: list[PendingRow], gone: frozenset[str], table: str) -> dict[str, Row]:
    """The deletions that wait, where it is deletions that are asked for."""
    if table != DELETED:
        return {}
    return {each.path.stem: each.row for each in pending if each.path.stem in gone}
