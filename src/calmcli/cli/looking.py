"""How the screen is to look: what was typed, then what the environment says, then what is set."""

import os
from argparse import Namespace
from typing import get_args

import msgspec

from calmcli.cli.parser import Parser, did_you_mean
from calmcli.output import complain
from calmcli.settings import Look
from calmcli.settings.model import Theme
from calmcli.text import clean
from calmcli.words import looks as said


def add_look_options(typed: Parser) -> None:
    """The ways to have the screen other than usual this once."""
    for option, meaning in said.OPTIONS.items():
        typed.add_argument(option, action="store_true", help=meaning)


def wished_look(look: Look, options: Namespace | None = None) -> Look:
    """The look that counts; an unknown theme is said in a line and changes nothing else."""
    changes: dict[str, object] = {}
    if theme := os.environ.get("CALMCLI_THEME"):
        if theme in get_args(Theme):
            changes["theme"] = theme
        else:
            meant = did_you_mean(theme, get_args(Theme))
            complain(said.NO_SUCH_THEME.format(theme=clean(theme)[:40], meant=meant or "."))
    if options is not None:
        changes |= {
            **({"motion": "still"} if options.still else {}),
            **({"ascii": True} if options.ascii else {}),
            **({"mouse": False} if options.no_mouse else {}),
        }
    return msgspec.structs.replace(look, **changes)
