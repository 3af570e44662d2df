"""What a file has to bring into the journal: our JSON, our CSV, or a journal itself."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

import msgspec

from calmcli.errors import CalmError, UsageError
from calmcli.journal.checking import checked_deletion, checked_entry, checked_record, unknown_fields
from calmcli.journal.entries import from_row, to_row
from calmcli.journal.sheet import from_csv
from calmcli.output import JSON_VERSION
from calmcli.store import records
from calmcli.store.connection import Store
from calmcli.store.reading import Say
from calmcli.store.row import Row
from calmcli.store.tables import DELETED, ENTRIES, RECORDS, tombstone
from calmcli.words import journal as said

Rows = Iterator[tuple[str, Row]]
"""Rows, each with its table, in the form the store keeps them in."""
Source = Callable[[], Rows]
"""Reads them from the beginning, as often as it is asked to. Raises CalmError where one does not
fit, in words that name the place."""

Checked = TypeVar("Checked")

_DATABASE = b"SQLite format 3\0"


class _Export(msgspec.Struct):
    """A file of `journal export`, or of `journal list --json`."""

    schema_version: int
    entries: list[msgspec.Raw]
    records: list[msgspec.Raw] = []
    deleted: list[msgspec.Raw] = []


def read_source(name: str, content: bytes, path: Path | None, say: Say) -> Source:
    """Where the rows of a file come from; `path` is needed for a journal itself.

    Raises CalmError when it is none of the three.
    """
    if content.startswith(_DATABASE) and path is not None:
        return lambda: _placed(name, _from_journal(path))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UsageError(said.NOT_OURS.format(name=name)) from None
    if text.lstrip()[:1] == "{":
        export = _export(name, content.removeprefix(b"\xef\xbb\xbf"))
        return lambda: _placed(name, _from_export(export, say))
    return lambda: _placed(name, _from_table(text))


def _placed(name: str, rows: Rows) -> Rows:
    """The same rows; a complaint begins with the name of the file."""
    try:
        yield from rows
    except CalmError as error:
        raise type(error)(f"{name}: {error}") from error


def _export(name: str, content: bytes) -> _Export:
    try:
        export = msgspec.json.decode(content, type=_Export)
    except msgspec.ValidationError:
        raise UsageError(said.NOT_OURS.format(name=name)) from None
    except (ValueError, RecursionError) as error:
        raise UsageError(said.NO_JSON.format(name=name, reason=error)) from None
    if export.schema_version > JSON_VERSION:
        raise CalmError(said.NEWER.format(name=name))
    return export


def _from_export(export: _Export, say: Say) -> Rows:
    for place, fields in _objects(export.entries, said.SESSION_AT):
        if unknown_fields(fields):
            say(said.LEFT_OUT)
        yield ENTRIES, to_row(_at(place, checked_entry, fields))
    for place, fields in _objects(export.records, said.RECORD_AT):
        yield RECORDS, records.to_row(_at(place, checked_record, fields))
    for place, fields in _objects(export.deleted, said.DELETION_AT):
        yield DELETED, tombstone(*_at(place, checked_deletion, fields))


def _objects(items: list[msgspec.Raw], place: str) -> Iterator[tuple[str, dict[str, Any]]]:
    for number, raw in enumerate(items, 1):
        at = place.format(number=number)
        try:
            yield at, msgspec.json.decode(raw, type=dict[str, Any])
        except (ValueError, RecursionError):
            raise UsageError(f"{at}: {said.NOT_AN_OBJECT}") from None


def _from_table(text: str) -> Rows:
    for line, fields in from_csv(text):
        yield ENTRIES, to_row(_at(said.LINE_AT.format(number=line), checked_entry, fields))


def _from_journal(path: Path) -> Rows:
    with Store.open_to_read(path) as store:
        for row in store.rows(ENTRIES):
            yield ENTRIES, to_row(from_row(row))
        for row in store.rows(RECORDS):
            yield RECORDS, records.to_row(records.from_row(row))
        for row in store.rows(DELETED):
            yield DELETED, row


def _at(place: str, check: Callable[[dict[str, Any]], Checked], fields: dict[str, Any]) -> Checked:
    try:
        return check(fields)
    except UsageError as error:
        raise UsageError(f"{place}: {error}") from error
