"""How the screen is to look: what was typed, then what the environment says, then what is set."""

import os
from typing import TYPE_CHECKING, get_args

import msgspec

from calmcli.output import complain
from calmcli.settings import Look
from calmcli.settings.model import Theme
from calmcli.text import clean
from calmcli.words import looks as said

if TYPE_CHECKING:  # nothing is parsed where nothing was typed but the command
    from argparse import Namespace
    from types import SimpleNamespace

    from calmcli.cli.parser import Parser


def add_look_options(typed: "Parser") -> None:
    """The ways to have the screen other than usual this once."""
    for option, meaning in said.OPTIONS.items():
        typed.add_argument(option, action="store_true", help=meaning)


def wished_look(look: Look, options: "Namespace | SimpleNamespace | None" = None) -> Look:
    """The look that counts; an unknown theme is said in a line and changes nothing else."""
    changes: dict[str, object] = {}
    if theme := os.environ.get("CALMCLI_THEME"):
        if theme in get_args(Theme):
            changes["theme"] = theme
        else:
            from calmcli.cli.parser import did_you_mean  # noqa: PLC0415  only for a mistake

            meant = did_you_mean(theme, get_args(Theme))
            complain(said.NO_SUCH_THEME.format(theme=clean(theme)[:40], meant=meant or "."))
    if options is not None:
        changes |= {
            **({"motion": "still"} if options.still else {}),
            **({"ascii": True} if options.ascii else {}),
            **({"mouse": False} if options.no_mouse else {}),
        }
    return msgspec.structs.replace(look, **changes)
