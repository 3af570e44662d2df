"""What home offers, the same for the whole screen and for lines."""

from collections.abc import Container
from datetime import datetime
from typing import NamedTuple

from msgspec import Struct

from calmcli.content.library import Found
from calmcli.course import Course, Plan
from calmcli.house import House
from calmcli.journal.entries import Entry
from calmcli.kinds import KINDS
from calmcli.words import home as said
from calmcli.words import session as words

MOST_FAVOURITES = 3
"""More would push what helps at once out of sight; the rest is found by name."""


class Begin(Struct, frozen=True):
    """The wish to begin a session."""

    kind: str
    script: str | None = None
    """The id of a script; None is the usual one of the kind."""


class GoTo(Struct, frozen=True):
    """The wish to go to another room."""

    room: str
    """The id of the room."""


class GroundMe(Struct, frozen=True):
    """The wish to be grounded at once, with nothing asked first."""


class Read(Struct, frozen=True):
    """The wish to read a page."""

    topic: str
    """The topic of the page."""


Wish = Begin | GoTo | GroundMe | Read
"""What someone chose; it says where to go next."""


class Item(NamedTuple):
    """One thing to choose."""

    id: str
    """What it is called by everything but the person."""
    words: str
    """What it says; its first letter finds it."""
    beside: str
    """What is said beside it where there is room; may be empty."""
    wish: Wish | None = None
    """Where it leads; None where whoever offers it does it there and then."""
    length: str = ""
    """How long it takes; the end of what is said beside it."""

    @property
    def unnumbered(self) -> str:
        """What is said beside it where numbers are hidden."""
        return self.beside.removesuffix(self.length).removesuffix(", ")


def home_items(house: House) -> list[list[Item]]:
    """Everything there is to choose, in groups, what helps most at once first."""
    top = _on_top(house)
    begin = house.plan(top.kind, top.script)
    length = _length(house, begin)
    usual = Item("usual", begin.found.script.title, length, top, length)
    last = _last_used(house, besides=begin.found.script.id)
    own = [usual, *([_script(last, said.LAST)] if last else [])]
    named = {begin.found.script.id, *(item.id for item in own)}
    return [[*own, *_favourites(house, named)], _kinds(house), _rooms(house)]


def everything(house: House) -> list[Item]:
    """All of home, what is rarely looked for, and then every script and page there is."""
    from calmcli.learn.pages import all_pages  # noqa: PLC0415  only where something is looked for

    items = [item for group in home_items(house) for item in group]
    items += [_room(room, *words) for room, words in said.RARE_ROOMS.items()]
    items += [_script(found, found.script.about) for found in house.library.all()]
    return items + [
        Item(page.topic, page.title, page.summary, Read(page.topic)) for page in all_pages()
    ]


def script_troubles(house: House) -> str:
    """What keeps some of the person's own scripts from being played, in a line; mostly nothing."""
    problems = [] if house.places is None else house.library.problems()
    broken = dict.fromkeys(each.name for each in problems if each.severity == "error")
    if not broken:
        return ""
    name = next(iter(broken))
    first = next(each for each in problems if (each.name, each.severity) == (name, "error"))
    said_of = said.ONE_BROKEN if len(broken) == 1 else said.SOME_BROKEN
    return said_of.format(name=name, line=first.line, count=len(broken))


def _rooms(house: House) -> list[Item]:
    """The rooms that home leads to; beside visits stands the one that comes up."""
    coming = _coming_visit(house)
    return [
        _room(room, name, coming if coming and room == "visits" else beside)
        for room, (name, beside) in said.ROOMS.items()
    ]


def _room(room: str, name: str, beside: str) -> Item:
    return Item(room, name, beside, GoTo(room))


def _coming_visit(house: House) -> str:
    """When the next visit is, and what it is called only where that is wished; empty for none."""
    if house.places is None:
        return ""
    from calmcli.visits.keeping import read_visits  # noqa: PLC0415  nothing but home needs it
    from calmcli.words import visits  # noqa: PLC0415

    now = house.clock.local()
    for visit in read_visits(house.places, now).visits:
        if visit.at is not None and _is_to_come(visit.at, now, all_day=visit.all_day):
            when = visits.when(visit.at, all_day=visit.all_day)
            return f"{visit.name}, {when}" if house.settings().home.visit_name else when
    return ""


def _is_to_come(at: datetime, now: datetime, *, all_day: bool) -> bool:
    return at.date() >= now.astimezone(at.tzinfo).date() if all_day else at >= now


def _favourites(house: House, besides: Container[str]) -> list[Item]:
    """A few of the scripts someone marked as theirs, by title."""
    from calmcli.shelves import read_favourites  # noqa: PLC0415  no session need pay for it

    ids = sorted(read_favourites(house.places))
    found = [house.library.get(each) for each in ids if each not in besides]
    items = [_script(each, said.FAVOURITE) for each in found if each is not None]
    return sorted(items, key=lambda item: item.words.casefold())[:MOST_FAVOURITES]


def _on_top(house: House) -> Begin:
    """What Enter begins: the script that was set for it, else what is usual for breathing."""
    chosen = house.settings().home.script
    found = None if chosen is None else house.library.get(chosen)
    return Begin(next(iter(KINDS))) if found is None else Begin(found.script.kind, found.script.id)


def _kinds(house: House) -> list[Item]:
    items = []
    for kind in KINDS:
        plan = house.plan(kind)
        length = _length(house, plan)
        beside = f"{plan.found.script.title}, {length}"
        items.append(Item(kind, said.KINDS[kind], beside, Begin(kind), length))
    return items


def _last_used(house: House, besides: str) -> Found | None:
    """The script that was used last, unless it is the one that is on top already."""
    if house.places is None or not house.settings().home.last_used:
        return None
    from calmcli.journal.reading import newest_entry  # noqa: PLC0415  not for a session alone
    from calmcli.journal.wanted import ALL  # noqa: PLC0415

    house.settle()

    def is_another(entry: Entry) -> bool:
        return entry.script != besides and house.library.get(entry.script) is not None

    last = newest_entry(house.places, ALL, is_another)
    return None if last is None else house.library.get(last.script)


def _script(found: Found, beside: str) -> Item:
    script = found.script
    return Item(script.id, script.title, beside, Begin(script.kind, script.id))


def _length(house: House, plan: Plan) -> str:
    length_ms = Course(plan, house.clock.local).from_the_start().length_ms
    return words.length_in_words(length_ms)
