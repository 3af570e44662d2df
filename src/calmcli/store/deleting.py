"""Taking rows away, so that no copy of them ever brings them back."""

from collections.abc import Callable, Iterable
from datetime import datetime

from calmcli.clock import local_time
from calmcli.paths import Places
from calmcli.store.keeper import Kept
from calmcli.store.tables import DELETED, tombstone
from calmcli.store.writer import Writer


def delete_rows(
    places: Places, ids: Iterable[str], local: Callable[[], datetime] = local_time
) -> Kept:
    """Take rows away, whichever table they are in; their ids and this moment are all that stays.

    Tells where the deletion is: one that waits hides the row at once, and reaches the journal with
    whatever is kept next.
    """
    writer = Writer(places)
    moment = local().isoformat()
    for row_id in ids:
        writer.put(DELETED, tombstone(row_id, moment))
    return writer.finish()
