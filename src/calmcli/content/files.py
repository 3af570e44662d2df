"""Reading a file of a person's own, or what is wrong with it as a file."""

from pathlib import Path

from calmcli.content.problems import ScriptError, whole_file
from calmcli.ordinary import NotOrdinary, read_ordinary

MOST_BYTES = 256 * 1024
"""The longest file that is read."""


def read_bytes(path: Path, name: str) -> bytes:
    """All bytes of an ordinary file; ScriptError when there is none, or it is too long."""
    try:
        data = read_ordinary(path, MOST_BYTES)
    except IsADirectoryError:
        raise _refusal(name, "this is a folder, not a file") from None
    except NotOrdinary:
        raise _refusal(name, "this is not an ordinary file") from None
    except FileNotFoundError:
        raise _refusal(name, "there is no file of this name") from None
    except PermissionError:
        raise _refusal(name, "this file may not be opened", "look at its permissions") from None
    except (OSError, ValueError):  # ValueError: a zero byte in the path
        raise _refusal(name, "this file cannot be opened") from None
    if len(data) > MOST_BYTES:
        raise _refusal(name, "this file is longer than 256 KB", "a script is a page or two of text")
    return data


def _refusal(name: str, message: str, hint: str = "") -> ScriptError:
    return ScriptError([whole_file(name, message, hint)])
