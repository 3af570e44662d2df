"""The kinds of exercise there are, in the order of every list of them."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple


class Kind(NamedTuple):
    """What is known of a kind before any of its scripts is read."""

    command: str
    """What is typed to begin one."""
    usual: str
    """The id of the script for whoever names none."""


KINDS: Mapping[str, Kind] = MappingProxyType(
    {
        "breathing": Kind("breathe", "long-out"),
        "relaxation": Kind("relax", "pmr-7"),
        "visualization": Kind("visualize", "steady-place"),
        "grounding": Kind("ground", "five-senses"),
    }
)
KIND_OF: Mapping[str, str] = MappingProxyType({kind.command: name for name, kind in KINDS.items()})
"""The kind that a command begins."""
