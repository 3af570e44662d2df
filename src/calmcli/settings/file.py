"""Reading a file of settings, whatever it may be."""

from pathlib import Path

from calmcli.ordinary import NotOrdinary, read_ordinary
from calmcli.settings.contents import Contents, contents_of, nothing

MOST_BYTES = 64 * 1024
"""The longest file that is read."""

NOT_ORDINARY = "this is not an ordinary file, so nothing in it counts"
TOO_LONG = "this is longer than 64 KB, so nothing in it counts"
NOT_OPENED = "this may not be opened, so nothing in it counts"
NOT_READ = "this cannot be read, so nothing in it counts"


def read_file(path: Path) -> Contents | None:
    """What a file holds, as far as it can be read; None when there is no such file."""
    try:
        data = read_ordinary(path, MOST_BYTES)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (IsADirectoryError, NotOrdinary):
        return nothing(NOT_ORDINARY)
    except PermissionError:
        return nothing(NOT_OPENED)
    except (OSError, ValueError):  # ValueError: a zero byte in the path
        return nothing(NOT_READ)
    return nothing(TOO_LONG) if len(data) > MOST_BYTES else contents_of(data)
