"""Home in lines: a short numbered menu, one thing asked at a time."""

from collections.abc import Sequence

from calmcli.errors import CalmError
from calmcli.home import (
    Begin,
    GoTo,
    Item,
    Read,
    Wish,
    everything,
    home_items,
    script_troubles,
)
from calmcli.house import House
from calmcli.journal.entries import Entry
from calmcli.plain.lines import Lines
from calmcli.plain.numbered import LEAVES, ONCE_MORE, by_number, numbered
from calmcli.plain.rooms import ROOMS
from calmcli.plain.sitting import Sitting
from calmcli.searching import matching
from calmcli.words import home as said
from calmcli.words import session as words

_LEAVE = (*LEAVES, "quit", "leave")
_MOST_FOUND = 9
"""More would take long to listen to; another letter finds fewer."""


class Home:
    """Asks what would help, leads there, and asks again until it is left."""

    def __init__(self, house: House, lines: Lines) -> None:
        self._house, self._lines = house, lines
        self._was_listed = False
        """Whether all of it was told; whoever listens need not hear it each time."""

    def run(self) -> None:
        """Until someone leaves, or no line can come any more."""
        if troubles := script_troubles(self._house):
            self._lines.say(troubles)
        while (item := self._choose()) is not None:
            self._grant(item.wish)

    def _grant(self, wish: Wish | None) -> None:
        house = self._house
        match wish:
            case GoTo():
                ROOMS[wish.room](house, self._lines)
            case Read():
                from calmcli.learn.pages import find_page  # noqa: PLC0415  as it is read
                from calmcli.plain.learn import read  # noqa: PLC0415

                read(
                    house,
                    self._lines,
                    find_page(wish.topic),
                    lambda room: ROOMS[room](house, self._lines),
                )
            case Begin():
                try:
                    session = house.open_session(wish.kind, wish.script)
                except CalmError as error:
                    self._lines.say(str(error))
                    return
                Sitting(session, self._lines, house).run()
                if session.has_begun:
                    self._lines.say(said.THAT_WAS.format(what=_what_was(session.entry)))

    def _choose(self) -> Item | None:
        """What was chosen, by its number or by its name; None to leave."""
        items = [item for group in home_items(self._house) for item in group]
        heading, question = said.HOME, said.ASK
        if self._was_listed:
            self._lines.say(heading)
            question = f"{said.ASK} {said.LIST_AGAIN}"
        else:
            self._list(heading, items)
            self._was_listed = True
        while (typed := self._lines.ask(question)) is not None:
            answer = typed.strip().lower()
            if answer in _LEAVE:
                return None
            if answer == ONCE_MORE:
                self._list(heading, items)
                continue
            if chosen := by_number(items, answer or "1"):
                return chosen
            found = [] if answer.isdigit() else matching(everything(self._house), answer)
            if named := [item for item in found if item.words.lower() == answer]:
                return named[0]
            if found:
                items, heading, question = found[:_MOST_FOUND], said.FOUND, said.ASK_FOUND
                self._list(heading, items)
            else:
                question = said.ASK_AGAIN
        return None

    def _list(self, heading: str, items: Sequence[Item]) -> None:
        self._lines.say(heading, *numbered(map(_named, items)))


def _what_was(entry: Entry) -> str:
    """A session in a few words: how long, and the two ratings."""
    length = words.went(entry.done_seconds, entry.planned_seconds, spoken=True)
    return words.summary(length, words.ratings(entry.before, entry.after, spoken=True))


def _named(item: Item) -> str:
    return f"{item.words}, {item.beside}" if item.beside else item.words
