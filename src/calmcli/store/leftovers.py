"""Files that a killed program was still writing; nothing in them was ever promised to anyone."""

import os
import re
import time
from collections.abc import Collection, Iterator
from contextlib import suppress
from pathlib import Path

from calmcli.store.backups import folder_beside
from calmcli.store.pending import folder_of_pending

STALE_SECONDS = 3600.0
"""No file takes so long to be written."""

_UNFINISHED = re.compile(r"\.(?P<name>.+)\.[0-9a-f]{8}\.new(-journal|\.erasing)?")


def remove_leftovers(journal: Path, gone: Collection[str] = ()) -> None:
    """Remove what was left unfinished long ago, and at once what may hold rows that are gone.

    A copy of the journal that is being written this very moment is begun again another day.
    """
    now = time.time()
    for path, may_hold_it in _unfinished(journal, gone):
        with suppress(OSError):
            if may_hold_it or abs(now - path.stat().st_mtime) > STALE_SECONDS:
                path.unlink()


def _unfinished(journal: Path, gone: Collection[str]) -> Iterator[tuple[Path, bool]]:
    """Unfinished files of the journal, its copies and what waits, and whether to let none stay."""
    for path, _ in _named(folder_beside(journal)):
        yield path, bool(gone)
    for path, name in _named(folder_of_pending(journal)):
        yield path, name.removesuffix(".json") in gone
    for path, name in _named(journal.parent):
        if name == journal.name:
            yield path, bool(gone)


def _named(folder: Path) -> Iterator[tuple[Path, str]]:
    with suppress(OSError):
        for name in os.listdir(folder):  # noqa: PTH208  # Path.iterdir makes a Path of each first
            match = _UNFINISHED.fullmatch(name)
            if match:
                yield folder / name, match["name"]
