"""Taking rows away, so that no copy of them ever brings them back."""

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import datetime

from calmcli.clock import local_time
from calmcli.paths import Places
from calmcli.store import erasing
from calmcli.store.connection import Store
from calmcli.store.errors import StoreError
from calmcli.store.instants import instant_us
from calmcli.store.keeper import Kept
from calmcli.store.pending import merge_pending, put_pending, remove_pending
from calmcli.store.row import Row
from calmcli.store.tables import DELETED, WITH_WORDS, tombstone

LONG_BYTES = 50_000_000
"""A journal of this size is written anew, with five copies, in more than a second."""


def delete_rows(
    places: Places, ids: Iterable[str], local: Callable[[], datetime] = local_time
) -> Kept:
    """Take rows away, whichever table they are in; their ids and this moment are all that stays.

    Tells where the deletion is: one that waits hides the row at once, and reaches the journal with
    whatever is kept next. The bytes of the rows go from the journal, its copies and what waits;
    `is_erasing` tells where that could not be finished.
    """
    moment = local().isoformat()
    stones = [tombstone(row_id, moment) for row_id in ids]
    if not stones:
        return Kept.NOTHING
    try:
        _delete(places, stones)
    except StoreError:
        return Kept.worst([_set_aside(places, _after_last_edit(places, s)) for s in stones])
    with suppress(StoreError):  # it is finished at the next start
        erasing.erase(places.journal)
    return Kept.JOURNAL


def is_erasing(places: Places) -> bool:
    """Whether words that were deleted may still be in the journal's file or its copies."""
    return erasing.is_unfinished(places.journal)


def takes_long(places: Places) -> bool:
    """Whether deleting takes seconds: the journal and its copies are all written anew."""
    try:
        return places.journal.stat().st_size > LONG_BYTES
    except OSError:
        return False


def _delete(places: Places, stones: list[Row]) -> None:
    with Store.open(places.journal) as store:
        merge_pending(store, places.pending)
        with store.all_or_nothing():
            for stone in stones:
                store.put(DELETED, stone)
    for stone in stones:
        with suppress(OSError, StoreError):  # merging it later finds that it is gone
            remove_pending(places.pending, str(stone["id"]))


def _after_last_edit(places: Places, stone: Row) -> Row:
    """A deletion dated no earlier than the last edit, as far as that can be read.

    A clock that was set back would have the edit win.
    """
    with suppress(StoreError), Store.open_to_read(places.journal) as store:
        for table in WITH_WORDS:
            row = store.get(table, str(stone["id"]))
            if row and (instant_us(row["edited_at"]) or 0) > (instant_us(stone["edited_at"]) or 0):
                return stone | {"edited_at": row["edited_at"]}
    return stone


def _set_aside(places: Places, stone: Row) -> Kept:
    try:
        put_pending(places.pending, DELETED, stone)
    except (OSError, StoreError):
        return Kept.LOST
    return Kept.PENDING
