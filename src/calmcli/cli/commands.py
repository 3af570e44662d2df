"""Every command there is, and the file that carries it out."""

import os
from collections.abc import Callable
from importlib import import_module
from typing import NamedTuple

from calmcli import __version__, words
from calmcli.cli.parser import did_you_mean
from calmcli.errors import UsageError
from calmcli.first import FirstFrame
from calmcli.loading import loading
from calmcli.output import say
from calmcli.text import clean
from calmcli.words.doctor import HELP_DOCTOR
from calmcli.words.keys import HELP_KEYS
from calmcli.words.learn import HELP_LEARN
from calmcli.words.shell import HELP_COMPLETION, HELP_MAN
from calmcli.words.sound import HELP_AUDIO
from calmcli.words.visits import HELP_VISIT


class Command(NamedTuple):
    """One command, as the help names it."""

    room: str
    """The module of this folder whose `run` carries it out."""
    usage: str
    """What may follow it."""
    help: str
    """What it does, in half a line."""


COMMANDS = {
    "breathe": Command("sessions", "[SCRIPT]", words.HELP_BREATHE),
    "now": Command("sessions", "", words.HELP_NOW_COMMAND),
    "relax": Command("sessions", "[SCRIPT]", words.HELP_RELAX),
    "visualize": Command("sessions", "[SCRIPT]", words.HELP_VISUALIZE),
    "ground": Command("sessions", "[SCRIPT]", words.HELP_GROUND),
    "audio": Command("audio", "SCRIPT", HELP_AUDIO),
    "visit": Command("visit", "new|list|today", HELP_VISIT),
    "learn": Command("learn", "[TOPIC]", HELP_LEARN),
    "scripts": Command("scripts", "list|show|new", words.HELP_SCRIPTS),
    "journal": Command("journal", "list|show|...", words.HELP_JOURNAL),
    "profile": Command("profile", "[show|set|clear]", words.HELP_PROFILE),
    "settings": Command("settings", "[get|set|path]", words.HELP_SETTINGS),
    "keys": Command("keys", "[--json]", HELP_KEYS),
    "support": Command("support", "[add|list|...]", words.HELP_SUPPORT),
    "completion": Command("completion", "bash|zsh|fish", HELP_COMPLETION),
    "man": Command("man", "", HELP_MAN),
    "doctor": Command("doctor", "", HELP_DOCTOR),
    "paths": Command("paths", "", words.HELP_PATHS),
    "forget": Command("forget", "", words.HELP_FORGET),
}

Run = Callable[[str, list[str], FirstFrame], int]


def dispatch(argv: list[str], frame: FirstFrame) -> int:
    """Carry out what was typed; the exit code. Raises UsageError for an unknown command."""
    if "_ARGCOMPLETE" in os.environ:  # a shell asks what could come next
        from calmcli.cli.completing import complete  # noqa: PLC0415

        complete()
    match argv:
        case [] | ["--plain"]:
            from calmcli.cli import home  # noqa: PLC0415  no other command pays for it

            if home.can_be_answered():
                return home.run(plain=bool(argv))
            say(overview())
            return 0
        case ["-h" | "--help", *_]:
            say(overview())
            return 0
        case ["--version", *_]:
            say(f"calmcli {__version__}")
            return 0
    name, *rest = argv
    command = COMMANDS.get(name)
    if command is None:
        raise UsageError(
            f"no command called '{clean(name)[:40]}'{did_you_mean(name, COMMANDS) or '.'}"
            " 'calmcli --help' lists them."
        )
    with loading():
        run: Run = import_module(f"calmcli.cli.{command.room}").run
    return run(name, rest, frame)


def overview() -> str:
    """The whole of `calmcli --help`; its second line is for people who listen to their screen."""
    named = [(f"{name} {each.usage}".strip(), each.help) for name, each in COMMANDS.items()]
    named += [("--help", words.HELP_HELP), ("--version", words.HELP_VERSION)]
    width = max(len(usage) for usage, _ in named)
    lines = [f"  {usage:<{width}}  {meaning}" for usage, meaning in named]
    return "\n".join(
        [words.HELP_FIRST_LINE, words.HELP_SECOND_LINE, "", *lines, "", *words.HELP_END]
    )
