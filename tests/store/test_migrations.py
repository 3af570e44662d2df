import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from calmcli.store.migrations import APPLICATION_ID, MIGRATIONS, migrate, user_version


@pytest.fixture
def connection() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as connection:
        yield connection


def tables(connection: sqlite3.Connection) -> set[str]:
    return {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}


def test_the_mark_of_a_journal_can_be_read_in_its_bytes() -> None:
    assert APPLICATION_ID.to_bytes(4, "big") == b"calm"


def test_all_steps_are_taken_once(connection: sqlite3.Connection) -> None:
    migrate(connection)
    migrate(connection)
    assert user_version(connection) == len(MIGRATIONS)
    assert "entries" in tables(connection)


def test_a_later_step_is_added_to_a_journal_that_has_the_first(
    connection: sqlite3.Connection,
) -> None:
    first = ("CREATE TABLE one (id)",)
    migrate(connection, [first])
    migrate(connection, [first, ("CREATE TABLE two (id)",)])
    assert user_version(connection) == 2
    assert tables(connection) == {"one", "two"}


def test_a_step_that_breaks_off_leaves_no_part_of_itself(connection: sqlite3.Connection) -> None:
    first = ("CREATE TABLE one (id)",)
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, [first, ("CREATE TABLE two (id)", "CREATE TABLE one (id)")])
    assert user_version(connection) == 1
    assert tables(connection) == {"one"}
    assert not connection.in_transaction


def test_a_step_that_ends_its_own_transaction_breaks_off_too(
    connection: sqlite3.Connection,
) -> None:
    with pytest.raises(sqlite3.OperationalError):
        migrate(connection, [("CREATE TABLE one (id)", "ROLLBACK", "CREATE TABLE")])
    assert user_version(connection) == 0
