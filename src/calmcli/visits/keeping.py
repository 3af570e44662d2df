"""Visits on their shelf of the store."""

from datetime import datetime

import msgspec
from msgspec import Struct

from calmcli.errors import UsageError
from calmcli.journal.entries import fresh_id
from calmcli.paths import Places
from calmcli.store.keeper import Kept
from calmcli.store.reading import noting
from calmcli.store.records import Record, delete_records, keep_records, read_records
from calmcli.text import clean, whole_number
from calmcli.visits.visit import Visit
from calmcli.words import visits as said

SHELF = "visit"
_ABOUT_THE_RECORD = ("id", "started_at", "edited_at")
_SHORTEST_ID = 4


class VisitsRead(Struct, frozen=True):
    """The visits as they were found."""

    visits: list[Visit] = []
    """Those to come first, the nearest on top; then those without a day, then the past ones."""
    messages: list[str] = []
    """Calm sentences about what could not be read."""


def read_visits(places: Places, now: datetime) -> VisitsRead:
    """Every visit there is. Raises nothing."""
    found = read_records(places, SHELF)
    read = VisitsRead(messages=list(found.messages))
    say = noting(read.messages)
    for record in found.records:
        try:
            read.visits.append(from_record(record))
        except ValueError:
            say(said.UNREADABLE)
    read.visits.sort(key=lambda visit: _order(visit, now))
    return read


def keep_visit(places: Places, visit: Visit, now: datetime) -> Kept:
    """Keep a visit as it stands now; tells where it is."""
    changed = msgspec.structs.replace(visit, edited_at=max(visit.edited_at, now))
    return keep_records(places, [to_record(changed)])


def delete_visit(places: Places, visit: Visit) -> Kept:
    """Take a visit away, its words with it."""
    return delete_records(places, [visit.id])


def to_record(visit: Visit) -> Record:
    """A visit as the store keeps it."""
    content = msgspec.to_builtins(visit)
    for name in _ABOUT_THE_RECORD:
        del content[name]
    return Record(
        id=visit.id,
        shelf=SHELF,
        started_at=visit.started_at,
        edited_at=visit.edited_at,
        content=content,
    )


def from_record(record: Record) -> Visit:
    """The visit that a record holds. Raises ValueError when it holds none."""
    about = {name: getattr(record, name) for name in _ABOUT_THE_RECORD}
    return msgspec.convert(record.content | about, Visit)


def blank_visit(name: str, now: datetime) -> Visit:
    """A visit with nothing in it but its name."""
    return Visit(id=fresh_id(now), started_at=now, edited_at=now, name=name)


def find_visit(visits: list[Visit], word: str | None) -> Visit:
    """The visit that is meant: by its number in the list, its name, a part of it, or its id.

    None means the one on top. Raises UsageError when there is none, or more than one.
    """
    if not visits:
        raise UsageError(said.NO_VISITS)
    if word is None:
        return visits[0]
    if number := whole_number(word, len(visits)):
        return visits[number - 1]
    sought = word.casefold().strip()
    for fits in (
        [visit for visit in visits if visit.name.casefold() == sought],
        [visit for visit in visits if sought and sought in visit.name.casefold()],
        [visit for visit in visits if len(sought) >= _SHORTEST_ID and visit.id.startswith(sought)],
    ):
        if len(fits) == 1:
            return fits[0]
        if fits:
            raise UsageError(said.SEVERAL_FIT.format(word=clean(word)[:40]))
    raise UsageError(said.NO_SUCH_VISIT.format(word=clean(word)[:40]))


def _order(visit: Visit, now: datetime) -> tuple[int, float]:
    if visit.at is None:
        return 1, -visit.started_at.timestamp()
    is_past = visit.at.date() < now.astimezone(visit.at.tzinfo).date()
    return (2, -visit.at.timestamp()) if is_past else (0, visit.at.timestamp())
