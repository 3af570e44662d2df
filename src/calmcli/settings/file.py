"""Reading a file of settings that may be anything at all, without waiting for it."""

import os
from pathlib import Path
from stat import S_ISREG

from calmcli.settings.contents import Contents, contents_of, nothing

MOST_BYTES = 64 * 1024
"""The longest file that is read."""

NOT_ORDINARY = "this is not an ordinary file, so nothing in it counts"
TOO_LONG = "this is longer than 64 KB, so nothing in it counts"
NOT_OPENED = "this may not be opened, so nothing in it counts"
NOT_READ = "this cannot be read, so nothing in it counts"

# Nothing blocks on a pipe without a writer, and no program we start inherits the file.
_FLAGS = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"):
    _FLAGS |= getattr(os, _name, 0)


def read_file(path: Path) -> Contents | None:
    """What a file holds, as far as it can be read; None when there is no such file."""
    try:
        # an opener, because os.fdopen() would leave the descriptor of a folder open
        with open(path, "rb", opener=_open) as file:
            if not S_ISREG(os.fstat(file.fileno()).st_mode):
                return nothing(NOT_ORDINARY)
            data = file.read(MOST_BYTES + 1)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except IsADirectoryError:
        return nothing(NOT_ORDINARY)
    except PermissionError:
        return nothing(NOT_OPENED)
    except (OSError, ValueError):  # ValueError: a zero byte in the path
        return nothing(NOT_READ)
    return nothing(TOO_LONG) if len(data) > MOST_BYTES else contents_of(data)


def _open(path: str, _flags: int) -> int:
    return os.open(path, _FLAGS)
