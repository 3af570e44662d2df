"""Reading a file that may be anything at all, without waiting and without reading too much."""

import os
from pathlib import Path
from stat import S_ISDIR, S_ISREG

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
        data = _read(path, name)
    except FileNotFoundError:
        raise _refusal(name, "there is no file of this name") from None
    except PermissionError:
        raise _refusal(name, "this file may not be opened", "look at its permissions") from None
    except (OSError, ValueError):  # ValueError: a zero byte in the path
        raise _refusal(name, "this file cannot be opened") from None
    if len(data) > MOST_BYTES:
        raise _refusal(name, "this file is longer than 256 KB", "a script is a page or two of text")
    return data


def _read(path: Path, name: str) -> bytes:
    descriptor = os.open(path, _FLAGS)
    try:
        mode = os.fstat(descriptor).st_mode
        if S_ISDIR(mode):
            raise _refusal(name, "this is a folder, not a file")
        if not S_ISREG(mode):
            raise _refusal(name, "this is not an ordinary file")
        with open(descriptor, "rb", closefd=False) as file:
            return file.read(MOST_BYTES + 1)
    finally:
        os.close(descriptor)


def _refusal(name: str, message: str, hint: str = "") -> ScriptError:
    return ScriptError([whole_file(name, message, hint)])
