"""`calmcli` alone: home, drawn or in lines."""

import os
import stat
import sys

from calmcli.cli.desk import open_desk
from calmcli.cli.fronts import Fronts
from calmcli.cli.looking import wished_look
from calmcli.cli.surface import wants_plain


def run(*, plain: bool) -> int:
    """Stay at home until it is left; `plain` says that lines were asked for. The exit code."""
    desk = open_desk()
    plain = wants_plain(asked=plain, usual=desk.at_first.plain)
    fronts = Fronts(desk.house(), wished_look(desk.at_first.look))
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
