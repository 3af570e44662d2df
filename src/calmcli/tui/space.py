"""How much of the terminal is ours, and drawing all of it anew when that has changed."""

import asyncio
import sys
from shutil import get_terminal_size
from typing import TYPE_CHECKING, Any

from textual.events import Resize
from textual.geometry import Size
from textual.screen import Screen

from calmcli.endings import is_hung_up

if TYPE_CHECKING:
    from calmcli.tui.app import CalmApp

_PAGE_ROWS = 10
"""How many rows a page has where a session has but a few."""
_SESSION_ROWS = 3
_LOOK_EVERY_S = 1.0
"""How often it is asked whether the terminal is still there."""


class Space:
    """The rows and columns we draw in: all there are, or a few below the prompt."""

    def __init__(self, app: "CalmApp") -> None:
        self._app = app
        self._rows = _SESSION_ROWS if app.look.discreet else 0

    @property
    def size(self) -> Size:
        """How much of the terminal is ours now."""
        columns, rows = get_terminal_size()
        return Size(columns, min(rows, self._rows) if self._app.look.discreet else rows)

    def has_room(self, screen: Screen[Any]) -> bool:
        """Whether a screen has the rows it needs; where it lies among lines it may get others."""
        app = self._app
        if not app.look.discreet or app.is_headless:
            return True
        rows = getattr(app.screen, "DISCREET_ROWS", _PAGE_ROWS)
        if rows != self._rows:
            self._rows = rows
            app.call_later(self.draw_anew)
        return screen is app.screen and app.size == self.size

    def draw_anew(self) -> None:
        """Lay out and paint everything at the size the terminal has now. Only the app calls it.

        A window that shrinks and grows back has dropped cells that Textual believes are there, and
        of two quick sizes the older one can come last, to the screen and to the app itself.
        """
        app = self._app
        now = app.size if app.is_headless else self.size
        if make_room := getattr(app._driver, "make_room", None):  # noqa: SLF001
            make_room(self._rows)
        if now and now != app.size:
            app.post_message(Resize(now, now))
        app.screen._refresh_layout(app.size)  # noqa: SLF001
        app.screen.refresh()

    def watch(self) -> None:
        """Mind the terminal from now on, each second: Textual's timers take ten times as much."""
        asyncio.get_running_loop().call_later(_LOOK_EVERY_S, self._look)

    def _look(self) -> None:
        app = self._app
        if app.return_code is not None:
            return
        try:
            self.mind_the_terminal()
        except Exception as error:  # noqa: BLE001  the loop would only write it down
            app._handle_exception(error)  # noqa: SLF001
        else:
            self.watch()

    def mind_the_terminal(self) -> None:
        """End when there is no terminal any more, and follow its size where nobody told it."""
        app = self._app
        if is_hung_up(sys.__stdin__):
            app.end_without_a_terminal()
        elif not app.screen.outer_size == app.size == self.size:
            self.draw_anew()
