"""The SQL that writes and reads rows, made from names that the schema itself gave."""

from calmcli.store.row import Row
from calmcli.store.tables import DELETED, WITH_WORDS, is_made_once

Statement = tuple[str, list[str | int | float | None]]
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
    changes = ", ".join(f"{_quoted(name)} = excluded.{_quoted(name)}" for name in names)
    put = (
        f"INSERT INTO {_quoted(table)} ({_listed(names)})"  # noqa: S608
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
    return f"SELECT {_listed(columns)} FROM {_quoted(table)} WHERE id = ?"  # noqa: S608


def page(
    table: str, columns: list[str], *, newest_first: bool, after: bool, matching: list[str]
) -> str:
    """So many rows by the instant they started, then by id.

    With `after` only those that follow a given instant and id; of all these only those that have
    the given values in the columns `matching`.
    """
    sign, order = ("<", "DESC") if newest_first else (">", "ASC")
    wanted = [f"{_quoted(name)} = ?" for name in matching]
    if after:
        wanted.append(f"(started_ms, id) {sign} (?, ?)")
    where = f" WHERE {' AND '.join(wanted)}" if wanted else ""
    return (
        f"SELECT started_ms, id, {_listed(columns)} FROM {_quoted(table)}{where}"  # noqa: S608
        f" ORDER BY started_ms {order}, id {order} LIMIT ?"
    )


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'


def _listed(names: list[str]) -> str:
    return ", ".join(_quoted(name) for name in names)
