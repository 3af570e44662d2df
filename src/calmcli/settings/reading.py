"""Reading what a person has set, on the way to the first cue."""

from pathlib import Path
from typing import NamedTuple

from calmcli.settings.model import Settings
from calmcli.text import clean


class Read(NamedTuple):
    """What a person has set."""

    settings: Settings
    problems: tuple[str, ...]
    """What did not count and why, a line each, with its place in the file."""


def read_settings(path: Path) -> Read:
    """What is set in a file; whatever is missing or wrong in it leaves the default. Never raises.

    Without a file this is one look at the disk, and nothing more is imported.
    """
    if _is_missing(path):
        return Read(Settings(), ())
    from calmcli.settings.checking import check  # noqa: PLC0415 - most people have no such file
    from calmcli.settings.file import read_file  # noqa: PLC0415

    contents = read_file(path)
    return Read(Settings(), ()) if contents is None else Read(*check(contents, clean(path.name)))


def _is_missing(path: Path) -> bool:
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):  # there is something, and reading it tells what is wrong with it
        return False
    return False
