"""`calmcli journal check`, `backup`, `restore` and `set-aside`: the care of the journal's file."""

import os
from argparse import Namespace
from contextlib import suppress
from pathlib import Path

from calmcli.errors import CalmError, UsageError
from calmcli.output import JSON_VERSION, complain, say
from calmcli.paths import Places, find_places
from calmcli.store.checking import Checkup, check_up
from calmcli.store.errors import MissingJournal, StoreError
from calmcli.store.restoring import back_up_now, back_up_to, newest_whole_backup, restore
from calmcli.store.set_aside import remove_set_aside, set_aside_files
from calmcli.text import clean
from calmcli.words import care as said


def check(options: Namespace) -> int:
    """How the journal is, and what can be done; 1 where something can."""
    places = find_places(os.environ)
    erased = _finish_erasing(places)
    found = check_up(places)
    if options.json:
        import json  # noqa: PLC0415  not for lines

        say(json.dumps({"schema_version": JSON_VERSION, **_as_json_object(found)}))
    else:
        say(*([said.ERASED] if erased else []), *_lines(places, found))
    return 0 if found.is_well else 1


def back_up(options: Namespace) -> int:
    """One more copy, where calmcli keeps them or in a file."""
    places = find_places(os.environ)
    try:
        if options.file is None:
            path = back_up_now(places)
        else:
            path = _free(Path(options.file).expanduser())
            back_up_to(places, path)
    except MissingJournal:
        raise CalmError(said.NOTHING_TO_COPY) from None
    except StoreError as error:
        raise CalmError(said.NOT_WRITTEN.format(reason=error)) from error
    say(said.WRITTEN.format(path=_shown(path)))
    return 0


def put_back(options: Namespace) -> int:
    """A copy in the journal's place, or an empty one; the present one is set aside."""
    places = find_places(os.environ)
    source = _source(places, options)
    try:
        restored = restore(places, source)
    except StoreError as error:
        if source is None:
            raise
        reason = said.NOT_A_JOURNAL.format(path=_shown(source), reason=error)
        raise CalmError(reason) from error
    say(said.BEGUN if source is None else said.RESTORED.format(path=_shown(source)))
    if restored.aside is not None:
        say(said.NOW_ASIDE.format(path=_shown(restored.aside)))
        say(said.BRING_BACK.format(path=_shown(restored.aside)), said.REMOVE_SET_ASIDE)
    if restored.merged:
        say(said.MERGED.format(count=restored.merged))
    if restored.refused:
        complain(said.REFUSED.format(count=restored.refused))
    return 0


def set_aside(options: Namespace) -> int:
    """What was set aside, named or removed."""
    journal = find_places(os.environ).journal
    before = set_aside_files(journal)
    if not before:
        say(said.NONE_SET_ASIDE)
        return 0
    if not options.remove:
        say(*map(_shown, before), said.REMOVE_SET_ASIDE)
        return 0
    left = remove_set_aside(journal)
    say(*(said.REMOVED.format(path=_shown(path)) for path in before if path not in left))
    for path in left:
        complain(said.NOT_REMOVED.format(path=_shown(path)))
    return 1 if left else 0


def _finish_erasing(places: Places) -> bool:
    """Do what a deletion left to do, if anything; whether it is done now."""
    from calmcli.store.erasing import erase, is_unfinished  # noqa: PLC0415  rarely needed

    if not is_unfinished(places.journal):
        return False
    with suppress(StoreError):
        erase(places.journal)
    return not is_unfinished(places.journal)


def _lines(places: Places, found: Checkup) -> list[str]:
    lines = []
    if found.fault:
        lines += [found.fault, *_ways_back(found)]
    elif found.is_there:
        sessions, size = said.sessions(found.sessions), said.size(found.size)
        lines.append(said.WHOLE.format(sessions=sessions, size=size, path=_shown(places.journal)))
    else:
        lines.append(said.NO_JOURNAL_YET)
    whole = found.whole_copies
    if whole:
        lines.append(said.COPIES.format(count=len(whole), when=said.when(whole[0].written_at)))
    elif found.is_there:
        lines.append(said.NO_COPIES)
    lines += [said.DAMAGED_COPY.format(path=_shown(c.path)) for c in found.copies if c.fault]
    if found.waiting:
        waiting = said.WAITING_HERE if found.fault else said.WAITING
        lines.append(waiting.format(count=found.waiting))
    lines += [said.UNREADABLE.format(path=_shown(path)) for path in found.unreadable]
    if found.is_erasing:
        lines += [said.ERASING, said.NEXT_TIME]
    lines += [said.SET_ASIDE.format(path=_shown(path)) for path in found.set_aside]
    if found.set_aside:
        lines.append(said.REMOVE_SET_ASIDE)
    lines += [said.OPEN_TO_OTHERS.format(path=_shown(path)) for path in found.open_to_others]
    if found.open_to_others:
        lines.append(said.CLOSE.format(folder=_shown(places.journal.parent)))
    elif found.is_there:
        lines.append(said.PRIVATE)
    return lines


def _ways_back(found: Checkup) -> list[str]:
    whole = found.whole_copies
    if not whole:
        return [said.RESTORE_NEW]
    return [said.RESTORE.format(when=said.when(whole[0].written_at))]


def _as_json_object(found: Checkup) -> dict[str, object]:
    return {
        "well": found.is_well,
        "journal": {
            "there": found.is_there,
            "fault": found.fault or None,
            "sessions": found.sessions,
            "bytes": found.size,
        },
        "copies": [
            {
                "path": str(copy.path),
                "written_at": copy.written_at.isoformat(timespec="seconds"),
                "fault": copy.fault or None,
            }
            for copy in found.copies
        ],
        "waiting": found.waiting,
        "unreadable": [str(path) for path in found.unreadable],
        "set_aside": [str(path) for path in found.set_aside],
        "open_to_others": [str(path) for path in found.open_to_others],
        "erasing": found.is_erasing,
    }


def _free(path: Path) -> Path:
    if os.path.lexists(path):
        raise UsageError(said.IN_THE_WAY.format(path=_shown(path)))
    if not path.absolute().parent.is_dir():
        raise UsageError(said.NO_FOLDER.format(path=_shown(path.absolute().parent)))
    return path.absolute()


def _source(places: Places, options: Namespace) -> Path | None:
    if options.empty:
        if options.file is not None:
            raise UsageError(said.ONE_OR_THE_OTHER)
        return None
    if options.file is not None:
        path = Path(options.file).expanduser().absolute()
        if not path.exists():
            raise UsageError(said.NO_SUCH_FILE.format(path=_shown(path)))
        return path
    newest = newest_whole_backup(places)
    if newest is None:
        raise CalmError(said.NO_COPY)
    return newest


def _shown(path: Path) -> str:
    return clean(str(path))
