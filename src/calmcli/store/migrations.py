"""How the journal came to its present form: one list, only ever added to at its end.

The number of steps taken is the file's `user_version`. Each step is a transaction, so a journal has
one form or the next. Every table of rows that are put has an `id` and a `started_ms`, by which
they are ordered; of its entries the file keeps a count by itself.

STRICT tables would say some of this in fewer words, but need SQLite 3.37, and systems that ship
Python 3.11 with SQLite 3.34 are in use.
"""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

APPLICATION_ID = int.from_bytes(b"calm", "big")
"""Marks a database file as one of ours."""

_ENTRIES = """
CREATE TABLE entries (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  started_at TEXT NOT NULL,
  ended_at TEXT,
  edited_at TEXT NOT NULL,
  kind TEXT NOT NULL,
  script TEXT NOT NULL,
  origin TEXT NOT NULL CHECK (origin IN ('shipped', 'personal')),
  content_hash TEXT NOT NULL,
  "before" INTEGER CHECK (
    typeof("before") IN ('integer', 'null') AND coalesce("before", 0) BETWEEN 0 AND 10),
  "after" INTEGER CHECK (
    typeof("after") IN ('integer', 'null') AND coalesce("after", 0) BETWEEN 0 AND 10),
  during TEXT NOT NULL,
  ended TEXT NOT NULL CHECK (ended IN ('unfinished', 'completed', 'stopped')),
  planned_seconds REAL CHECK (
    typeof(planned_seconds) IN ('real', 'null') AND coalesce(planned_seconds, 0) >= 0),
  done_seconds REAL NOT NULL CHECK (typeof(done_seconds) = 'real' AND done_seconds >= 0),
  pace REAL CHECK (typeof(pace) IN ('real', 'null') AND coalesce(pace, 1) > 0),
  skipped TEXT NOT NULL,
  visit TEXT,
  visit_step TEXT,
  place TEXT,
  note TEXT,
  started_ms INTEGER NOT NULL GENERATED ALWAYS AS (
    CAST(round((julianday(started_at) - 2440587.5) * 86400000.0) AS INTEGER)) VIRTUAL
)
"""

_RECORDS = """
CREATE TABLE records (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  shelf TEXT NOT NULL,
  started_at TEXT NOT NULL,
  edited_at TEXT NOT NULL,
  content TEXT NOT NULL,
  started_ms INTEGER NOT NULL GENERATED ALWAYS AS (
    CAST(round((julianday(started_at) - 2440587.5) * 86400000.0) AS INTEGER)) VIRTUAL
)
"""

_DELETED = """
CREATE TABLE deleted (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
  edited_at TEXT NOT NULL,
  started_ms INTEGER NOT NULL GENERATED ALWAYS AS (
    CAST(round((julianday(edited_at) - 2440587.5) * 86400000.0) AS INTEGER)) VIRTUAL
)
"""

_TALLIES = """
CREATE TABLE tallies (
  kind TEXT NOT NULL,
  script TEXT NOT NULL,
  origin TEXT NOT NULL,
  "before" INTEGER,
  "after" INTEGER,
  sessions INTEGER NOT NULL
)
"""

_COUNT_ALL = """
INSERT INTO tallies
  SELECT kind, script, origin, "before", "after", count(*) FROM entries GROUP BY 1, 2, 3, 4, 5
"""

_SHARED_BY = """
  kind = {row}.kind AND script = {row}.script AND origin = {row}.origin
  AND "before" IS {row}."before" AND "after" IS {row}."after"
"""
_NEW, _OLD = _SHARED_BY.format(row="NEW"), _SHARED_BY.format(row="OLD")

_COUNT_NEW = f"""
  INSERT INTO tallies
    SELECT NEW.kind, NEW.script, NEW.origin, NEW."before", NEW."after", 0
    WHERE NOT EXISTS (SELECT 1 FROM tallies WHERE {_NEW});
  UPDATE tallies SET sessions = sessions + 1 WHERE {_NEW};
"""  # noqa: S608
_UNCOUNT_OLD = f"""
  UPDATE tallies SET sessions = sessions - 1 WHERE {_OLD};
  DELETE FROM tallies WHERE sessions = 0 AND {_OLD};
"""  # noqa: S608
_RECOUNT = _UNCOUNT_OLD + _COUNT_NEW

MIGRATIONS: list[tuple[str, ...]] = [
    (_ENTRIES, "CREATE INDEX entries_by_start ON entries (started_ms, id)"),
    (
        _RECORDS,
        "CREATE INDEX records_by_shelf ON records (shelf, started_ms, id)",
        _DELETED,
        "CREATE INDEX deleted_by_time ON deleted (started_ms, id)",
        'CREATE INDEX entries_by_ratings ON entries (kind, script, origin, "before", "after")',
    ),
    (
        _TALLIES,
        'CREATE INDEX tallies_by_ratings ON tallies (kind, script, origin, "before", "after")',
        _COUNT_ALL,
        f"CREATE TRIGGER entry_put AFTER INSERT ON entries BEGIN {_COUNT_NEW} END",
        f"CREATE TRIGGER entry_gone AFTER DELETE ON entries BEGIN {_UNCOUNT_OLD} END",
        f"CREATE TRIGGER entry_changed AFTER UPDATE ON entries BEGIN {_RECOUNT} END",
    ),
]


def user_version(connection: sqlite3.Connection) -> int:
    """How many of the steps a journal has behind it."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def migrate(connection: sqlite3.Connection, steps: list[tuple[str, ...]] = MIGRATIONS) -> None:
    """Take the steps that are still to be taken; each one whole or not at all."""
    if user_version(connection) >= len(steps):
        return
    for version, statements in enumerate(steps, start=1):
        with transaction(connection):
            if user_version(connection) >= version:  # asked again: another calmcli may be at it
                continue
            for statement in statements:
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {version}")


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of what is inside or nothing; inside another one it is a part of that."""
    is_part = connection.in_transaction
    if is_part:
        yield
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
