"""The full-screen app around the sessions: one journey and out, or home and all its rooms."""

import asyncio
import gc
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from functools import cached_property
from typing import TYPE_CHECKING, Any

from rich.color import ColorSystem
from rich.style import Style
from textual import work
from textual.driver import Driver
from textual.events import Event, Key, Paste
from textual.screen import Screen
from textual.strip import Strip
from textual.worker import WorkerFailed

from calmcli.endings import EXIT_CTRL_C, EXIT_HUNG_UP
from calmcli.first import FirstFrame
from calmcli.house import House
from calmcli.session import Session
from calmcli.text import clean
from calmcli.tui.app_keys import APP_KEYS
from calmcli.tui.dressed import DressedApp
from calmcli.tui.early_keys import EarlyKeys
from calmcli.tui.journey import Journey
from calmcli.tui.look import Look
from calmcli.tui.screens.blank import QuietScreen
from calmcli.tui.space import Space
from calmcli.tui.styles import first_styles
from calmcli.tui.widgets.cells import Run

if TYPE_CHECKING:
    from calmcli.home import Item, Wish
    from calmcli.tui.roaming import Roaming

_SETTLED_S = 1.0
"""After how long the garbage of the beginning may be looked for: all that is made then stays."""


class CalmApp(DressedApp):
    """Leads through a session, or stays at home. Its return code is the program's."""

    ENABLE_COMMAND_PALETTE = False
    BINDINGS = APP_KEYS

    def __init__(
        self,
        house: House,
        *,
        look: Look,
        session: Session | None = None,
        room: "Callable[[], Screen[Wish | None] | Screen[None]] | None" = None,
        first_frame: FirstFrame | None = None,
    ) -> None:
        super().__init__(
            driver_class=_driver_class(discreet=look.discreet),
            css_path=[*first_styles(session, discreet=look.discreet)],
            house=house,
        )
        # there are none of either, and every screen would pay for them
        self._disable_tooltips = self._disable_notifications = True
        self.wear(look)
        self._take_keys()
        self.fault: BaseException | None = None
        """What went wrong, if anything did."""
        self.ending = 0
        """The exit code of a signal that came from outside; 0 when none did."""
        self.parting: Callable[[], str] = str
        """What is to be said where it ends amid something that was being told; mostly nothing."""
        self.first_frame = first_frame or FirstFrame()
        began_ns = self.first_frame.began_ns
        self._journey = None if session is None else Journey(self, session, began_ns)
        self.early_keys = EarlyKeys(self, super().on_event)
        self._room = room
        self._size_is_known = False
        self._space = Space(self)
        self._running_loop: asyncio.AbstractEventLoop | None = None

    @property
    def session(self) -> Session | None:
        """The session that is on its way, or was last."""
        return None if self._journey is None else self._journey.session

    def on_mount(self) -> None:
        """Be ready for every way to end, then begin."""
        self._running_loop = asyncio.get_running_loop()
        self._running_loop.call_later(_SETTLED_S, gc.enable)
        if self.ending:
            self.end_now(self.ending)
            return
        if not self.is_headless:
            self._space.watch()
        self.live()

    def get_default_screen(self) -> Screen[None]:
        """An empty page below the others, so that nothing flashes between two of them."""
        return QuietScreen()

    @property
    def _background_screens(self) -> list[Screen[Any]]:
        """Nothing shows through a screen of ours, and what is hidden need not be drawn."""
        return []

    async def on_event(self, event: Event) -> None:
        """Keep keys that come before a screen can take them; what is pasted is cleaned."""
        if isinstance(event, Paste):
            event.text = clean(event.text, lines=True)
        if not isinstance(event, Key) or await self.early_keys.let_through(event):
            await super().on_event(event)

    def _display(self, screen: Screen[Any], renderable: Any) -> None:
        """Paint a screen, but never the empty page over words that are there already."""
        if isinstance(screen, QuietScreen) or not self._space.has_room(screen):
            return
        super()._display(screen, renderable)

    def ink(self, style: Style) -> str:
        """How this terminal is told a style."""
        colours = self.console._color_system or ColorSystem.TRUECOLOR  # noqa: SLF001
        return Strip.render_ansi(style, colours)

    def paint_cells(self, runs: Sequence[Run]) -> bool:
        """Paint cells of the screen at once; whether this terminal lets us."""
        paint = getattr(self._driver, "paint_cells", None)
        if paint is None or not self._space.has_room(self.screen):
            return False
        paint(runs)
        return True

    @work
    async def live(self) -> None:
        """One journey where a session was asked for, else home until it is left."""
        if self._journey is not None:
            await self._journey.lead_through()
        elif self._room is not None:
            wish = await self.push_screen_wait(self._room())
            await self.roaming.go_on(wish)
        else:
            await self.roaming.stay_at_home()
        self.exit()

    @cached_property
    def roaming(self) -> "Roaming":
        """Home and its rooms, which a session does without."""
        from calmcli.tui.roaming import Roaming  # noqa: PLC0415

        return Roaming(self)

    async def lead_through(self, session: Session) -> None:
        """One journey through a session, from whichever room it begins."""
        self._journey = Journey(self, session)
        await self._journey.lead_through()

    def open_page(self, title: str, lines: Sequence[str]) -> None:
        """Lay a page of lines over whatever is there."""
        from calmcli.tui.screens.reading import ReadingScreen  # noqa: PLC0415

        self.push_screen(ReadingScreen(title, lines))

    def open_help(self) -> None:
        """Lay help now over whatever is there."""
        from calmcli.tui.screens.helping import HelpScreen  # noqa: PLC0415

        self.push_screen(HelpScreen(self.house))

    def open_finder(self, items: "Sequence[Item]", follow: "Callable[[Item | None], None]") -> None:
        """Let something be found by its name, over whatever is there."""
        from calmcli.tui.screens.finding import FindScreen  # noqa: PLC0415  rarely needed

        self.push_screen(FindScreen(items), follow)

    def action_suspend_process(self) -> None:
        """Back to the shell, in silence."""
        if self.session is not None:
            self.session.silence()
        super().action_suspend_process()

    def action_end_at_once(self) -> None:
        """End now, with all that was told kept; nothing is asked."""
        self.end_now(EXIT_CTRL_C)

    def end_from_outside(self, exit_code: int) -> None:
        """End as a signal asks; it may come before there is a loop to run, and after."""
        self.ending = exit_code
        if self._running_loop is not None:
            with suppress(RuntimeError):  # the loop has closed: the app is on its way out
                self._running_loop.call_soon_threadsafe(self.end_now, exit_code)

    def end_without_a_terminal(self) -> None:
        """End since there is nobody any more to draw for."""
        self.end_now(EXIT_HUNG_UP)

    def end_now(self, exit_code: int) -> None:
        """End with an exit code, with all that was told kept."""
        self._stop_session()
        self.exit(return_code=exit_code)

    def _stop_session(self) -> None:
        if self.session is not None:
            self.session.stop()

    def on_resize(self) -> None:
        """Draw all of it anew, even at the size it had before; at first it is drawn anyway."""
        if self._size_is_known:
            self.call_later(self._space.draw_anew)
        self._size_is_known = True

    def _handle_exception(self, error: Exception) -> None:
        """Keep what was told and leave; Textual's own way prints every local variable."""
        if self._exit:
            return  # a fault that follows from leaving is none
        self.fault = self.fault or (error.error if isinstance(error, WorkerFailed) else error)
        self._exception = error
        self._return_code = 1
        self._stop_session()
        self._close_messages_no_wait()
        self._exception_event.set()


def _driver_class(*, discreet: bool) -> type[Driver] | None:
    """Ours where there is job control; elsewhere Textual chooses."""
    if sys.platform == "win32":
        return None
    if discreet:
        from calmcli.tui.discreet import DiscreetDriver  # noqa: PLC0415  as below

        return DiscreetDriver
    from calmcli.tui.driver import CalmDriver  # noqa: PLC0415  cannot be imported on Windows

    return CalmDriver
