"""`calmcli forget`: everything that is kept of someone goes, after one typed word."""

import os
import sys

from calmcli.cli.parser import Parser
from calmcli.clock import steady_ns
from calmcli.first import FirstFrame
from calmcli.forgetting import Forgetting
from calmcli.paths import find_places
from calmcli.plain.forgetting import ask_and_forget
from calmcli.plain.lines import StandardLines
from calmcli.words import helps


def parser(name: str) -> Parser:
    """Nothing may follow `forget`: what it does is asked for by a word typed then."""
    return Parser(prog=f"calmcli {name}", description=helps.FORGET)


def run(name: str, argv: list[str], _frame: FirstFrame) -> int:
    """Ask for the word, and remove; 1 where something could not be removed."""
    parser(name).parse_strictly(argv)
    lines = StandardLines(sys.stdout, sys.stdin, steady_ns)
    return 0 if ask_and_forget(Forgetting(find_places(os.environ)), lines) else 1
