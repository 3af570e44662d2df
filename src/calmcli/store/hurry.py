"""Long work on the journal that makes way for whoever waits."""

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a screen need not wait for SQLite
    import sqlite3

Hurry = Callable[[], bool]
"""Whether to break off now; asked every few milliseconds."""

_STEPS = 20_000
"""Steps of SQLite between two questions: about a millisecond."""


def never() -> bool:
    """Nobody waits."""
    return False


def watch(connection: "sqlite3.Connection", hurry: Hurry) -> None:
    """From now on what the connection does breaks off with an error when someone waits."""
    connection.set_progress_handler(None if hurry is never else hurry, _STEPS)
