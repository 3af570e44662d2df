"""Leaving nothing of the journal behind."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from calmcli.paths import Places, sync_folder
from calmcli.store.forgotten import being_forgotten
from calmcli.store.set_aside import set_aside_files

_BESIDE = ("-journal", "-wal", "-shm")
"""What SQLite adds to the name of a file for those it keeps beside it."""


def files_of(journal: Path) -> Iterator[Path]:
    """All that is there of a journal but its folders, what was set aside among it; itself last."""
    for aside in set_aside_files(journal):
        yield from _with_those_beside(aside)
    hidden = f".{journal.name}."
    yield from (path for path in _files(journal.parent) if path.name.startswith(hidden))
    yield from _with_those_beside(journal)


def delete_everything(places: Places) -> list[Path]:
    """Remove the journal, what waits for it, its copies and whatever was set aside.

    The journal goes last: whoever is stopped on the way still has it, and can ask again. What could
    not be removed is given back.
    """
    with being_forgotten(places.journal):
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
    yield from files_of(places.journal)


def _with_those_beside(path: Path) -> Iterator[Path]:
    beside = (path.with_name(path.name + ending) for ending in _BESIDE)
    yield from (each for each in (*beside, path) if os.path.lexists(each) and not is_folder(each))


def _files(folder: Path) -> list[Path]:
    try:
        return [path for path in sorted(folder.iterdir()) if not is_folder(path)]
    except OSError:
        return []


def is_folder(path: Path) -> bool:
    """Whether it is a folder, and not a link to one."""
    return path.is_dir() and not path.is_symlink()
