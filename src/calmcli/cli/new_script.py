"""`calmcli scripts new` and `scripts schema`: what helps to write a script of one's own."""

import os
from argparse import Namespace
from pathlib import Path

from calmcli.errors import CalmError, UsageError
from calmcli.new_file import NOT_WRITTEN, WRITTEN, write_new
from calmcli.output import say
from calmcli.paths import find_places, private_folder
from calmcli.text import clean
from calmcli.words import scripts as said


def new(options: Namespace) -> int:
    """A starter, on standard output or in a new file."""
    from calmcli.content.starter import starter  # noqa: PLC0415  only when asked for

    output = _own_file(options.kind, options.new_id) if options.own else options.output
    return _hand_over(starter(options.kind, options.new_id), output)


def schema(options: Namespace) -> int:
    """The schema as it is shipped: the same words however Python was started."""
    from calmcli.content.shipped import SCHEMA  # noqa: PLC0415  only when asked for

    return _hand_over(SCHEMA.read_text(encoding="utf-8"), options.output)


def _own_file(kind_of_it: str, script_id: str | None) -> str:
    """Where a script of one's own of this id belongs."""
    if script_id is None:
        raise UsageError(said.NO_ID)
    places = find_places(os.environ)
    return str((places.visits if kind_of_it == "visit" else places.scripts) / f"{script_id}.yaml")


def _hand_over(text: str, output: str | None) -> int:
    if output is None:
        say(text.rstrip("\n"))
    else:
        _write_new(output, text)
        say(WRITTEN.format(path=clean(output)))
    return 0


def _write_new(name: str, text: str) -> None:
    """Write a file that is not there yet, and for one's own scripts the folder they belong in."""
    folder = Path(name).parent
    if folder.absolute() in own_folders() and not folder.is_dir():
        try:
            private_folder(folder)
        except OSError:
            raise CalmError(NOT_WRITTEN.format(path=clean(name))) from None
    write_new(name, [text])


def own_folders() -> tuple[Path, ...]:
    """Where a person's scripts and templates belong; empty when this system names no place."""
    try:
        places = find_places(os.environ)
    except CalmError:
        return ()
    return places.scripts, places.visits
