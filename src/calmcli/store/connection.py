"""The journal as rows in tables."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import TracebackType
from typing import Self

from calmcli.store import errors, opening
from calmcli.store.opening import calm_faults
from calmcli.store.row import Row

PAGE_ROWS = 250
"""Rows fetched at once. Nothing is locked between two fetches, however slowly they are read."""

_SEARCH = {True: ("<", "DESC"), False: (">", "ASC")}


class Store:
    """An open journal, for the thread that opened it. Everything it raises is a StoreError."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open a journal for writing; one that is not there is made, for its owner alone."""
        return cls(path, opening.open_to_write(path))

    @classmethod
    def open_to_read(cls, path: Path, *, even_newer: bool = False) -> Self:
        """Open a journal without changing it; `even_newer` reads what is known of a newer form."""
        return cls(path, opening.open_to_read(path, even_newer=even_newer))

    def put(self, table: str, row: Row) -> None:
        """Keep a row, in the place of the one with its id; once it returns it is on the disk.

        Raises RowRefused when the row does not fit, whatever state the journal is in.
        """
        try:
            self._put(table, row)
        except errors.ReplacedJournal:
            self.close()
            self._connection = opening.open_to_write(self._path)
            self._put(table, row)

    def get(self, table: str, row_id: str) -> Row | None:
        """The row with an id, None when there is none."""
        columns = self._readable(table)
        select = f"SELECT {_list(columns)} FROM {_quote(table)} WHERE id = ?"  # noqa: S608
        found = self._fetch(select, row_id)
        return dict(zip(columns, found[0], strict=True)) if found else None

    def rows(
        self, table: str, *, newest_first: bool = True, limit: int | None = None
    ) -> Iterator[Row]:
        """Rows by the instant they started, then by id, fetched as they are asked for."""
        sign, order = _SEARCH[newest_first]
        columns = self._readable(table)
        select = f"SELECT started_ms, id, {_list(columns)} FROM {_quote(table)}"  # noqa: S608
        select_on = f"{select} WHERE (started_ms, id) {sign} (?, ?)"
        ordered = f" ORDER BY started_ms {order}, id {order} LIMIT ?"
        last: tuple[object, ...] = ()
        left = limit
        while left is None or left > 0:
            count = PAGE_ROWS if left is None else min(left, PAGE_ROWS)
            page = self._fetch((select_on if last else select) + ordered, *last, count)
            for started_ms, row_id, *values in page:
                last = started_ms, row_id
                yield dict(zip(columns, values, strict=True))
            if len(page) < count:
                return
            left = None if left is None else left - count

    def close(self) -> None:
        """Let go of the file; closing twice is fine."""
        with calm_faults():
            self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def _put(self, table: str, row: Row) -> None:
        columns = self._columns(table)
        unknown = sorted(set(row).difference(columns))
        if not columns:
            raise _refused(f"it has no table {table}")
        if unknown or "id" not in row:
            raise _refused(f"it has no column {', '.join(unknown)}" if unknown else "it has no id")
        names = list(row)
        changes = ", ".join(f"{_quote(name)} = excluded.{_quote(name)}" for name in names)
        statement = (
            f"INSERT INTO {_quote(table)} ({_list(names)})"  # noqa: S608  # the schema's own names
            f" VALUES ({', '.join('?' * len(names))}) ON CONFLICT (id) DO UPDATE SET {changes}"
        )
        try:
            with calm_faults():
                self._connection.execute(statement, list(row.values()))
        except (UnicodeEncodeError, OverflowError) as error:
            raise _refused(str(error)) from error

    def _readable(self, table: str) -> list[str]:
        columns = self._columns(table)
        if not columns:
            raise errors.DamagedJournal(errors.DAMAGED.format(reason=errors.BROKEN))
        return columns

    def _columns(self, table: str) -> list[str]:
        """The columns that can be written, in the schema's order: not those that SQLite fills.

        There are none when there is no such table.
        """
        statement = (
            "SELECT c.name FROM sqlite_master AS t, pragma_table_info(t.name) AS c"
            " WHERE t.type = 'table' AND t.name = ? AND t.name NOT LIKE 'sqlite~_%' ESCAPE '~'"
            " ORDER BY c.cid"
        )
        return [str(name) for (name,) in self._fetch(statement, table)]

    def _fetch(self, statement: str, *values: object) -> list[tuple[str | int | float | None, ...]]:
        with calm_faults():
            return self._connection.execute(statement, values).fetchall()


def _refused(reason: str) -> errors.RowRefused:
    return errors.RowRefused(errors.REFUSED.format(reason=reason))


def _quote(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _list(names: list[str]) -> str:
    return ", ".join(_quote(name) for name in names)
