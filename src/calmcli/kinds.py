"""The kinds of exercise there are, in the order of every list of them.

People type the numbers of such lists, and at home a room by the beginning of its name: a new kind
comes last, under a name that takes neither another room's first letter nor that of a command there.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Kind(NamedTuple):
    """What is known of a kind before any of its scripts is read."""

    command: str
    """What is typed to begin one."""
    usual: str
    """The id of the script for whoever names none."""
    has_areas: bool
    """Whether its parts may name areas of the body, which can then be left out."""


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "breathing": Kind("breathe", "long-out", has_areas=False),
        "relaxation": Kind("relax", "pmr-7", has_areas=True),
        "visualization": Kind("visualize", "steady-place", has_areas=False),
        "grounding": Kind("ground", "five-senses", has_areas=False),
    }
)
KIND_OF: Mapping[str, str] = MappingProxyType(
    {**{kind.command: name for name, kind in KINDS.items()}, "now": "breathing"}
)
"""The kind that a command begins."""
