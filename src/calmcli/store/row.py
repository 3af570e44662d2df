"""What goes into the store and comes out of it."""

from typing import Protocol

Value = str | int | float | None
"""What one column may hold."""

Row = dict[str, Value]
"""One row: a value under each column's name."""

Key = tuple[str, str]
"""Which row: its table and its id."""

Mark = tuple[int, str]
"""Where a row stands among others: when it started, in milliseconds since 1970, and its id."""


class Rows(Protocol):
    """A place for rows that can be written to."""

    def put(self, table: str, row: Row) -> None:
        """Keep a row, in the place of the one with its id. Raises StoreError."""

    def get(self, table: str, row_id: str) -> Row | None:
        """The row with an id, None when there is none. Raises StoreError."""

    def close(self) -> None:
        """Let go of it."""
