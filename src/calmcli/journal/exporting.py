"""The journal as a file that can be taken elsewhere."""

from collections.abc import Iterable, Iterator

import msgspec

from calmcli.errors import CalmError
from calmcli.journal.entries import Entry, as_json_object
from calmcli.journal.reading import read_entries
from calmcli.journal.sheet import to_csv
from calmcli.journal.streaming import json_object
from calmcli.journal.telling import TitleOf, VisitOf, facts_of
from calmcli.markdown import as_it_is
from calmcli.paths import Places
from calmcli.store.reading import Say
from calmcli.store.records import Record, from_row
from calmcli.store.standing import standing_rows
from calmcli.store.tables import DELETED, RECORDS
from calmcli.words import journal as said


def exported(
    places: Places, form: str, title_of: TitleOf, visit_of: VisitOf, say: Say
) -> Iterator[str]:
    """The journal as json, csv or md, piece by piece; what could not be read is said as it is met.

    As JSON nothing is left out; as CSV and Markdown there are the sessions.
    """
    if form == "json":
        yield from _as_json(places, say)
        return
    reading = read_entries(places)
    if form == "csv":
        yield from to_csv(reading.entries)
    else:
        yield from _as_markdown(reading.entries, title_of, visit_of)
    for message in reading.messages:
        say(message)


def _as_json(places: Places, say: Say) -> Iterator[str]:
    """Sessions newest first, everything else by when it was made, and what was deleted."""
    reading = read_entries(places)
    deleted = (
        {"id": row["id"], "deleted_at": row["edited_at"]}
        for row in standing_rows(places, DELETED, say)
    )
    lists = {
        "entries": map(as_json_object, reading.entries),
        "records": map(msgspec.to_builtins, _records(places, say)),
        "deleted": sorted(deleted, key=lambda one: str(one["id"])),
    }
    yield from json_object(lists)
    for message in reading.messages:
        say(message)


def _records(places: Places, say: Say) -> list[Record]:
    records = []
    for row in standing_rows(places, RECORDS, say):
        try:
            records.append(from_row(row))
        except CalmError as error:
            say(str(error))
    return sorted(records, key=lambda record: (record.shelf, record.started_at, record.id))


def _as_markdown(entries: Iterable[Entry], title_of: TitleOf, visit_of: VisitOf) -> Iterator[str]:
    yield f"# {said.SESSIONS}\n"
    for entry in entries:
        yield "\n"
        for line in facts_of(entry, title_of(entry.script, entry.origin), visit_of(entry)):
            goes_on = line.startswith("  ")
            yield f"  \n  {as_it_is(line[2:])}" if goes_on else f"\n- {as_it_is(line)}"
    yield "\n"
