"""What SQLite would wait for: a pipe in the place of a file."""
# pathlib would be a tenth of the time until the first words of the page that glances
# ruff: noqa: PTH116

import os
from stat import S_ISREG


def is_odd(path: str) -> bool:
    """Whether something stands there, and it is not an ordinary file."""
    try:
        return not S_ISREG(os.stat(path).st_mode)
    except (OSError, ValueError):
        return False


def half_written(journal: str) -> str:
    """Where SQLite keeps what it has not yet finished writing."""
    return f"{journal}-journal"
