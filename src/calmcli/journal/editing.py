"""Changing an entry afterwards: a note, a rating given late; and taking it away.

Whoever shows the journal hands an entry on to these; what they give back is the newer state.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta

from msgspec.structs import replace

from calmcli.errors import UsageError
from calmcli.journal.entries import LONGEST_NOTE, Entry, to_row
from calmcli.paths import Places
from calmcli.store.deleting import delete_rows
from calmcli.store.keeper import Kept
from calmcli.store.tables import ENTRIES
from calmcli.store.writer import Writer
from calmcli.text import clean

TOO_LONG = "A note has room for {most} letters, and this one has {length}; nothing was changed."

_AT_LEAST = timedelta(milliseconds=1)


def with_note(entry: Entry, note: str, now: datetime) -> Entry:
    """The entry with this note in the place of its own; none where there are no words in it.

    Raises UsageError when it is longer than LONGEST_NOTE.
    """
    words = clean(note, lines=True).strip()
    if len(words) > LONGEST_NOTE:
        raise UsageError(TOO_LONG.format(most=LONGEST_NOTE, length=len(words)))
    return replace(entry, note=words or None, edited_at=_edited_at(entry, now))


def with_after(entry: Entry, after: int | None, now: datetime) -> Entry:
    """The entry with this rating after, 0 to 10; None takes it back."""
    return replace(entry, after=after, edited_at=_edited_at(entry, now))


def keep_entry(places: Places, entry: Entry) -> Kept:
    """Keep an entry in the place of its former state; tells where it is now."""
    writer = Writer(places)
    writer.put(ENTRIES, to_row(entry))
    return writer.finish()


def delete_entries(places: Places, entries: Iterable[Entry]) -> Kept:
    """Take entries away, their words with them; tells where the deletion is now."""
    return delete_rows(places, [entry.id for entry in entries])


def _edited_at(entry: Entry, now: datetime) -> datetime:
    """Now; but never before the last edit, which a clock set back would have win over this one."""
    return max(now, entry.edited_at + _AT_LEAST)
