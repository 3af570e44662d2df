"""Reading a file that may be anything at all, without waiting and without reading too much."""

import os
from pathlib import Path
from stat import S_ISREG

from calmcli.content.problems import ScriptError, whole_file

MOST_BYTES = 256 * 1024
"""The longest file that is read."""

# Nothing blocks on a pipe without a writer, and no program we start inherits the file.
_FLAGS = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"):
    _FLAGS |= getattr(os, _name, 0)


def read_bytes(path: Path, name: str) -> bytes:
    """All bytes of an ordinary file; ScriptError when there is none, or it is too long."""
    try:
        descriptor = os.open(path, _FLAGS)
        with os.fdopen(descriptor, "rb", closefd=True) as file:
            if not S_ISREG(os.fstat(descriptor).st_mode):
                raise _refusal(name, "this is not an ordinary file")
            data = file.read(MOST_BYTES + 1)
    except FileNotFoundError:
        raise _refusal(name, "there is no file of this name") from None
    except IsADirectoryError:
        raise _refusal(name, "this is a folder, not a file") from None
    except PermissionError:
        raise _refusal(name, "this file may not be opened", "look at its permissions") from None
    except (OSError, ValueError):  # ValueError: a zero byte in the path
        raise _refusal(name, "this file cannot be opened") from None
    if len(data) > MOST_BYTES:
        raise _refusal(name, "this file is longer than 256 KB", "a script is a page or two of text")
    return data


def _refusal(name: str, message: str, hint: str = "") -> ScriptError:
    return ScriptError([whole_file(name, message, hint)])
