"""`calmcli breathe`, `now`, `relax`, `visualize`, `ground`: a session, drawn or in lines."""

import os
from pathlib import Path

from calmcli import words
from calmcli.cli import lengths
from calmcli.cli.fronts import Fronts
from calmcli.cli.parser import Parser
from calmcli.cli.planning import KIND_OF, grounding_plan, make_plan
from calmcli.cli.surface import wants_plain
from calmcli.clock import Clock
from calmcli.content.library import Library
from calmcli.endings import EXIT_CTRL_C, Ended, signals
from calmcli.errors import CalmError, UsageError
from calmcli.first import FirstFrame
from calmcli.journal.entries import Entry, to_row
from calmcli.output import complain, say
from calmcli.paths import Places, find_places
from calmcli.session import Plan, Session
from calmcli.settings import Settings, read_settings
from calmcli.store.keeper import Kept
from calmcli.store.writer import Writer


def run(name: str, argv: list[str], frame: FirstFrame) -> int:
    """Play a session; the exit code says how it ended."""
    options = parser(name).parse_strictly(argv)
    places, clock = _places(), Clock()
    settings = _settings(places)
    plain = wants_plain(asked=options.plain, usual=settings.plain)
    library = Library(places.scripts if places else Path(os.devnull))
    plan = make_plan(name, options, settings, library, clock)
    keeps = settings.journal and not options.no_journal
    writer = Writer(places) if places and keeps else None
    sessions: list[Session] = []

    def open_session(plan: Plan) -> Session:
        sessions.append(Session(plan, clock, lambda entry: _keep(writer, entry)))
        return sessions[-1]

    session = open_session(plan)
    if plan.until is not None and session.is_too_short():
        raise UsageError(words.TOO_SOON.format(time=words.clock_time(plan.until)))
    fronts = Fronts(clock, frame, settings, lambda: open_session(grounding_plan(library, settings)))
    kept = Kept.LOST if keeps else Kept.NOTHING
    try:
        code = fronts.in_lines(session) if plain else fronts.on_screen(session)
    except Ended as ended:
        code = ended.exit_code
    finally:
        signals.hold()
        for each in sessions:
            each.stop()
        if writer is not None:
            kept = writer.finish()
    code = code or signals.asked
    if keeps and code in (0, EXIT_CTRL_C):
        say(*(_summary(each, kept, spoken=plain) for each in sessions if each.has_begun))
    return code


def parser(name: str) -> Parser:
    """What may follow a command that begins a session."""
    typed = Parser(prog=f"calmcli {name}", description=words.HELP_SESSIONS[name])
    typed.add_argument("script", nargs="?", metavar="SCRIPT", help=words.HELP_SCRIPT)
    long = typed.add_mutually_exclusive_group()
    long.add_argument("--minutes", type=lengths.minutes, metavar="N", help=words.HELP_MINUTES)
    if KIND_OF[name] == "breathing":
        long.add_argument("--cycles", type=lengths.cycles, metavar="N", help=words.HELP_CYCLES)
    long.add_argument("--until", type=lengths.time_of_day, metavar="HH:MM", help=words.HELP_UNTIL)
    if KIND_OF[name] == "relaxation":
        typed.add_argument(
            "--skip", type=_names, default=(), metavar="AREA,AREA", help=words.HELP_SKIP
        )
    typed.add_argument("--plain", action="store_true", help=words.HELP_PLAIN)
    typed.add_argument("--no-rating", action="store_true", help=words.HELP_NO_RATING)
    typed.add_argument("--no-journal", action="store_true", help=words.HELP_NO_JOURNAL)
    return typed


def _names(typed: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in typed.split(",") if name.strip())


def _settings(places: Places | None) -> Settings:
    """What the person has set; what is wrong with it is said in a line and changes nothing else."""
    if places is None:
        return Settings()
    settings, problems = read_settings(places.settings)
    for problem in problems:
        complain(problem)
    return settings


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
