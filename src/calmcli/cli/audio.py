"""`calmcli audio`: a session as a sound file."""

import sys
from argparse import BooleanOptionalAction, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from calmcli.audio.file import Target, Told
from calmcli.audio.making import Order, check_order, make, recorder_for, told_of
from calmcli.cli import lengths
from calmcli.cli.asked import asked_by
from calmcli.cli.desk import Desk, open_desk
from calmcli.cli.parser import Parser
from calmcli.cli.planning import make_plan
from calmcli.cli.sessions import area_names
from calmcli.cli.surface import may_redraw
from calmcli.course import Plan
from calmcli.errors import UsageError
from calmcli.first import FirstFrame
from calmcli.inside import caution
from calmcli.kinds import KINDS
from calmcli.output import complain, say
from calmcli.words import helps
from calmcli.words import sound as said


def parser(name: str) -> Parser:
    """What may follow `audio`."""
    typed = Parser(prog=f"calmcli {name}", description=said.HELP_AUDIO)
    typed.add_argument("script", metavar="SCRIPT", help=helps.SCRIPT)
    long = typed.add_mutually_exclusive_group()
    long.add_argument("--minutes", type=lengths.minutes, metavar="N", help=said.HELP_AUDIO_MINUTES)
    long.add_argument("--cycles", type=lengths.cycles, metavar="N", help=helps.CYCLES)
    typed.add_argument("--skip", type=area_names, default=(), metavar="AREA,AREA", help=helps.SKIP)
    typed.add_argument("--voice", action=BooleanOptionalAction, help=said.HELP_AUDIO_VOICE)
    typed.add_argument("-o", "--output", metavar="FILE", help=said.HELP_OUTPUT)
    typed.add_argument("--overwrite", action="store_true", help=said.HELP_OVERWRITE)
    return typed


def run(name: str, argv: list[str], _frame: FirstFrame) -> int:
    """Make the file, and say in a line what is in it."""
    options = parser(name).parse_strictly(argv)
    desk = open_desk()
    session = desk.sittings.open(_plan(options, desk), keeps=False)
    order = Order(
        timeline=session.timeline(),
        target=Target(Path(options.output or f"{options.script}.wav"), options.overwrite),
        volume=desk.at_first.sound.volume,
        recorder=recorder_for(options.voice),
    )
    length_ms = check_order(order, session.title)
    with _progress(length_ms, plain=desk.at_first.plain) as told:
        made = make(order, told)
    line, *complaints = told_of(order, made, session.title)
    say(line)
    if careful := caution(session.plan.found.script):
        say(careful)
    for complaint in complaints:
        complain(complaint)
    return 0


def _plan(options: Namespace, desk: Desk) -> Plan:
    """The plan of a session that would be played by its own command with the same options."""
    script = desk.library.find(options.script).script
    if options.cycles is not None and script.kind != "breathing":
        raise UsageError(said.ONLY_BREATHS.format(title=script.title))
    command = KINDS[script.kind].command
    return make_plan(command, asked_by(options), desk.at_first, desk.library, desk.clock)


@contextmanager
def _progress(length_ms: int, *, plain: bool) -> Iterator[Told]:
    """A bar that fills up, where something can be redrawn; elsewhere nothing."""
    if not may_redraw(usual=plain):
        yield lambda _done_ms: None
        return
    from rich.console import Console  # noqa: PLC0415  only for the bar
    from rich.progress import Progress  # noqa: PLC0415

    with Progress(console=Console(file=sys.stderr), transient=True) as bar:
        task = bar.add_task(said.MAKING, total=length_ms)
        yield lambda done_ms: bar.update(task, completed=done_ms)
