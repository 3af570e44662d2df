"""`calmcli paths`: where things are kept."""

import os

from msgspec.structs import fields

from calmcli.cli.parser import Parser
from calmcli.first import FirstFrame
from calmcli.output import say
from calmcli.paths import find_places
from calmcli.words import helps


def parser(name: str) -> Parser:
    """Nothing may follow `paths`."""
    return Parser(prog=f"calmcli {name}", description=helps.PATHS)


def run(name: str, argv: list[str], _frame: FirstFrame) -> int:
    """Name every place, whether anything is there yet or not."""
    parser(name).parse_strictly(argv)
    places = find_places(os.environ)
    for field in fields(places):
        say(f"{field.name:<10}{getattr(places, field.name)}")
    return 0
