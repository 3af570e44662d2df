"""The room where a session becomes a sound file to take along."""

import asyncio
from contextlib import suppress
from pathlib import Path
from threading import Event, Thread
from typing import ClassVar

from textual import on
from textual.binding import BindingType

from calmcli.errors import CalmError
from calmcli.house import House
from calmcli.taking import Taking, takable, take_along
from calmcli.tui.screens.choosing import enter
from calmcli.tui.screens.offering import OfferingScreen
from calmcli.tui.widgets.choices import Choices
from calmcli.tui.widgets.columns import Choice
from calmcli.words import sound as said

_LAST_WAIT_S = 1.0


class _LeftError(Exception):
    """The room was left before the file was finished."""


class TakingScreen(OfferingScreen):
    """Makes one file at a time, beside everything else; leaving the room gives it up."""

    TITLE_WORDS = said.TAKING
    BINDINGS: ClassVar[list[BindingType]] = [enter(said.TAKE, said.TAKE_TIP)]

    def __init__(self, house: House) -> None:
        super().__init__()
        self._house, self._scripts = house, takable(house)
        self._is_busy = False
        self._has_left = Event()
        self._thread: Thread | None = None

    def rows(self) -> list[Choice]:
        """Every script, those that are usual first."""
        return [Choice(script.title, script.about) for script in self._scripts]

    @on(Choices.Chosen)
    def make_file(self, message: Choices.Chosen) -> None:
        """Begin to make it, unless another is on its way."""
        if self._is_busy:
            return
        try:
            taking = take_along(self._house, self._scripts[message.index], Path())
        except (CalmError, OSError) as error:
            self.tell(str(error))
            return
        self._is_busy = True
        self._tell_so_far(taking, 0)
        loop = asyncio.get_running_loop()
        # no worker of Textual's: leaving the program would wait for its thread
        self._thread = Thread(target=self._make, args=(taking, loop), name="taking", daemon=True)
        self._thread.start()

    def on_unmount(self) -> None:
        """Give up what is on its way."""
        self._has_left.set()
        if self._thread is not None:
            self._thread.join(_LAST_WAIT_S)

    def _make(self, taking: Taking, loop: asyncio.AbstractEventLoop) -> None:
        """In a thread of its own; it ends with the screen."""
        last = 0

        def told(done_ms: int) -> None:
            nonlocal last
            if self._has_left.is_set():
                raise _LeftError
            percent = done_ms * 100 // taking.length_ms
            if percent != last:
                last = percent
                loop.call_soon_threadsafe(self.call_later, self._tell_so_far, taking, percent)

        with suppress(_LeftError, RuntimeError):  # RuntimeError: the loop has closed
            try:
                outcome = "\n".join(taking.make(told))
            except CalmError as error:
                outcome = str(error)
            loop.call_soon_threadsafe(self.call_later, self._finish, outcome)

    def _tell_so_far(self, taking: Taking, percent: int) -> None:
        self.tell(said.TAKEN_SO_FAR.format(title=taking.title, percent=percent))

    def _finish(self, outcome: str) -> None:
        self._is_busy = False
        self.tell(outcome)
