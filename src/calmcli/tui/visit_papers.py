"""What is taken out of a visit, on the screen: its card and its day as files, a text as a code."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING

from calmcli.errors import CalmError
from calmcli.new_file import WRITTEN
from calmcli.text import clean
from calmcli.tui.screens.asking import AskingScreen
from calmcli.tui.screens.code import CodeScreen
from calmcli.tui.screens.reading import ReadingScreen
from calmcli.visits.papers import (
    calendar_of,
    card_for,
    form_of,
    to_be_written,
    write_calendar,
    write_card,
)
from calmcli.visits.qr import MOST_ON_PAPER, code_for, half_blocks, most_bytes
from calmcli.visits.typed import MOST_WORDS
from calmcli.visits.visit import Visit
from calmcli.words import papers as on_paper
from calmcli.words.session import CAN_STAY_EMPTY

if TYPE_CHECKING:
    from calmcli.tui.app import CalmApp

_LONGEST_NAME = 1000


class Papers:
    """Asks where to, and for what; what cannot be done is asked for again."""

    def __init__(self, app: "CalmApp") -> None:
        self._app = app

    async def write(self, visit: Visit) -> None:
        """The card, to a file."""
        try:
            to_be_written(card_for(visit, "text"))
        except CalmError as error:
            await self._read(str(error))
            return

        async def write(name: str) -> str:
            code = ""
            if form_of(name) == "html":
                question = on_paper.ASK_PAGE_CODE.format(most=MOST_ON_PAPER)
                typed = await self._ask(question, MOST_ON_PAPER, CAN_STAY_EMPTY)
                if typed is None:
                    return ""
                code = typed
            return write_card(visit, name, code)

        await self._ask_where(on_paper.ASK_CARD_FILE, write)

    async def calendar(self, visit: Visit) -> None:
        """Its day and time, to a file."""
        try:
            calendar_of(visit)
        except CalmError as error:
            await self._read(str(error))
            return

        async def write(name: str) -> str:
            return write_calendar(visit, name)

        await self._ask_where(on_paper.ASK_CALENDAR_FILE, write)

    async def code(self, _visit: Visit) -> None:
        """A text that is typed, as a QR code."""
        most = most_bytes(*self._app.size)
        if not most or not self._app.blocks:
            await self._read(on_paper.NO_BLOCKS if most else on_paper.TOO_SMALL)
            return
        question = begins = f"{on_paper.HOLDS.format(most=most)} {on_paper.ASK_CODE}"
        while text := await self._ask(question, max(most, MOST_WORDS)):
            try:
                drawn = half_blocks(code_for(clean(text), most))
            except CalmError as error:
                question = f"{error} {begins}"
                continue
            await self._app.push_screen_wait(CodeScreen(drawn))
            return

    async def _ask_where(self, question: str, write: Callable[[str], Awaitable[str]]) -> None:
        ask = question
        while name := await self._ask(ask, _LONGEST_NAME):
            try:
                written = await write(name)
            except CalmError as error:
                ask = f"{error} {question}"
                continue
            if written:
                await self._read(WRITTEN.format(path=clean(written)))
            return

    async def _ask(self, question: str, most: int, empty: str = "") -> str | None:
        typed = await self._app.push_screen_wait(AskingScreen(question, most, empty=empty))
        return None if typed is None else typed.strip()

    async def _read(self, line: str) -> None:
        await self._app.push_screen_wait(ReadingScreen("", [f"{line[:1].upper()}{line[1:]}"]))
