"""One session as the journal remembers it."""

import os
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta
from msgspec.structs import force_setattr

from calmcli.errors import CalmError
from calmcli.store.row import Row
from calmcli.text import clean
from calmcli.timeline import MS_PER_S

Ended = Literal["unfinished", "completed", "stopped"]
Origin = Literal["shipped", "personal"]
Place = Literal["home", "waiting", "room", "after"]
Rating = Annotated[int, Meta(ge=0, le=10)]
Moment = Annotated[datetime, Meta(tz=True)]

UNREADABLE = "An entry of the journal could not be understood; it is left as it is."

_WORDS = ("id", "kind", "script", "content_hash", "visit", "visit_step")
_LISTS = ("during", "skipped")
_RANDOM_BYTES = 10
_MOST_MS = 2**48


class During(msgspec.Struct, frozen=True, kw_only=True):
    """A rating given while the session went on."""

    at_seconds: float
    """When, in seconds of practice."""
    rating: Rating
    """Distress, 0 to 10."""


LONGEST_NOTE = 20_000
"""Letters of a note: far more than a screen is for, and far less than a disk minds."""


class Entry(msgspec.Struct, frozen=True, kw_only=True):
    """What is known of one session. What is not known is None or empty, never 0.

    Whatever text comes in is cleaned, so an entry is fit for a screen wherever it comes from.
    """

    id: str
    """A UUIDv7: entries sort by the time they began."""
    started_at: Moment
    """When it began, in the local time and offset it was lived in."""
    ended_at: Moment | None = None
    """When it ended; None while it goes on, and after a kill."""
    edited_at: Moment
    """When this entry last changed; of two states of it the later one counts."""
    kind: str
    """The kind of exercise: one of calmcli.kinds.KINDS."""
    script: str
    """The script's id."""
    origin: Origin
    """Whether the script came with calmcli or is the person's own."""
    content_hash: str
    """Tells one wording of a script from another."""
    before: Rating | None = None
    """Distress before, 0 to 10; None when skipped."""
    after: Rating | None = None
    """Distress after, 0 to 10; None when skipped."""
    during: list[During] = []
    """Ratings given on the way, in order."""
    ended: Ended
    """How it ended; unfinished until it has."""
    planned_seconds: float | None = None
    """Seconds it was to last, fixed at its start; None when open-ended."""
    done_seconds: float = 0.0
    """Seconds of clock time played, to the millisecond: no pauses, repeats included."""
    pace: float | None = None
    """How fast it was last played: 1 as written, more is faster."""
    skipped: list[str] = []
    """The parts that were skipped, in order, by name, or by number where they have none."""
    visit: str | None = None
    """The id of the appointment it belongs to."""
    visit_step: str | None = None
    """The step of the appointment it belongs to."""
    place: Place | None = None
    """Where the person was: at home, waiting, in the room, or done with it."""
    note: str | None = None
    """What the person wrote about it; its lines are kept."""

    def __post_init__(self) -> None:
        for name in _WORDS:
            text = getattr(self, name)
            if text is not None:
                force_setattr(self, name, clean(text))
        if self.note is not None:
            force_setattr(self, "note", clean(self.note, lines=True))
        force_setattr(self, "skipped", [clean(part) for part in self.skipped])
        force_setattr(self, "done_seconds", round(self.done_seconds, 3))


def note_of(typed: str) -> tuple[str, bool]:
    """The note of a typed text, its end left out where there is no room; whether all had room."""
    note = clean(typed, lines=True).strip()
    return note[:LONGEST_NOTE].rstrip(), len(note) <= LONGEST_NOTE


def to_row(entry: Entry) -> Row:
    """The entry as the store keeps it: times as ISO 8601, lists as JSON."""
    row = as_json_object(entry)
    return row | {name: msgspec.json.encode(row[name]).decode() for name in _LISTS}


def from_row(row: Row) -> Entry:
    """The entry that a row holds. Raises CalmError when it holds none."""
    try:
        lists = {name: msgspec.json.decode(str(row[name])) for name in _LISTS if name in row}
        return msgspec.convert(row | lists, Entry)
    except (ValueError, RecursionError) as error:
        raise CalmError(UNREADABLE) from error


def as_json_object(entry: Entry) -> dict[str, Any]:
    """Every field under its name, fit for JSON: absent is null or []."""
    fields: dict[str, Any] = msgspec.to_builtins(entry)
    return fields


def fresh_id(moment: datetime) -> str:
    """A UUIDv7 for what begins at a moment."""
    return new_id(int(moment.timestamp() * MS_PER_S), os.urandom(_RANDOM_BYTES))


def new_id(unix_ms: int, random_bytes: bytes) -> str:
    """A UUIDv7 (RFC 9562) from milliseconds since 1970 and 10 random bytes.

    Ids of different milliseconds sort by time. Raises ValueError for a year
    before 1970 or after 10889.
    """
    if len(random_bytes) != _RANDOM_BYTES or not 0 <= unix_ms < _MOST_MS:
        raise ValueError((unix_ms, len(random_bytes)))
    octets = bytearray(unix_ms.to_bytes(6, "big") + random_bytes)
    octets[6] = octets[6] & 0x0F | 0x70  # the version: 7
    octets[8] = octets[8] & 0x3F | 0x80  # the variant of RFC 9562
    digits = octets.hex()
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
