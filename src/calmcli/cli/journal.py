"""`calmcli journal`: what has been practised."""

import json
import os
from argparse import Namespace
from itertools import islice

from calmcli import words
from calmcli.cli.parser import Parser
from calmcli.first import FirstFrame
from calmcli.journal.entries import Entry
from calmcli.journal.reading import read_entries
from calmcli.output import JSON_VERSION, complain, say
from calmcli.paths import find_places

NEWEST = 20


def parser(name: str) -> Parser:
    """What may follow `journal`."""
    typed = Parser(prog=f"calmcli {name}", description=words.HELP_JOURNAL)
    commands = typed.add_subparsers(required=True, metavar="COMMAND", parser_class=Parser)
    listing = commands.add_parser("list", help=words.HELP_JOURNAL_LIST)
    listing.add_argument("--json", action="store_true", help=words.HELP_JSON)
    listing.set_defaults(carry_out=_list)
    return typed


def run(name: str, argv: list[str], _frame: FirstFrame) -> int:
    """List the entries, newest first."""
    options = parser(name).parse_strictly(argv)
    carried_out: int = options.carry_out(options)
    return carried_out


def _list(options: Namespace) -> int:
    reading = read_entries(find_places(os.environ))
    if options.json:
        entries = list(reading.as_json_objects())
        say(json.dumps({"schema_version": JSON_VERSION, "entries": entries}, ensure_ascii=False))
    else:
        lines = [_line(entry) for entry in islice(reading.entries, NEWEST)]
        say(*(lines or [words.NO_ENTRIES]))
    for message in reading.messages:
        complain(message)
    return 0


def _line(entry: Entry) -> str:
    """An entry in the local time it was lived in, in words that read well aloud."""
    return words.summary(
        f"{entry.started_at:%a %d %b %Y %H:%M}",
        entry.script,
        words.went(entry.done_seconds, entry.planned_seconds, spoken=False),
        words.ratings(entry.before, entry.after, spoken=True),
        "" if entry.ended == "completed" else words.ENDED[entry.ended],
    )
