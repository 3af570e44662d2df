"""Leaving nothing of the journal behind."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from calmcli.paths import Places, sync_folder
from calmcli.store.set_aside import set_aside_files, undo_of


def delete_everything(places: Places) -> list[Path]:
    """Remove the journal, what waits for it, its copies and whatever was set aside.

    The journal goes last: whoever is stopped on the way still has it, and can ask again. What could
    not be removed is given back.
    """
    for path in _everything(places):
        with suppress(OSError):
            path.unlink()
    for folder in (places.pending, places.backups):
        with suppress(OSError):
            folder.rmdir()
    sync_folder(places.journal.parent)
    return list(_everything(places))


def _everything(places: Places) -> Iterator[Path]:
    for folder in (places.pending, places.backups):
        yield from _files(folder)
    for aside in set_aside_files(places.journal):
        yield from filter(os.path.lexists, (undo_of(aside), aside))
    hidden = f".{places.journal.name}."
    yield from (path for path in _files(places.journal.parent) if path.name.startswith(hidden))
    yield from filter(os.path.lexists, (undo_of(places.journal), places.journal))


def _files(folder: Path) -> list[Path]:
    try:
        return [path for path in sorted(folder.iterdir()) if path.is_symlink() or path.is_file()]
    except OSError:
        return []
