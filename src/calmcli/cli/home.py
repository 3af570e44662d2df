"""`calmcli` alone: home, drawn or in lines."""

import os
import stat
import sys
from argparse import Namespace

from calmcli.cli.desk import open_desk
from calmcli.cli.fronts import Fronts
from calmcli.cli.looking import add_look_options, wished_look
from calmcli.cli.parser import Parser
from calmcli.cli.surface import wants_plain
from calmcli.words import helps


def parser() -> Parser:
    """What may be typed where no command is."""
    typed = Parser(prog="calmcli", description=helps.FIRST_LINE)
    typed.add_argument("--plain", action="store_true", help=helps.PLAIN)
    add_look_options(typed)
    return typed


def run(options: Namespace) -> int:
    """Stay at home until it is left. The exit code."""
    desk = open_desk()
    plain = wants_plain(asked=options.plain, usual=desk.at_first.plain)
    fronts = Fronts(desk.house(), wished_look(desk.at_first.look, options))
    return desk.sittings.live_through(fronts.in_lines if plain else fronts.on_screen, spoken=plain)


def can_be_answered() -> bool:
    """Whether someone or something can choose at home: a terminal, a pipe or a file of lines."""
    try:
        mode = os.fstat(sys.__stdin__.fileno()).st_mode if sys.__stdin__ else 0
    except (OSError, ValueError):  # closed
        return False
    if stat.S_ISCHR(mode):
        return sys.__stdin__ is not None and sys.__stdin__.isatty()
    return not stat.S_ISDIR(mode) and mode != 0
