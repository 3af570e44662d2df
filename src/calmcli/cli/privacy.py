"""`calmcli privacy`: what is kept, and who can read it."""

import os

from calmcli.cli.parser import Parser
from calmcli.errors import CalmError
from calmcli.first import FirstFrame
from calmcli.output import say
from calmcli.paths import find_places
from calmcli.words import helps, privacy


def parser(name: str) -> Parser:
    """Nothing may follow `privacy`."""
    return Parser(prog=f"calmcli {name}", description=helps.PRIVACY)


def run(name: str, argv: list[str], _frame: FirstFrame) -> int:
    """Say it."""
    parser(name).parse_strictly(argv)
    try:
        folder = find_places(os.environ).journal.parent
    except CalmError:
        folder = None
    say(*privacy.lines(folder))
    return 0
