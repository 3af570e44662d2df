"""`calmcli breathe` and `calmcli now`: a session, on the screen or in lines."""

import os
import sys
from argparse import Namespace
from io import TextIOWrapper
from pathlib import Path

from calmcli import words
from calmcli.cli import lengths
from calmcli.cli.parser import Parser
from calmcli.cli.surface import wants_plain
from calmcli.clock import Clock, local_time
from calmcli.content.library import Found, Library, shipped_script
from calmcli.content.problems import ScriptError
from calmcli.endings import EXIT_CTRL_C, Ended, signals
from calmcli.errors import CalmError, UsageError
from calmcli.exercises.length import S_PER_MINUTE, Length
from calmcli.first import FirstFrame
from calmcli.journal.entries import Entry, to_row
from calmcli.output import complain, say
from calmcli.paths import Places, find_places
from calmcli.session import Plan, Session
from calmcli.store.keeper import Kept
from calmcli.store.writer import Writer

DEFAULT_SCRIPT = "long-out"


def run(name: str, argv: list[str], frame: FirstFrame) -> int:
    """Play a session; the exit code says how it ended."""
    options = parser(name).parse_strictly(argv)
    plain, clock = wants_plain(asked=options.plain), Clock()
    places = _places()
    plan = _plan(name, options, clock, places)
    writer = Writer(places) if places and not options.no_journal else None
    session = Session(plan, clock, lambda entry: _keep(writer, entry))
    if plan.until is not None and session.is_too_short():
        raise UsageError(words.TOO_SOON.format(time=words.clock_time(plan.until)))
    kept = Kept.NOTHING
    try:
        code = (_in_lines if plain else _on_screen)(session, clock, frame)
    except Ended as ended:
        code = ended.exit_code
    finally:
        signals.hold()
        session.stop()
        if writer is not None:
            kept = writer.finish()
    code = code or signals.asked
    if session.has_begun and code in (0, EXIT_CTRL_C) and not options.no_journal:
        say(_summary(session, kept, spoken=plain))
    return code


def parser(name: str) -> Parser:
    """What may follow `breathe` or `now`."""
    about = words.HELP_NOW_COMMAND if name == "now" else words.HELP_BREATHE
    typed = Parser(prog=f"calmcli {name}", description=about)
    typed.add_argument("script", nargs="?", metavar="SCRIPT", help=words.HELP_SCRIPT)
    long = typed.add_mutually_exclusive_group()
    long.add_argument("--minutes", type=lengths.minutes, metavar="N", help=words.HELP_MINUTES)
    long.add_argument("--cycles", type=lengths.cycles, metavar="N", help=words.HELP_CYCLES)
    long.add_argument("--until", type=lengths.time_of_day, metavar="HH:MM", help=words.HELP_UNTIL)
    typed.add_argument("--plain", action="store_true", help=words.HELP_PLAIN)
    typed.add_argument("--no-rating", action="store_true", help=words.HELP_NO_RATING)
    typed.add_argument("--no-journal", action="store_true", help=words.HELP_NO_JOURNAL)
    return typed


def _plan(name: str, options: Namespace, clock: Clock, places: Places | None) -> Plan:
    """What was typed, as a plan. Raises UsageError for a script or a time that cannot be."""
    library = Library(places.scripts if places else Path(os.devnull))
    found = library.find(options.script) if options.script else usual_script(library)
    length = until = None
    if options.minutes is not None:
        length = Length(seconds=options.minutes * S_PER_MINUTE)
    elif options.cycles is not None:
        length = Length(cycles=options.cycles)
    elif options.until is not None:
        hour, minute = options.until
        until = lengths.next_time(hour, minute, clock.local())
    return Plan(
        found=found,
        length=length,
        until=until,
        ask_before=not options.no_rating and name != "now",
        ask_after=not options.no_rating,
    )


def usual_script(library: Library) -> Found:
    """The script for those who name none; a broken one of their own keeps nobody waiting."""
    try:
        return library.find(DEFAULT_SCRIPT)
    except ScriptError as error:
        complain(f"{error}\n{words.SHIPPED_INSTEAD}")
        return shipped_script(DEFAULT_SCRIPT)


def _places() -> Places | None:
    """Where things are kept; None when this system names no place, and the session goes on."""
    try:
        return find_places(os.environ)
    except CalmError:
        return None


def _keep(writer: Writer | None, entry: Entry) -> None:
    if writer is not None:
        writer.put("entries", to_row(entry))


def _summary(session: Session, kept: Kept, *, spoken: bool) -> str:
    entry = session.entry
    return words.summary(
        session.title,
        words.went(entry.done_seconds, entry.planned_seconds, spoken=spoken),
        words.ratings(entry.before, entry.after, spoken=spoken),
        words.KEPT[kept.value],
    )


def _support() -> list[str]:
    from calmcli.support import find_support, support_lines  # noqa: PLC0415  only when asked for

    return support_lines(find_support(None), local_time().date())


def _in_lines(session: Session, clock: Clock, frame: FirstFrame) -> int:
    """Tell it line by line."""
    from calmcli.plain.lines import StandardLines  # noqa: PLC0415  not for the screen
    from calmcli.plain.sitting import Sitting  # noqa: PLC0415

    lines = StandardLines(sys.stdout, sys.stdin, clock.now)
    Sitting(session, lines, _support).run(began_ns=frame.began_ns)
    return 0


def _on_screen(session: Session, clock: Clock, frame: FirstFrame) -> int:
    """Draw it on the whole screen."""
    from calmcli.tui.app import CalmApp, look_for  # noqa: PLC0415  150 ms that lines need not pay

    if isinstance(sys.__stderr__, TextIOWrapper):  # what is drawn goes there; '?' beats '\\u2014'
        sys.__stderr__.reconfigure(errors="replace")
    app = CalmApp(
        session,
        now=clock.now,
        support=_support,
        look=look_for(os.environ, sys.__stderr__),
        began_ns=frame.began_ns,
    )
    signals.then(app.end_from_outside)
    app.run()
    signals.hold()
    if app.fault is not None:
        raise app.fault
    return app.return_code or 0
