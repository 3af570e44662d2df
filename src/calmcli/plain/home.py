"""Home in lines: a short numbered menu, one thing asked at a time."""

from calmcli.home import Begin, Item, home_items
from calmcli.house import House
from calmcli.plain.lines import Lines
from calmcli.plain.rooms import ROOMS
from calmcli.plain.sitting import Sitting
from calmcli.words import home as said

_LEAVE = ("q", "quit", "leave")


class Home:
    """Asks what would help, leads there, and asks again until it is left."""

    def __init__(self, house: House, lines: Lines) -> None:
        self._house, self._lines = house, lines

    def run(self) -> None:
        """Until someone leaves, or no line can come any more."""
        while (item := self._choose()) is not None:
            if isinstance(item.wish, Begin):
                session = self._house.open_session(item.wish.kind, item.wish.script)
                Sitting(session, self._lines, self._house).run()
            else:
                ROOMS[item.wish.room](self._house, self._lines)

    def _choose(self) -> Item | None:
        """What was chosen; None to leave."""
        items = [item for group in home_items(self._house) for item in group]
        numbered = {str(number): item for number, item in enumerate(items, start=1)}
        self._lines.say(
            said.HOME,
            *(f"{number} {item.words}" for number, item in numbered.items()),
        )
        question = said.ASK
        while (typed := self._lines.ask(question)) is not None:
            answer = typed.strip().lower()
            if answer in _LEAVE:
                return None
            if item := numbered.get(answer or "1"):
                return item
            question = said.ASK_AGAIN
        return None
