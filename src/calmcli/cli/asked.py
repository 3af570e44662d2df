"""What was asked of a session as its command was typed."""

from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:  # neither is needed where nothing is typed but the command
    from argparse import Namespace
    from types import SimpleNamespace

    from calmcli.time_of_day import TimeOfDay


class Asked(Struct, frozen=True, kw_only=True):
    """What was typed; all else is as it is usual."""

    script: str | None = None
    """The id of a script."""
    minutes: float | None = None
    """About how many it is to last."""
    cycles: int | None = None
    """How many breaths."""
    until: "TimeOfDay | None" = None
    """When it is to end."""
    skip: tuple[str, ...] = ()
    """What is to be left out, in the person's words."""
    no_rating: bool = False
    """Whether to ask for no rating."""
    my_pace: bool = False
    """Whether to begin at the person's own pace."""


def asked_by(options: "Namespace | SimpleNamespace") -> Asked:
    """What the options of a command ask for."""
    there = vars(options)
    return Asked(**{name: there[name] for name in Asked.__struct_fields__ if name in there})
