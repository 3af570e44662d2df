"""The SQL that writes and reads rows, made from names that the schema itself gave."""

from collections.abc import Sequence

from calmcli.store.filters import Filter, quoted
from calmcli.store.row import Row, Value
from calmcli.store.tables import DELETED, ENTRIES, TALLIED, TALLIES, WITH_WORDS, is_made_once

Statement = tuple[str, list[Value]]
"""SQL, and a value for each question mark in it."""

# The names below are the schema's own, and quoted: no value ever becomes a part of a statement.

COLUMNS = (
    "SELECT c.name FROM sqlite_master AS t, pragma_table_info(t.name) AS c"
    " WHERE t.type = 'table' AND t.name = ? AND t.name NOT LIKE 'sqlite~_%' ESCAPE '~'"
    " ORDER BY c.cid"
)
"""The columns of a table that can be written, in order: not those that SQLite fills."""


def keeping(table: str, row: Row) -> list[Statement]:
    """What puts a row in the place of the one with its id, unless that was deleted for good."""
    names = list(row)
    changes = ", ".join(f"{quoted(name)} = excluded.{quoted(name)}" for name in names)
    put = (
        f"INSERT INTO {quoted(table)} ({_listed(names)})"  # noqa: S608
        f" SELECT {', '.join('?' * len(names))}"
        f" WHERE NOT EXISTS (SELECT 1 FROM {DELETED} WHERE id = ?)"
        f" ON CONFLICT (id) DO UPDATE SET {changes}"
    )
    again = (f"DELETE FROM {DELETED} WHERE id = ?", [row["id"]])  # noqa: S608
    keep = (put, [*row.values(), row["id"]])
    return [keep] if is_made_once(str(row["id"])) else [again, keep]


def deleting(tombstone: Row) -> list[Statement]:
    """What takes a row away, wherever it is, and leaves its tombstone."""
    leave = (
        f"INSERT INTO {DELETED} (id, edited_at) VALUES (?, ?)"  # noqa: S608
        " ON CONFLICT (id) DO UPDATE SET edited_at = excluded.edited_at"
    )
    gone: list[Statement] = [
        (f"DELETE FROM {table} WHERE id = ?", [tombstone["id"]])  # noqa: S608
        for table in WITH_WORDS
    ]
    return [*gone, (leave, [tombstone["id"], tombstone["edited_at"]])]


def one(table: str, columns: list[str]) -> str:
    """The row with an id."""
    return f"SELECT {_listed(columns)} FROM {quoted(table)} WHERE id = ?"  # noqa: S608


def page(table: str, columns: list[str], *, newest_first: bool, after: bool, where: Filter) -> str:
    """So many rows past so many others, by the instant they started, then by id.

    With `after` only those that follow a given instant and id.
    """
    sign, order = ("<", "DESC") if newest_first else (">", "ASC")
    further = [f"(started_ms, id) {sign} (?, ?)"] if after else []
    return (
        f"SELECT started_ms, id, {_listed(columns)} FROM {quoted(table)}"  # noqa: S608
        f"{_where(where.conditions() + further)}"
        f" ORDER BY started_ms {order}, id {order} LIMIT ? OFFSET ?"
    )


def how_many(table: str, where: Filter) -> str:
    """How many rows fit."""
    in_order = where.newer_than is not None
    return (
        f"SELECT count(*) FROM {quoted(table)}"  # noqa: S608  # the schema's own names
        f"{_where(where.conditions(in_order=in_order))}"
    )


def tallied(*, kept: bool) -> str:
    """How many entries share an exercise and both ratings, which an old file has not `kept`."""
    names = _listed(TALLIED)
    if kept:
        return f"SELECT {names}, sessions FROM {TALLIES}"  # noqa: S608  # the schema's own names
    return f"SELECT {names}, count(*) FROM {ENTRIES} GROUP BY {names}"  # noqa: S608


def ids_from(table: str) -> str:
    """So many ids that lie between two texts, in order."""
    return (
        f"SELECT id FROM {quoted(table)} WHERE id >= ? AND id < ?"  # noqa: S608
        " ORDER BY id LIMIT ?"
    )


def _where(conditions: list[str]) -> str:
    return f" WHERE {' AND '.join(conditions)}" if conditions else ""


def _listed(names: Sequence[str]) -> str:
    return ", ".join(map(quoted, names))
