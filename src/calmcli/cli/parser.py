"""What can be typed, and what is said when it was mistyped."""

import argparse
import sys
from collections.abc import Collection, Iterable
from typing import Any, NoReturn

from calmcli.errors import UsageError
from calmcli.output import say
from calmcli.text import clean
from calmcli.words import helps
from calmcli.words.wording import nearest, or_meant

_COLOURLESS: dict[str, Any] = {"color": False} if sys.version_info >= (3, 14) else {}
"""Python 3.14 colours help by itself; ours is to be the same everywhere."""
_LIKENESS = 0.5
"""Of what was typed and what was meant: commands are short, and a slip is much of one."""


class Parser(argparse.ArgumentParser):
    """Raises UsageError where argparse would print and exit."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options, **_COLOURLESS, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        """Say in one line what is wrong and where to look."""
        message = clean(message).removeprefix("argument ")
        end = "" if message.endswith("?") else "."
        raise UsageError(f"{message}{end} '{self.prog} --help' lists what can be typed.")

    def print_help(self, _file: object = None) -> None:
        """Write the help as every other line is written."""
        say(self.format_help().rstrip())

    def parse_strictly(self, argv: list[str]) -> argparse.Namespace:
        """Parse everything; a word that fits nowhere is named along with its nearest."""
        options, rest = self.parse_known_args(argv)
        if rest:
            known = [name for action in self._actions for name in action.option_strings]
            self.error(f"'{rest[0]}' is not known here{did_you_mean(rest[0], known)}")
        return options


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A clause that names the nearest known word, or nothing."""
    return or_meant(nearest(word, known, _LIKENESS))


def a_kind(typed: str, known: Collection[str]) -> str:
    """One of the known kinds, as it is typed. Raises ArgumentTypeError that names them all."""
    if typed not in known:
        guess, kinds = did_you_mean(typed, known) or ".", ", ".join(known)
        raise argparse.ArgumentTypeError(
            helps.NO_KIND.format(typed=clean(typed)[:40], guess=guess, kinds=kinds)
        )
    return typed
