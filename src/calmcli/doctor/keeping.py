"""Where things are kept, and how the journal is."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from calmcli.doctor.finding import Finding
from calmcli.paths import Places
from calmcli.store.checking import Checkup, check_up
from calmcli.text import clean
from calmcli.words import care
from calmcli.words import doctor as said

LITTLE_BYTES = 20_000_000
"""Less than this, or than a few times the journal, is worth a look."""
TOO_LITTLE_BYTES = 1_000_000
_COPIES = 3


def look_at_folders(places: Places) -> Iterator[Finding]:
    """Whether what belongs there can be written, and whether the disk has room."""
    folders = dict.fromkeys(
        [
            places.journal.parent,
            places.settings.parent,
            places.pending,
            places.backups,
            places.scripts,
            places.visits,
            places.logs,
        ]
    )
    findings = [finding for folder in folders if (finding := _folder(folder))]
    yield findings[0] if findings else Finding("folders", said.CAN_KEEP)
    yield _space(places.journal)


def look_at_journal(places: Places, *, keeps: bool) -> Iterator[Finding]:
    """The journal, its copies, what waits for it, and who can read it."""
    found = check_up(places)
    yield _journal(found, keeps=keeps)
    yield _copies(found)
    yield _waiting(found)
    yield _privacy(found, places)


def _folder(folder: Path) -> Finding | None:
    """What stands in the way of writing there; None when nothing does."""
    there = _nearest(folder)
    path = clean(str(there))
    if not there.is_dir():
        return Finding("folders", said.A_FILE.format(path=path), "fails", said.MOVE_IT)
    if not os.access(there, os.R_OK | os.W_OK | os.X_OK):
        return Finding("folders", said.CANNOT_KEEP.format(path=path), "fails", said.MAKE_ROOM)
    return None


def _nearest(folder: Path) -> Path:
    """The folder, or what is there of the way to it."""
    return next((each for each in (folder, *folder.parents) if os.path.lexists(each)), folder)


def _space(journal: Path) -> Finding:
    try:
        free = shutil.disk_usage(_nearest(journal.parent)).free
        needed = max(LITTLE_BYTES, _COPIES * (journal.stat().st_size if journal.exists() else 0))
    except OSError:
        return Finding("space", said.UNKNOWN_ROOM, "look")
    size = care.size(free)
    if free < TOO_LITTLE_BYTES:
        return Finding("space", said.NO_ROOM.format(size=size), "fails", said.FREE_SOME)
    if free < needed:
        return Finding("space", said.LITTLE_ROOM.format(size=size), "look", said.FREE_SOME)
    return Finding("space", said.ROOM.format(size=size))


def _journal(found: Checkup, *, keeps: bool) -> Finding:
    if found.fault:
        whole = found.whole_copies
        when = care.when(whole[0].written_at) if whole else ""
        to_do = care.RESTORE.format(when=when) if whole else care.RESTORE_NEW
        return Finding("journal", found.fault, "fails", to_do)
    if not keeps:
        return Finding("journal", said.NOT_KEPT)
    if not found.is_there:
        return Finding("journal", said.NO_JOURNAL)
    sessions, size = care.sessions(found.sessions), care.size(found.size)
    return Finding("journal", said.WHOLE.format(sessions=sessions, size=size))


def _copies(found: Checkup) -> Finding:
    damaged = [copy for copy in found.copies if copy.fault]
    if damaged:
        told = said.DAMAGED_COPY.format(path=clean(str(damaged[0].path)))
        return Finding("copies", told, "look", said.OTHER_COPIES)
    whole = found.whole_copies
    if not whole:
        return Finding("copies", said.NO_COPIES if found.is_there else said.NO_COPY_NEEDED)
    when = care.when(whole[0].written_at)
    return Finding("copies", said.COPIES.format(count=len(whole), when=when))


def _waiting(found: Checkup) -> Finding:
    if found.unreadable:
        told = said.UNREADABLE.format(path=clean(str(found.unreadable[0])))
        return Finding("waiting", told, "look", said.LOOK_INSIDE)
    if not found.waiting:
        return Finding("waiting", said.NONE_WAITS)
    told = said.WAITS_HERE if found.fault else said.WAITS
    return Finding("waiting", told.format(count=found.waiting))


def _privacy(found: Checkup, places: Places) -> Finding:
    if found.open_to_others:
        told = said.OPEN.format(path=clean(str(found.open_to_others[0])))
        folder = clean(str(places.journal.parent))
        return Finding("privacy", told, "look", said.CLOSE.format(folder=folder))
    if found.is_erasing:
        return Finding("privacy", said.ERASING, "look", said.ERASE)
    if found.set_aside:
        told = said.SET_ASIDE.format(path=clean(str(found.set_aside[0])))
        return Finding("privacy", told, "look", care.REMOVE_SET_ASIDE)
    return Finding("privacy", care.PRIVATE)
