"""Where the links of a page lead, and what can be typed to go there."""

from typing import NamedTuple

from calmcli.kinds import KIND_OF

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
    if head in KIND_OF:
        return ToScript(KIND_OF[head], rest)
    return ToRoom(_ROOMS[head.split()[0]])


def command_of(target: str) -> str:
    """What can be typed for a link."""
    head, _, rest = target.partition("/")
    if head == "visit":
        return f"calmcli visit new --template {rest}"
    return " ".join(["calmcli", _TYPED.get(head, head), rest]).strip()
