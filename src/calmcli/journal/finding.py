"""Finding one entry by the beginning of its id, and the shortest beginning that is enough."""

from collections.abc import Iterable

from calmcli.errors import CalmError, UsageError
from calmcli.journal.entries import Entry, from_row
from calmcli.journal.standing import Standing, standing
from calmcli.paths import Places
from calmcli.store.tables import ENTRIES
from calmcli.text import clean
from calmcli.words import journal as said

_BEGINNINGS = (8, 13, 18, 23, 36)
"""Where an id may be cut: after 8 digits, which tell minutes apart, and at its dashes."""
_SEVERAL = 3
_DIGITS = frozenset("0123456789abcdef-")


def find_entries(places: Places, typed: Iterable[str]) -> list[Entry]:
    """The entries that these beginnings of ids stand for, each once.

    Raises UsageError for one that stands for none or for several, CalmError when an entry or the
    journal cannot be read.
    """
    messages: list[str] = []
    found: dict[str, Entry] = {}
    with standing(places, messages.append) as now:
        for beginning in typed:
            ids = _ids(now, beginning.lower()) if beginning else []
            if not ids and messages:
                raise CalmError(messages[0])
            if len(ids) != 1:
                raise UsageError(_told(beginning, ids))
            found[ids[0]] = _entry(now, ids[0])
    return list(found.values())


def short_ids(places: Places, ids: Iterable[str]) -> dict[str, str]:
    """The shortest beginning of each id that stands for it alone."""
    with standing(places, lambda _message: None) as now:
        return {row_id: _shortest(now, row_id) for row_id in ids}


def _shortest(now: Standing, row_id: str) -> str:
    beginnings = (row_id[:length] for length in _BEGINNINGS)
    return next((one for one in beginnings if len(_ids(now, one)) <= 1), row_id)


def _ids(now: Standing, beginning: str) -> list[str]:
    """The first few ids that begin so."""
    if not _DIGITS.issuperset(beginning):
        return []
    ids = {entry.id for entry in now.waiting if entry.id.startswith(beginning)}
    if now.store is not None:
        stored = now.store.ids(ENTRIES, beginning, _SEVERAL + len(now.hidden))
        ids.update(row_id for row_id in stored if row_id not in now.hidden)
    return sorted(ids)[:_SEVERAL]


def _entry(now: Standing, row_id: str) -> Entry:
    waiting = {entry.id: entry for entry in now.waiting}
    if row_id in waiting:
        return waiting[row_id]
    row = now.store.get(ENTRIES, row_id) if now.store is not None else None
    return from_row(row or {})


def _told(beginning: str, ids: list[str]) -> str:
    typed = clean(beginning)[:40]
    if not ids:
        return said.NO_SUCH_ID.format(id=typed)
    return said.SEVERAL_IDS.format(id=typed, ids=", ".join(ids))
