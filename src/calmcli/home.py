"""What home offers, the same for the whole screen and for lines."""

from typing import NamedTuple

from calmcli.house import House
from calmcli.words import home as said

KINDS = ("breathing", "relaxation", "visualization", "grounding")


class Begin(NamedTuple):
    """The wish to begin a session."""

    kind: str
    script: str | None = None
    """The id of a script; None is the usual one of the kind."""


class Visit(NamedTuple):
    """The wish to go to another room."""

    room: str
    """The id of the room."""


Wish = Begin | Visit
"""What someone chose; it says where to go next."""


class Item(NamedTuple):
    """One thing to choose."""

    id: str
    """What it is called by everything but the person."""
    words: str
    """What it says; its first letter finds it."""
    beside: str
    """What is said beside it where there is room; may be empty."""
    wish: Wish


def home_items(house: House) -> list[list[Item]]:
    """Everything there is to choose, in groups, what helps most at once first."""
    return [_usual(house), _kinds(house), _rooms()]


def _usual(house: House) -> list[Item]:
    found = house.usual(KINDS[0])
    begin = Begin(found.script.kind, found.script.id)
    return [Item("usual", found.script.title, found.script.about, begin)]


def _kinds(house: House) -> list[Item]:
    return [
        Item(kind, said.KINDS[kind], house.usual(kind).script.title, Begin(kind)) for kind in KINDS
    ]


def _rooms() -> list[Item]:
    return [Item(room, words, beside, Visit(room)) for room, (words, beside) in said.ROOMS.items()]
