"""`calmcli journal list`: sessions as a table, as lines, or as JSON."""

import os
import shutil
import sys
from argparse import Namespace
from itertools import islice

from calmcli.cells import wrapped
from calmcli.cli import moments
from calmcli.cli.surface import wants_plain
from calmcli.clock import local_time
from calmcli.journal.entries import Entry
from calmcli.journal.finding import short_ids
from calmcli.journal.reading import Reading, read_entries
from calmcli.journal.titles import Titles
from calmcli.journal.wanted import ALL, Wanted
from calmcli.output import complain, pour, say
from calmcli.paths import Places, find_places
from calmcli.text import is_unicode
from calmcli.words import journal as said

NEWEST = 20


def list_sessions(options: Namespace) -> int:
    """The sessions that are wanted, newest first."""
    places = find_places(os.environ)
    wanted = wanted_by(options)
    reading = read_entries(places, wanted)
    if options.json:
        _as_json(reading, options.limit)
    else:
        _newest(places, reading, options, wanted)
    for message in reading.messages:
        complain(message)
    return 0


def wanted_by(options: Namespace) -> Wanted:
    """What --kind, --since and --until ask for. Raises UsageError."""
    today = local_time().date()
    return Wanted(
        kind=getattr(options, "kind", None),
        since=moments.since(options.since, today) if options.since else None,
        until=moments.until(options.until, today) if options.until else None,
    )


def _as_json(reading: Reading, limit: int | None) -> None:
    """Every entry as soon as it is read, so that a long journal needs no more room than a short."""
    from calmcli.journal.streaming import json_object  # noqa: PLC0415  not for a table

    pour(json_object({"entries": islice(reading.as_json_objects(), limit)}))


def _newest(places: Places, reading: Reading, options: Namespace, wanted: Wanted) -> None:
    limit = options.limit or NEWEST
    entries = list(islice(reading.entries, limit))
    is_older = next(reading.entries, None) is not None
    if not entries:
        if not reading.messages:  # what cannot be read may well hold something
            say(said.NO_ENTRIES if wanted == ALL else said.NONE_FITS)
        return
    titles = Titles(places.scripts)
    short = short_ids(places, [entry.id for entry in entries])
    rows = [(entry, titles.of(entry.script, entry.origin), short[entry.id]) for entry in entries]
    say(*(_lines(rows) if _wants_lines(options) else _table(rows)))
    if is_older:
        say(said.OLDER.format(more=2 * limit))


def _wants_lines(options: Namespace) -> bool:
    from calmcli.settings import read_settings  # noqa: PLC0415  not for JSON

    settings, problems = read_settings(find_places(os.environ).settings)
    for problem in problems:
        complain(problem)
    return wants_plain(asked=options.plain, usual=settings.plain)


def _lines(rows: list[tuple[Entry, str, str]]) -> list[str]:
    from calmcli.journal.telling import line_of  # noqa: PLC0415  not for JSON

    return [line_of(*row) for row in rows]


def _table(rows: list[tuple[Entry, str, str]]) -> list[str]:
    from calmcli.journal.table import NARROWEST, table  # noqa: PLC0415  Rich: only for a table

    width = shutil.get_terminal_size().columns
    if width < NARROWEST:
        return [row for line in _lines(rows) for row in wrapped(line, width, "", "  ")]
    pictures = is_unicode(sys.stdout.encoding)
    return table(rows, width, pictures=pictures, year=local_time().year)
