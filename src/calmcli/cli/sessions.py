"""`calmcli breathe`, `now`, `relax`, `visualize`, `ground`: a session, drawn or in lines."""

import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

from calmcli.cli.asked import asked_by
from calmcli.cli.desk import open_desk
from calmcli.cli.fronts import Fronts
from calmcli.cli.looking import add_look_options, wished_look
from calmcli.cli.planning import make_plan
from calmcli.cli.surface import wants_plain
from calmcli.errors import UsageError
from calmcli.first import FirstFrame
from calmcli.kinds import KIND_OF, KINDS
from calmcli.words import helps, looks, pace, planning
from calmcli.words import session as words

if TYPE_CHECKING:
    from calmcli.cli.parser import Parser

FLAGS = ("--plain", "--no-rating", "--no-journal", *looks.OPTIONS, "--discreet")
"""What every command that begins a session knows, with nothing after it."""


def run(name: str, argv: list[str], frame: FirstFrame) -> int:
    """Play a session; the exit code says how it ended."""
    options = only_flags(argv) or parser(name).parse_strictly(argv)
    if options.discreet and sys.platform == "win32":
        raise UsageError(looks.NOT_DISCREET)
    desk = open_desk()
    settings = desk.at_first
    plain = wants_plain(asked=options.plain, usual=settings.plain)
    plan = make_plan(name, asked_by(options), settings, desk.library, desk.clock)
    keeps = settings.journal and not options.no_journal
    session = desk.sittings.open(plan, keeps=keeps, sound=settings.sound)
    if plan.until is not None and session.is_too_short():
        raise UsageError(planning.TOO_SOON.format(time=words.clock_time(plan.until)))
    look = wished_look(settings.look, options)
    fronts = Fronts(desk.house(keeps=keeps), look, session, frame, discreet=options.discreet)
    front = fronts.in_lines if plain else fronts.on_screen
    return desk.sittings.live_through(front, spoken=plain)


def only_flags(argv: list[str]) -> SimpleNamespace | None:
    """What was typed, where it is nothing but flags; None where the parser has to be asked.

    Making that takes 8 ms, a tenth of what we need besides Textual.
    """
    if not all(typed in FLAGS for typed in argv):
        return None
    flags = {flag.removeprefix("--").replace("-", "_"): flag in argv for flag in FLAGS}
    return SimpleNamespace(**flags)


def parser(name: str) -> "Parser":
    """What may follow a command that begins a session."""
    from calmcli.cli import lengths  # noqa: PLC0415  flags alone are not parsed
    from calmcli.cli.parser import Parser  # noqa: PLC0415

    typed = Parser(prog=f"calmcli {name}", description=helps.SESSIONS[name])
    typed.add_argument("script", nargs="?", metavar="SCRIPT", help=helps.SCRIPT)
    long = typed.add_mutually_exclusive_group()
    long.add_argument("--minutes", type=lengths.minutes, metavar="N", help=helps.MINUTES)
    if KIND_OF[name] == "breathing":
        long.add_argument("--cycles", type=lengths.cycles, metavar="N", help=helps.CYCLES)
        typed.add_argument("--my-pace", action="store_true", help=pace.HELP_MY_PACE)
    long.add_argument("--until", type=lengths.time_of_day, metavar="HH:MM", help=helps.UNTIL)
    if KINDS[KIND_OF[name]].has_areas:
        typed.add_argument(
            "--skip", type=area_names, default=(), metavar="AREA,AREA", help=helps.SKIP
        )
    typed.add_argument("--plain", action="store_true", help=helps.PLAIN)
    typed.add_argument("--no-rating", action="store_true", help=helps.NO_RATING)
    typed.add_argument("--no-journal", action="store_true", help=helps.NO_JOURNAL)
    add_look_options(typed)
    typed.add_argument("--discreet", action="store_true", help=looks.HELP_DISCREET)
    return typed


def area_names(typed: str) -> tuple[str, ...]:
    """Areas of the body, as they are typed with commas between."""
    return tuple(name.strip() for name in typed.split(",") if name.strip())
