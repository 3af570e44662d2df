"""A file that a command was asked to write: whole or not at all, and never over another."""

import os
from collections.abc import Iterable
from pathlib import Path

from calmcli.errors import CalmError, UsageError
from calmcli.paths import move_if_absent, sync_folder, write_private, written_whole
from calmcli.text import clean

WRITTEN = "{path} is written."
ALREADY_THERE = "'{path}' is there already, and stays as it is. Another name is needed."
NO_FOLDER = "there is no folder '{path}'. It has to be made first."
NOT_WRITTEN = "'{path}' cannot be written here."


def refuse_taken(name: str) -> None:
    """Raise UsageError when a file of this name is there, before any work is done for it."""
    if os.path.lexists(name):
        raise UsageError(ALREADY_THERE.format(path=clean(name)))


def write_over(name: str, text: str) -> None:
    """Write a file, in the place of one that is there: only where that was asked for.

    Raises UsageError when its folder is not there, CalmError when it cannot be written.
    """
    path = Path(name)
    try:
        write_private(path, text.encode())
    except FileNotFoundError:
        raise UsageError(NO_FOLDER.format(path=clean(str(path.parent)))) from None
    except (OSError, ValueError):  # ValueError: a zero byte in the name
        raise CalmError(NOT_WRITTEN.format(path=clean(name))) from None


def write_new(name: str, pieces: Iterable[str]) -> None:
    """Write a file that is not there yet, for its owner alone.

    Raises UsageError when it is there or its folder is not, CalmError when it cannot be written.
    """
    path, shown = Path(name), clean(name)
    refuse_taken(name)
    try:
        with written_whole(path, move_if_absent) as file:
            for piece in pieces:
                file.write(piece.encode())
    except FileExistsError:
        raise UsageError(ALREADY_THERE.format(path=shown)) from None
    except FileNotFoundError:
        raise UsageError(NO_FOLDER.format(path=clean(str(path.parent)))) from None
    except (OSError, ValueError):  # ValueError: a zero byte in the name
        raise CalmError(NOT_WRITTEN.format(path=shown)) from None
    sync_folder(path.parent)
