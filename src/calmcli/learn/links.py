"""Where the links of a page lead, and what can be typed to go there."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

KINDS: Mapping[str, str] = MappingProxyType(
    {
        "breathe": "breathing",
        "relax": "relaxation",
        "visualize": "visualization",
        "ground": "grounding",
    }
)
"""The kind of exercise, by the command that plays it."""

_ROOMS = {"support": "help", "profile": "profile", "visit": "visits"}
_TYPED = {"profile": "profile set"}


class ToPage(NamedTuple):
    """Another page."""

    topic: str


class ToScript(NamedTuple):
    """An exercise."""

    kind: str
    script: str


class ToRoom(NamedTuple):
    """A room of the app, where it has one for that."""

    room: str


def goal_of(target: str) -> ToPage | ToScript | ToRoom:
    """Where a link leads; KeyError when it leads nowhere."""
    head, _, rest = target.partition("/")
    if head == "learn":
        return ToPage(rest)
    if head in KINDS:
        return ToScript(KINDS[head], rest)
    return ToRoom(_ROOMS[head.split()[0]])


def command_of(target: str) -> str:
    """What can be typed for a link."""
    head, _, rest = target.partition("/")
    if head == "visit":
        return f"calmcli visit new --template {rest}"
    return " ".join(["calmcli", _TYPED.get(head, head), rest]).strip()
