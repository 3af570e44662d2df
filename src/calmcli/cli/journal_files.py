"""`calmcli journal export` and `import`: the journal as a file, and back."""

import os
import sys
from argparse import Namespace
from pathlib import Path
from stat import S_ISREG

from calmcli.errors import CalmError, UsageError
from calmcli.journal.exporting import exported
from calmcli.journal.importing import Counted, import_rows
from calmcli.journal.incoming import read_source
from calmcli.journal.titles import Titles
from calmcli.new_file import WRITTEN, refuse_taken, write_new
from calmcli.output import complain, pour, say
from calmcli.paths import find_places
from calmcli.text import clean
from calmcli.visits.names import VisitNames
from calmcli.words import journal as said

_STANDARD_INPUT = "-"


def export(options: Namespace) -> int:
    """Everything, to standard output or a new file; 1 where a part could not be read."""
    places = find_places(os.environ)
    messages: list[str] = []
    if options.output is not None:
        refuse_taken(options.output)
    title_of, visit_of = Titles(places.scripts).of, VisitNames(places).of
    pieces = exported(places, options.format, title_of, visit_of, messages.append)
    if options.output is None:
        pour(pieces)
    else:
        write_new(options.output, pieces)
        say(WRITTEN.format(path=clean(options.output)))
    for message in dict.fromkeys(messages):
        complain(message)
    if messages:
        complain(said.INCOMPLETE)
    return 1 if messages else 0


def import_file(options: Namespace) -> int:
    """What a file has to bring, merged into the journal, all of it or nothing."""
    messages: list[str] = []
    name = clean(options.file)
    content, path = _read(options.file, name)
    source = read_source(name, content, path, messages.append)
    try:
        imported = import_rows(find_places(os.environ), source)
    except CalmError as error:
        reason = str(error).removesuffix(".")
        raise type(error)(said.NOTHING_IMPORTED.format(reason=reason)) from error
    say(_counted(said.IMPORTED, imported.sessions))
    if imported.records != Counted():
        say(_counted(said.IMPORTED_RECORDS, imported.records))
    if imported.gone:
        say(said.IMPORTED_DELETIONS.format(gone=imported.gone))
    if imported.copy is not None:
        say(said.COPIED_BEFORE.format(path=clean(str(imported.copy))))
    for message in dict.fromkeys(messages):
        complain(message)
    return 0


def _counted(words: str, counted: Counted) -> str:
    return words.format(new=counted.new, newer=counted.newer, known=counted.known)


def _read(typed: str, name: str) -> tuple[bytes, Path | None]:
    """What is in a file, or on standard input, which has no path."""
    if typed == _STANDARD_INPUT and sys.stdin is not None:
        return sys.stdin.buffer.read(), None
    path = Path(typed)
    try:
        if not S_ISREG(path.stat().st_mode):  # a pipe may never begin, and a device never end
            raise CalmError(said.NOT_ORDINARY.format(name=name))
        return path.read_bytes(), path
    except FileNotFoundError:
        raise UsageError(said.NO_FILE.format(name=name)) from None
    except (OSError, ValueError):  # ValueError: a zero byte in the name
        raise CalmError(said.CANNOT_READ.format(name=name)) from None
