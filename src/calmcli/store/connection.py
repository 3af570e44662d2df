"""The journal as rows in tables."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Self

from calmcli.store import erasing, errors, opening, statements
from calmcli.store.filters import EVERY_ROW, Filter
from calmcli.store.forgotten import is_forgotten
from calmcli.store.migrations import MIGRATIONS, transaction, user_version
from calmcli.store.opening import calm_faults
from calmcli.store.row import Mark, Row, Value
from calmcli.store.statements import Statement
from calmcli.store.tables import DELETED, TALLIES

FIRST_ROWS = 32
"""Rows fetched at first: as many as a screen has lines."""
PAGE_ROWS = 250
"""Rows fetched at once at most. Nothing is locked between two fetches, however slow the reader."""

_AFTER_EVERY_ID = "g"
"""Sorts behind whatever an id of hexadecimal digits can go on with."""


class Store:
    """An open journal, for the thread that opened it. Everything it raises is a StoreError."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self._path = path
        self._connection = connection
        self._together = False

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

        Putting a row into DELETED takes the row with its id away, and one that was deleted for
        good is not put back. Raises RowRefused when the row does not fit, whatever state the
        journal is in, and ForgottenJournal where it was removed on wish meanwhile.
        """
        try:
            self._put(table, row)
        except errors.ReplacedJournal:
            if is_forgotten(self._connection):
                raise errors.ForgottenJournal(errors.FORGOTTEN) from None
            if self._together:
                raise
            self.close()
            self._connection = opening.open_to_write(self._path)
            self._put(table, row)

    def get(self, table: str, row_id: str) -> Row | None:
        """The row with an id, None when there is none."""
        columns = self._readable(table)
        found = self._fetch(statements.one(table, columns), row_id) if columns else []
        return dict(zip(columns, found[0], strict=True)) if found else None

    def rows(
        self,
        table: str,
        *,
        newest_first: bool = True,
        limit: int | None = None,
        where: Filter = EVERY_ROW,
    ) -> Iterator[Row]:
        """Rows by the instant they started, then by id, fetched as they are asked for."""
        marked = self.marked_rows(table, newest_first=newest_first, limit=limit, where=where)
        return (row for _, row in marked)

    def marked_rows(
        self,
        table: str,
        *,
        newest_first: bool = True,
        limit: int | None = None,
        where: Filter = EVERY_ROW,
        after: Mark | None = None,
        skip: int = 0,
    ) -> Iterator[tuple[Mark, Row]]:
        """The same, each with where it stands; only those `after` one, and past so many more."""
        columns = self._readable(table)
        if not columns:
            return
        left, most = limit, min(FIRST_ROWS, PAGE_ROWS)
        while left is None or left > 0:
            count = most if left is None else min(left, most)
            select = statements.page(
                table, columns, newest_first=newest_first, after=bool(after), where=where
            )
            page = self._fetch(select, *where.values(), *(after or ()), count, skip)
            for started_ms, row_id, *values in page:
                after = int(started_ms or 0), str(row_id)
                yield after, dict(zip(columns, values, strict=True))
            if len(page) < count:
                return
            skip = 0
            left = None if left is None else left - count
            most = PAGE_ROWS

    def how_many(self, table: str, where: Filter = EVERY_ROW) -> int:
        """How many rows fit, found without reading them."""
        if not self._readable(table):
            return 0
        ((count,),) = self._fetch(statements.how_many(table, where), *where.values())
        return int(count or 0)

    def tallied(self) -> Iterator[tuple[list[Value], int]]:
        """What entries hold in TALLIED, each with how many of them hold it."""
        kept = bool(self._columns(TALLIES))
        for *values, count in self._fetch(statements.tallied(kept=kept)):
            yield values, int(count or 0)

    def ids(self, table: str, beginning: str, limit: int) -> list[str]:
        """At most so many of the ids that begin in one way, in order."""
        end = beginning + _AFTER_EVERY_ID
        found = self._fetch(statements.ids_from(table), beginning, end, limit)
        return [str(row_id) for (row_id,) in found]

    @contextmanager
    def all_or_nothing(self) -> Iterator[None]:
        """Whatever is put inside it is on the disk when it ends, or nothing of it is."""
        self._together = True
        try:
            with calm_faults(), transaction(self._connection):
                yield
        finally:
            self._together = False

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
        if table != DELETED:
            self._write(statements.keeping(table, row))
        elif "edited_at" in row:
            with calm_faults(), transaction(self._connection):
                erasing.mark(self._path)
                self._write(statements.deleting(row))
        else:
            raise _refused("it has no time")

    def _write(self, steps: list[Statement]) -> None:
        try:
            with calm_faults(), transaction(self._connection):
                for statement, values in steps:
                    self._connection.execute(statement, values)
        except (UnicodeEncodeError, OverflowError) as error:
            raise _refused(str(error)) from error

    def _readable(self, table: str) -> list[str]:
        """The columns that can be read; none where a journal is too old to have the table."""
        columns = self._columns(table)
        if not columns:
            with calm_faults():
                if user_version(self._connection) >= len(MIGRATIONS):
                    raise errors.DamagedJournal(errors.DAMAGED.format(reason=errors.BROKEN))
        return columns

    def _columns(self, table: str) -> list[str]:
        """The columns that can be written; none when there is no such table."""
        return [str(name) for (name,) in self._fetch(statements.COLUMNS, table)]

    def _fetch(self, statement: str, *values: object) -> list[tuple[Value, ...]]:
        with calm_faults():
            return self._connection.execute(statement, values).fetchall()


def _refused(reason: str) -> errors.RowRefused:
    return errors.RowRefused(errors.REFUSED.format(reason=reason))
