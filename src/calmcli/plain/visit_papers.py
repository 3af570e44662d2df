"""What is taken out of a visit, in lines: its card and its day as files, a text as a code."""

from collections.abc import Callable

from calmcli.errors import CalmError
from calmcli.new_file import WRITTEN
from calmcli.plain.codes import ask_for_code, draw_code
from calmcli.plain.lines import Lines
from calmcli.plain.numbered import ask
from calmcli.text import clean
from calmcli.visits.papers import (
    calendar_of,
    card_for,
    form_of,
    to_be_written,
    write_calendar,
    write_card,
)
from calmcli.visits.qr import MOST_ON_PAPER
from calmcli.visits.visit import Visit
from calmcli.words import papers as on_paper


class PapersInLines:
    """Asks where to, and for what; what cannot be done is asked for again."""

    def __init__(self, lines: Lines) -> None:
        self._lines = lines

    def write(self, visit: Visit) -> None:
        """The card, to a file."""
        try:
            to_be_written(card_for(visit, "text"))
        except CalmError as error:
            self._lines.say(str(error))
            return

        def write(name: str) -> str:
            code = ""
            if form_of(name) == "html":
                code = self._lines.ask(on_paper.ASK_PAGE_CODE.format(most=MOST_ON_PAPER)) or ""
            return write_card(visit, name, code)

        self._ask_where(on_paper.ASK_CARD_FILE, write)

    def calendar(self, visit: Visit) -> None:
        """Its day and time, to a file."""
        try:
            calendar_of(visit)
        except CalmError as error:
            self._lines.say(str(error))
            return
        self._ask_where(on_paper.ASK_CALENDAR_FILE, lambda name: write_calendar(visit, name))

    def code(self, _visit: Visit) -> None:
        """A text that is typed, as a QR code."""
        while text := ask_for_code(self._lines):
            try:
                draw_code(self._lines, text)
            except CalmError as error:
                self._lines.say(str(error))
                continue
            self._lines.say(on_paper.CODE_TIP)
            return

    def _ask_where(self, question: str, write: Callable[[str], str]) -> None:
        while name := ask(self._lines, question):
            try:
                self._lines.say(WRITTEN.format(path=clean(write(name))))
            except CalmError as error:
                self._lines.say(str(error))
                continue
            return
