"""Rows that wait, one file each, until the journal can be written again."""

import os
import stat
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Literal

import msgspec

from calmcli.paths import private_folder, write_private
from calmcli.store.errors import REFUSED, RowRefused
from calmcli.store.instants import instant_us
from calmcli.store.merging import compare
from calmcli.store.row import Key, Row, Rows
from calmcli.store.tables import is_id

MOST_BYTES = 1_000_000
"""A longer file is none of ours; a row with a very long note has a tenth of it."""


class _Content(msgspec.Struct):
    """What a file says."""

    schema_version: Literal[1]
    table: str
    row: Row


class PendingRow(msgspec.Struct, frozen=True):
    """A row read from its file."""

    table: str
    """Where it belongs."""
    row: Row
    """The row; its id is the file's name."""
    path: Path
    """The file."""
    identity: tuple[int, int]
    """Which file it was, so that one put in its place meanwhile can be told from it."""

    @property
    def key(self) -> Key:
        """Which row it is."""
        return self.table, self.path.stem


class Waiting(msgspec.Struct, frozen=True):
    """What was found in the folder of pending rows."""

    rows: list[PendingRow]
    """The rows that can be read, by file name."""
    left: list[Path]
    """What is there and could not be read as a row; it was left alone."""


class Merged(msgspec.Struct, frozen=True):
    """What became of the rows that waited."""

    kept: list[Key]
    """The rows that are in the journal now, in this state or a newer one."""
    left: list[Path]
    """The files that were left as they are: broken, foreign, or refused by the journal."""


def folder_of_pending(journal: Path) -> Path:
    """Where the rows wait for a journal."""
    return journal.with_name("pending")


def put_pending(folder: Path, table: str, row: Row) -> None:
    """Write a row to its file, in the place of an older state of it.

    Raises OSError when it cannot be written, RowRefused when its id is not one or its text no text.
    """
    path = _path(folder, str(row.get("id")))
    try:
        content = msgspec.json.encode(_Content(schema_version=1, table=table, row=row))
    except UnicodeError as error:
        raise RowRefused(REFUSED.format(reason=error)) from error
    private_folder(folder)
    write_private(path, content)


def remove_pending(folder: Path, row_id: str) -> None:
    """Remove the file of a row, if there is one. Raises OSError when it cannot be removed."""
    _path(folder, row_id).unlink(missing_ok=True)


def read_pending(folder: Path) -> Waiting:
    """Every row that waits. Nothing is raised and nothing changed, whatever lies in the folder."""
    waiting = Waiting([], [])
    for path in _files(folder):
        try:
            waiting.rows.append(_read(path))
        except FileNotFoundError:  # merged by another calmcli meanwhile
            continue
        except (OSError, ValueError, RecursionError):
            waiting.left.append(path)
    return waiting


def merge_pending(store: Rows, folder: Path) -> Merged:
    """Put every waiting row into the journal unless a newer state is there, and remove its file.

    Raises StoreError when the journal cannot be used; the rows not yet merged go on waiting.
    """
    waiting = read_pending(folder)
    merged = Merged([], waiting.left)
    for pending in waiting.rows:
        try:
            _merge(store, pending)
        except RowRefused:
            merged.left.append(pending.path)
        else:
            merged.kept.append(pending.key)
    return merged


def _merge(store: Rows, pending: PendingRow) -> None:
    if compare(store, pending.table, pending.row) >= 0:
        store.put(pending.table, pending.row)
    with suppress(OSError):  # it stays, and is found to be merged the next time
        if _identity(pending.path.stat()) == pending.identity:
            pending.path.unlink()


def _files(folder: Path) -> Iterator[Path]:
    """Everything in the folder, by name, but the files that were being written."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208  # Path.iterdir makes a Path of each first
    except OSError:
        return
    for name in names:
        if not name.startswith("."):
            yield folder / name


def _read(path: Path) -> PendingRow:
    if path.suffix != ".json" or not is_id(path.stem):
        raise ValueError(path.name)
    content, known = _read_regular(path)
    decoded = msgspec.json.decode(content, type=_Content)
    is_dated = instant_us(decoded.row.get("edited_at")) is not None
    if decoded.row.get("id") != path.stem or not is_dated:
        raise ValueError(path.name)
    return PendingRow(decoded.table, decoded.row, path, _identity(known))


def _read_regular(path: Path) -> tuple[bytes, os.stat_result]:
    """The bytes of a plain file of a likely size; no link is followed, no pipe waited for."""
    flags = os.O_RDONLY
    for name in ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY"):
        flags |= getattr(os, name, 0)
    with os.fdopen(os.open(path, flags), "rb") as file:
        known = os.fstat(file.fileno())
        if not stat.S_ISREG(known.st_mode) or known.st_size > MOST_BYTES:
            raise ValueError(path.name)
        return file.read(MOST_BYTES), known


def _path(folder: Path, row_id: str) -> Path:
    """The file of a row. An id becomes a file's name only when it cannot lead anywhere else."""
    if not is_id(row_id):
        raise RowRefused(REFUSED.format(reason="its id is not a UUID"))
    return folder / f"{row_id}.json"


def _identity(known: os.stat_result) -> tuple[int, int]:
    return known.st_ino, known.st_mtime_ns
