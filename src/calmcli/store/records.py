"""Everything private that is not a session: one record each, on shelves, in the journal's file."""

from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct
from msgspec.structs import force_setattr, replace

from calmcli.errors import CalmError
from calmcli.paths import Places
from calmcli.store.deleting import delete_rows
from calmcli.store.errors import StoreError
from calmcli.store.filters import Filter
from calmcli.store.instants import instant_ms
from calmcli.store.keeper import Kept
from calmcli.store.overlay import lay_over
from calmcli.store.pending import read_pending
from calmcli.store.reading import Say, noting, open_if_readable
from calmcli.store.row import Row
from calmcli.store.tables import RECORDS
from calmcli.store.writer import Writer
from calmcli.text import clean

Moment = Annotated[datetime, Meta(tz=True)]

UNREADABLE = "A part of what you keep could not be understood; it is left as it is."


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a person keeps. All text in it is cleaned, wherever it comes from."""

    id: str
    """A UUIDv7; a shelf of one record has a well-known UUID of another version instead."""
    shelf: str
    """What kind of thing it is: visit, profile, favourite, unsuggested, person."""
    started_at: Moment
    """When it was made."""
    edited_at: Moment
    """When it last changed; of two states of it the later one counts."""
    content: dict[str, Any]
    """What it says, as a JSON object; its own room knows the fields."""

    def __post_init__(self) -> None:
        force_setattr(self, "content", _cleaned(self.content))


class RecordsRead(Struct, frozen=True):
    """A shelf as it was found."""

    records: list[Record] = []
    """Oldest first."""
    messages: list[str] = []
    """Calm sentences for the person about what could not be read."""


def read_records(places: Places, shelf: str) -> RecordsRead:
    """The records on a shelf, those that wait among them; nothing on the disk is changed.

    Of two states the one edited later counts, and what was deleted is absent. Raises nothing.
    """
    return read_found(places.journal, places.pending, shelf)


def read_found(journal: Path, folder: Path, shelf: str) -> RecordsRead:
    """The same, from a journal and a folder of what waits for it."""
    found = RecordsRead()
    say = noting(found.messages)
    pending = read_pending(folder)
    if pending.left:
        say(UNREADABLE)
    store = open_if_readable(journal, say)
    over = lay_over(None, pending.rows, RECORDS)
    stored: list[Record] = []
    if store is not None:
        try:
            with store:
                over = lay_over(store, pending.rows, RECORDS)
                for row in store.rows(RECORDS, where=Filter(equal={"shelf": shelf})):
                    stored += _understood(row, say)
        except StoreError as error:  # damage further in; what came before it counts
            say(str(error))
    waiting = [record for row in over.rows.values() for record in _understood(row, say)]
    hidden = over.gone.union(record.id for record in waiting)
    records = [record for record in stored if record.id not in hidden]
    records += [record for record in waiting if record.shelf == shelf]
    found.records.extend(sorted(records, key=_order))
    return found


def to_row(record: Record) -> Row:
    """The record as the store keeps it: times as ISO 8601, its content as JSON."""
    row: Row = msgspec.to_builtins(record)
    return row | {"content": msgspec.json.encode(record.content).decode()}


def from_row(row: Row) -> Record:
    """The record that a row holds. Raises CalmError when it holds none."""
    try:
        content = msgspec.json.decode(str(row.get("content")))
        return msgspec.convert(row | {"content": content}, Record)
    except (ValueError, RecursionError) as error:
        raise CalmError(UNREADABLE) from error


def keep_records(places: Places, records: Iterable[Record]) -> Kept:
    """Keep records, each in the place of the one with its id; tells where they are now.

    What is kept now is the newest state of it, and is dated so even where the clock was set back.
    """
    records = list(records)
    known = {
        record.id: record.edited_at
        for shelf in {record.shelf for record in records}
        for record in read_records(places, shelf).records
    }
    writer = Writer(places)
    for record in records:
        edited_at = max(record.edited_at, known.get(record.id, record.edited_at))
        writer.put(RECORDS, to_row(replace(record, edited_at=edited_at)))
    return writer.finish()


def delete_records(places: Places, ids: Iterable[str]) -> Kept:
    """Take records away, their words with them; tells where the deletion is."""
    return delete_rows(places, ids)


def _understood(row: Row, say: Say) -> list[Record]:
    """The record of a row, or nothing and a sentence."""
    try:
        return [from_row(row)]
    except CalmError as error:
        say(str(error))
        return []


def _order(record: Record) -> tuple[int, str]:
    return instant_ms(record.started_at), record.id


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return clean(value, lines=True)
    if isinstance(value, list):
        return [_cleaned(inner) for inner in value]
    if isinstance(value, dict):
        return {_cleaned(name): _cleaned(inner) for name, inner in value.items()}
    return value
