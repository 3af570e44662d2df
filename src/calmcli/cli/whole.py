"""Everything that can be typed in one parser, for whoever has to know all of it."""

import argparse
from collections.abc import Container, Iterator
from importlib import import_module

from calmcli import __version__
from calmcli.cli.commands import COMMANDS
from calmcli.cli.parser import Parser
from calmcli.words import helps, looks


def whole_parser(loaded: Container[str] = COMMANDS, *, helps_too: bool = False) -> Parser:
    """Every command; of those that are not to be loaded no more than the name.

    `helps_too` adds `help`, which stands before any of them.
    """
    whole = Parser(prog="calmcli", description=helps.FIRST_LINE)
    whole.add_argument("--version", action="version", version=f"calmcli {__version__}")
    for option, meaning in ({"--plain": helps.PLAIN} | looks.OPTIONS).items():
        whole.add_argument(option, action="store_true", help=meaning)
    commands = whole.add_subparsers(metavar="COMMAND", parser_class=Parser)
    if helps_too:
        of_help = commands.add_parser("help", help=helps.HELP_WORD)
        of_help.add_argument("command", metavar="COMMAND", nargs="?", choices=[*COMMANDS])
    for name, command in COMMANDS.items():
        commands.add_parser(name, help=command.help)
        if name in loaded:
            room = import_module(f"calmcli.cli.{command.room}")
            commands._name_parser_map[name] = room.parser(name)  # noqa: SLF001  it takes none as is
    return whole


def subcommands(typed: argparse.ArgumentParser) -> dict[str, argparse.ArgumentParser]:
    """The parsers of what may follow, by name."""
    found: dict[str, argparse.ArgumentParser] = {}
    for action in typed._actions:  # noqa: SLF001  argparse has no other way to ask
        if isinstance(action, argparse._SubParsersAction):  # noqa: SLF001
            found |= action.choices
    return found


def arguments(typed: argparse.ArgumentParser) -> Iterator[argparse.Action]:
    """What may follow, but for further commands and the help."""
    for action in typed._actions:  # noqa: SLF001
        if not isinstance(action, argparse._SubParsersAction | argparse._HelpAction):  # noqa: SLF001
            yield action
