"""`calmcli journal show`, `edit` and `delete`: one session, and changing or removing it."""

import os
import sys
from argparse import Namespace

from calmcli.clock import local_time
from calmcli.errors import CalmError, UsageError
from calmcli.journal.editing import delete_entries, keep_entry, with_after, with_note
from calmcli.journal.entries import Entry, as_json_object
from calmcli.journal.finding import find_entries, short_ids
from calmcli.journal.telling import facts_of, line_of
from calmcli.journal.titles import Titles
from calmcli.output import JSON_VERSION, complain, pour, remark, say, tell
from calmcli.paths import Places, find_places
from calmcli.rating import asks_for_a_person, read_rating
from calmcli.store.deleting import is_erasing, takes_long
from calmcli.store.keeper import Kept
from calmcli.store.set_aside import set_aside_files
from calmcli.text import clean
from calmcli.words import journal as said
from calmcli.words import session as words

TAKEN_BACK = "none"
_FROM_INPUT = "-"
_MOST_BYTES = 1_000_000


def show(options: Namespace) -> int:
    """Everything known of one session."""
    places = find_places(os.environ)
    (entry,) = find_entries(places, [options.session])
    if options.json:
        import msgspec  # noqa: PLC0415  read along with the entries

        told = {"schema_version": JSON_VERSION, "entry": as_json_object(entry)}
        pour([msgspec.json.encode(told).decode() + "\n"])
    else:
        from calmcli.visits.names import VisitNames  # noqa: PLC0415  not for JSON

        title = Titles(places.scripts).of(entry.script, entry.origin)
        tell(*facts_of(entry, title, VisitNames(places).of(entry)))
    return 0


def edit(options: Namespace) -> int:
    """A note, a rating after, or both."""
    if options.note is None and options.after is None:
        raise UsageError(said.NOTHING_TO_CHANGE)
    after = None if options.after is None else _rating(options.after)
    places = find_places(os.environ)
    (entry,) = find_entries(places, [options.session])
    if options.note is not None:
        note = _typed_note() if options.note == _FROM_INPUT else options.note
        entry = with_note(entry, note, local_time())
    if options.after is not None:
        entry = with_after(entry, after, local_time())
    lines = _lines(places, [entry])
    code = _tell(keep_entry(places, entry), said.EDITED, lines)
    if asks_for_a_person(after):
        say(words.A_PERSON_PLAIN)
    return code


def delete(options: Namespace) -> int:
    """Take sessions away; none of them, where one of the ids fits none or several."""
    if options.all and not options.sessions:
        from calmcli.cli.journal_all import delete_all  # noqa: PLC0415  rarely needed

        return delete_all()
    if options.all or not options.sessions:
        raise UsageError(said.IDS_OR_ALL if options.all else said.NOTHING_TO_DELETE)
    places = find_places(os.environ)
    entries = find_entries(places, options.sessions)
    lines = _lines(places, entries)
    if takes_long(places):
        remark(said.DELETING)
    code = _tell(delete_entries(places, entries), said.DELETED, lines)
    _tell_what_is_left(places)
    return code


def _tell_what_is_left(places: Places) -> None:
    """Name what the deletion did not reach, if anything."""
    from calmcli.words import care  # noqa: PLC0415  only for a deletion

    aside = set_aside_files(places.journal)
    say(*(care.SET_ASIDE.format(path=clean(str(path))) for path in aside))
    if aside:
        say(care.REMOVE_SET_ASIDE)
    if is_erasing(places):
        complain(f"{care.ERASING} {care.NEXT_TIME}")


def _tell(kept: Kept, what: dict[str, str], lines: list[str]) -> int:
    """Say what became of sessions; 1 where nothing did."""
    said_first = what[kept.value]
    if kept is Kept.LOST:
        complain(" ".join([said_first, *lines]))
        return 1
    say(said_first, *lines)
    return 0


def _lines(places: Places, entries: list[Entry]) -> list[str]:
    titles = Titles(places.scripts)
    short = short_ids(places, [entry.id for entry in entries])
    return [
        line_of(entry, titles.of(entry.script, entry.origin), short[entry.id]) for entry in entries
    ]


def _rating(typed: str) -> int | None:
    rating = read_rating(typed)
    if rating is None and typed != TAKEN_BACK:
        raise UsageError(said.NO_RATING.format(typed=clean(typed)[:20]))
    return rating


def _typed_note() -> str:
    """The note from standard input: arguments can be read by others while a program runs."""
    if sys.stdin is None:
        return ""
    if sys.stdin.isatty():
        say(said.TYPE_NOTE)
    try:
        return sys.stdin.buffer.read(_MOST_BYTES).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise CalmError(said.NOTE_NO_TEXT) from None
