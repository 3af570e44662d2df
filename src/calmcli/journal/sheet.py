"""The entries as a table for spreadsheets (CSV), and back, without loss."""

import csv
from collections.abc import Iterable, Iterator
from io import StringIO
from typing import Any

import msgspec

from calmcli.errors import UsageError
from calmcli.journal.entries import Entry, as_json_object
from calmcli.journal.sheet_cells import from_cell, to_cell
from calmcli.text import clean

COLUMNS = Entry.__struct_fields__

NO_HEADING = "its first line does not name the columns of a journal: {columns}"
OTHER_COLUMN = "its first line names a column that a journal does not have: '{column}'"
CELLS = "line {line}: it has {found} cells, and the first line has {expected}"
NO_TABLE = "line {line}: {reason}"

_LISTS = ("during", "skipped")
_WHOLE = ("before", "after")
_REAL = ("planned_seconds", "done_seconds", "pace")
_NEEDED = ("id", "started_at", "edited_at", "kind", "script", "origin", "content_hash", "ended")
_LONGEST_CELL = 10_000_000
_MARK = "\ufeff"
"""What spreadsheets know UTF-8 by."""


def to_csv(entries: Iterable[Entry]) -> Iterator[str]:
    """The table, its heading first; everything in quotes, with the line ends that CSV has."""
    yield _MARK + _line(COLUMNS)
    for entry in entries:
        fields = as_json_object(entry)
        yield _line([_cell(fields[name]) for name in COLUMNS])


def from_csv(text: str) -> Iterator[tuple[int, dict[str, Any]]]:
    """The fields of each entry, with the line it ends on; what they hold is still to be checked.

    Raises UsageError where it is no table of ours.
    """
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(StringIO(text.removeprefix(_MARK), newline=""), strict=True)
    try:
        columns = _heading(next(reader, []))
        for cells in reader:
            if not cells:
                continue
            if len(cells) != len(columns):
                raise UsageError(
                    CELLS.format(line=reader.line_num, found=len(cells), expected=len(columns))
                )
            row = zip(columns, cells, strict=True)
            yield reader.line_num, {name: _value(name, cell) for name, cell in row}
    except csv.Error as error:
        raise UsageError(NO_TABLE.format(line=reader.line_num, reason=error)) from error


def _line(cells: Iterable[str]) -> str:
    written = StringIO(newline="")
    csv.writer(written, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(cells)
    return written.getvalue()


def _cell(value: object) -> str:
    if value is None or value == []:
        return ""
    if isinstance(value, str):
        return to_cell(value)
    return to_cell(msgspec.json.encode(value).decode())


def _heading(cells: list[str]) -> list[str]:
    if not set(_NEEDED).issubset(cells):
        raise UsageError(NO_HEADING.format(columns=", ".join(_NEEDED)))
    for column in cells:
        if column not in COLUMNS or cells.count(column) > 1:
            raise UsageError(OTHER_COLUMN.format(column=clean(column)[:40]))
    return cells


def _value(name: str, cell: str) -> object:
    """What a cell stands for; the cell itself where it does not stand for what it should."""
    if not cell:
        return [] if name in _LISTS else None
    text = from_cell(cell)
    try:
        if name in _LISTS:
            return msgspec.json.decode(text)
        if name in _WHOLE:
            return int(text)
        return float(text) if name in _REAL else text
    except (ValueError, RecursionError):
        return text
