"""`calmcli journal report`: one page for a clinician, or for yourself."""

import os
from argparse import Namespace

from calmcli.cli.journal_list import wanted_by
from calmcli.clock import local_time
from calmcli.journal.reading import read_entries
from calmcli.journal.report import Report, report_on, with_room_for_notes
from calmcli.journal.titles import Titles
from calmcli.new_file import WRITTEN, refuse_taken, write_new
from calmcli.output import complain, pour, say
from calmcli.paths import find_places
from calmcli.text import clean
from calmcli.words import report as said
from calmcli.words.care import sessions

_MARKDOWN, _HTML = "md", "html"


def report(options: Namespace) -> int:
    """Show it, or say what is about to be written and write it; 1 where there is nothing to."""
    if options.output is not None:
        refuse_taken(options.output)
    places = find_places(os.environ)
    reading = read_entries(places, wanted_by(options))
    found = report_on(reading.entries, local_time())
    for message in reading.messages:
        complain(message)
    if found is None:
        complain(said.NOTHING)
        return 1
    if options.notes:
        found = with_room_for_notes(found)
    form = options.format or _form_of(options.output)
    if form == _HTML:
        from calmcli.journal.report_html import as_html as told  # noqa: PLC0415  one of the two
    else:
        from calmcli.journal.report_markdown import as_markdown as told  # noqa: PLC0415
    pieces = told(found, Titles(places.scripts).of, notes=options.notes)
    if options.output is None:
        pour(pieces)
    else:
        say(_about_to(found, clean(options.output), notes=options.notes))
        write_new(options.output, pieces)
        say(WRITTEN.format(path=clean(options.output)), said.WHO)
    return 0


def _form_of(output: str | None) -> str:
    """What is shown is Markdown, which reads well as it is; a file is a page unless it ends so."""
    return _MARKDOWN if output is None or output.lower().endswith((".md", ".markdown")) else _HTML


def _about_to(found: Report, path: str, *, notes: bool) -> str:
    return said.ABOUT_TO.format(
        path=path,
        sessions=sessions(found.sessions),
        period=found.period,
        notes=said.WITH_NOTES if notes else said.WITHOUT_NOTES,
    )
