"""From what was typed to the file that carries it out."""

import os
from collections.abc import Callable
from importlib import import_module

from calmcli import __version__
from calmcli.cli.commands import COMMANDS
from calmcli.errors import UsageError
from calmcli.first import FirstFrame
from calmcli.loading import loading
from calmcli.output import say
from calmcli.text import clean
from calmcli.words import helps

Run = Callable[[str, list[str], FirstFrame], int]


def dispatch(argv: list[str], frame: FirstFrame) -> int:
    """Carry out what was typed; the exit code. Raises UsageError for an unknown command."""
    if "_ARGCOMPLETE" in os.environ:  # a shell asks what could come next
        from calmcli.cli.completing import complete  # noqa: PLC0415

        complete()
    match argv:
        case ["-h" | "--help", *_] | ["help"]:
            say(overview())
            return 0
        case ["help", *named]:
            return _carry_out(*_helping(named), frame)
        case ["--version", *_]:
            say(f"calmcli {__version__}")
            return 0
        case [name, *rest] if not name.startswith("--") or name == "--":
            return _carry_out(name, rest, frame)
    from calmcli.cli import home  # noqa: PLC0415  no other command pays for it

    options = home.parser().parse_strictly(argv)
    if home.can_be_answered():
        return home.run(options)
    say(overview())
    return 0


def _helping(named: list[str]) -> tuple[str, list[str]]:
    """What `help` and some words are taken for: a command's help, or the pages that speak of it."""
    if named[0] not in (COMMANDS.keys() | helps.NOT_COMMANDS.keys()):
        from calmcli.learn.pages import search_pages  # noqa: PLC0415  only for this

        if search_pages(clean(" ".join(named))):
            return "learn", named
    return named[0], [*named[1:], "--help"]


def _carry_out(name: str, rest: list[str], frame: FirstFrame) -> int:
    """What one of the commands does."""
    command = COMMANDS.get(name)
    if name in helps.NOT_COMMANDS:
        instead = helps.NOT_COMMANDS[name]
        raise UsageError(helps.NO_COMMAND.format(name=name, instead=instead))
    if command is None:
        from calmcli.cli.parser import did_you_mean  # noqa: PLC0415  only for a mistake

        raise UsageError(
            f"no command called '{clean(name)[:40]}'{did_you_mean(name, COMMANDS) or '.'}"
            " 'calmcli --help' lists them."
        )
    with loading():
        run: Run = import_module(f"calmcli.cli.{command.room}").run
    return run(name, rest or [*command.alone], frame)


def overview() -> str:
    """The whole of `calmcli --help`; its second line is for people who listen to their screen."""
    named = [(f"{name} {each.usage}".strip(), each.help) for name, each in COMMANDS.items()]
    named += [("--help", helps.HELP), ("--version", helps.VERSION)]
    width = max(len(usage) for usage, _ in named)
    lines = [f"  {usage:<{width}}  {meaning}" for usage, meaning in named]
    return "\n".join([helps.FIRST_LINE, helps.SECOND_LINE, "", *lines, "", *helps.END])
