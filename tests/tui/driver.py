"""Drives the app as a person would: by keys and by time, and never by waiting."""

import asyncio
import re
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager

from rich.segment import Segment
from textual.events import Key, MouseDown, MouseUp, Paste, Resize
from textual.geometry import Size
from textual.keys import _character_to_key
from textual.pilot import Pilot
from textual.widget import Widget

from calmcli.cli.desk import Desk
from calmcli.cli.sittings import Sittings
from calmcli.clock import NS_PER_S
from calmcli.content.library import Library
from calmcli.course import Plan
from calmcli.first import FirstFrame
from calmcli.journal.entries import Entry
from calmcli.paths import Places
from calmcli.session import Session
from calmcli.settings import Settings
from calmcli.tui.app import CalmApp
from calmcli.tui.look import Look
from calmcli.tui.screens.session import SessionScreen
from sittings import Sitting, breaths, plan_for

SUPPORT = ["In a medical emergency: call 112.", "", "A person to talk to:", "  call 116 123."]
FULL = "█"
_BLOCKS = re.compile("[▀-▟]")
_UNHURRIED_S = 2.0
"""How long after what came before it a key is typed, where nobody is in a hurry."""
_QUIET_ROUNDS = 2
"""What is at rest may have asked for something just as it came to that."""


class Driver:
    """An app that runs, its clock, and what it asked to be kept."""

    def __init__(self, app: CalmApp, pilot: Pilot[None], sitting: Sitting) -> None:
        self.app, self.pilot, self.sitting = app, pilot, sitting
        self.clock = sitting.clock

    @property
    def kept(self) -> list[Entry]:
        """Every entry handed on to be kept, in order."""
        return self.sitting.kept

    @property
    def entry(self) -> Entry:
        """The newest entry handed on."""
        return self.kept[-1]

    @property
    def session(self) -> Session:
        """The session on its way, or the last one."""
        assert self.app.session is not None
        return self.app.session

    @property
    def is_gone(self) -> bool:
        """Whether the app has ended."""
        return self.app.return_code is not None

    @property
    def where(self) -> str:
        """The screen on top."""
        return "gone" if self.is_gone else type(self.app.screen).__name__

    async def settle(self) -> None:
        """Until every message is answered and every changed cell is drawn."""
        quiet, others = 0, asyncio.get_running_loop()._ready  # type: ignore[attr-defined]
        while quiet < _QUIET_ROUNDS:
            await asyncio.sleep(0)
            if self.app.fault is not None:
                raise self.app.fault
            if self.is_gone:
                break
            quiet = 0 if others or not self._is_at_rest() else quiet + 1

    def _is_at_rest(self) -> bool:
        """Draws what is to be drawn; whether there was nothing of it, and nothing on its way."""
        screen, between_two = self.app.screen, self.app.screen_stack[0]
        widgets = list(screen.walk_children(Widget, with_self=True))
        if any(pump.message_queue_size for pump in (self.app, *widgets)):
            return False
        if screen._dirty_widgets or screen._callbacks or screen._layout_required:
            screen._on_timer_update()
            return False
        return screen is not between_two

    async def press(self, *keys: str) -> None:
        """Keys, one after another; characters may stand for themselves."""
        for key in keys:
            self._send(key, _UNHURRIED_S)
            await self.settle()

    async def press_at_once(self, *keys: str) -> None:
        """Keys typed so fast that the next one comes before the screen has answered."""
        for key in keys:
            self._send(key)
        await self.settle()

    async def press_in_haste(self, keys: Sequence[str], rounds: int) -> None:
        """Keys at once, and then so many rounds of the loop, whatever has come of them by then."""
        for key in keys:
            self._send(key)
        for _ in range(rounds):
            await asyncio.sleep(0)

    def _send(self, key: str, later_s: float = 0) -> None:
        driver = self.app._driver
        assert driver is not None
        name = _character_to_key(key) if len(key) == 1 else key
        event = Key(name, key if len(key) == 1 else None)
        event.time += later_s
        event.set_sender(self.app)
        driver.send_message(event)

    async def paste(self, words: str) -> None:
        """Words that come all at once, as a terminal tells of them."""
        event, driver = Paste(words), self.app._driver
        assert driver is not None
        event.set_sender(self.app)
        driver.send_message(event)
        await self.settle()

    async def click(self, x: int, y: int) -> None:
        """Press and let go of the mouse over a cell, as a terminal tells of it."""
        driver = self.app._driver
        assert driver is not None
        for kind in (MouseDown, MouseUp):
            event = kind(None, x, y, 0, 0, 1, False, False, False, x, y)
            event.set_sender(self.app)
            driver.send_message(event)
        await self.settle()

    async def forward(self, seconds: float) -> None:
        """Let time pass, a second at most at once, with the screen awake at each step."""
        left_ns = round(seconds * NS_PER_S)
        while left_ns > 0 and not self.is_gone:
            self.clock.ns += min(NS_PER_S, left_ns)
            left_ns -= NS_PER_S
            await self.wake()

    async def wake(self) -> None:
        """What the screen's timer does when its moment has come."""
        for screen in self.app.screen_stack:
            if isinstance(screen, SessionScreen):
                screen._wake()
        await self.settle()

    async def resize(self, width: int, height: int) -> None:
        """Another size, and all there is drawn in it."""
        self.send_size(width, height)
        await self.settle()

    def send_size(self, width: int, height: int) -> None:
        """Another size, taken note of at once and not after the pause of a resizing hand."""
        size, driver = Size(width, height), self.app._driver
        assert driver is not None
        driver._size = self.app._size = size
        self.app._resize_event = Resize(size, size)
        self.app._check_resize()

    def rows(self) -> list[str]:
        """What stands on the screen, row by row in full width."""
        return ["".join(cells) for cells in self.cells()]

    def cells(self) -> list[list[str]]:
        """What a person sees in each cell; a blank in reversed colours is a full block."""
        strips = self.app.screen._compositor.render_strips()
        return [[cell for segment in strip for cell in _seen(segment)] for strip in strips]

    def text(self) -> str:
        """What stands on the screen, without the blanks at its edges."""
        return "\n".join(row.rstrip() for row in self.rows()).rstrip("\n")

    def words(self) -> str:
        """What stands on the screen as running words, wherever its lines break."""
        return " ".join(_BLOCKS.sub(" ", self.text()).split())

    def shown(self, name: str) -> str:
        """What stands on the screen in the place of one widget; empty when it has none."""
        return " ".join(" ".join(self.region(name)).split())

    def region(self, name: str) -> Iterator[str]:
        """The rows of one widget as they stand on the screen."""
        widget = self.app.screen.query_one(f"#{name}")
        visible = widget.region.intersection(self.app.screen.region) if widget.display else None
        rows = self.rows()
        for y in range(visible.y, visible.bottom) if visible else ():
            yield rows[y][visible.x : visible.right] if visible else ""


def _seen(segment: Segment) -> str:
    reverse = segment.style is not None and segment.style.reverse
    return segment.text.replace(" ", FULL) if reverse else segment.text


@asynccontextmanager
async def open_app(
    script: str = "box",
    *,
    size: tuple[int, int] = (80, 24),
    cycles: int | None = 1,
    plan: Plan | None = None,
    keys: Sequence[str] = (),
    look: Look | None = None,
    support: Sequence[str] = SUPPORT,
    app_class: type[CalmApp] = CalmApp,
    shown_for_s: float | None = None,
    **house: object,
) -> AsyncIterator[Driver]:
    """The app at its first question, or past it by some keys; a script's own length for None.

    `shown_for_s` is for how many seconds its first cue has been on the screen already.
    """
    length = None if cycles is None else breaths(cycles)
    sitting = Sitting(plan or plan_for(script, length=length))
    frame = FirstFrame()
    if shown_for_s is not None:
        frame.began_ns = sitting.clock.ns - round(shown_for_s * NS_PER_S)
    app = app_class(
        sitting.house(support, **house),
        look=look or Look(),
        session=sitting.session,
        first_frame=frame,
    )
    async with running(app, sitting, size) as driver:
        await driver.press(*keys)
        yield driver


@asynccontextmanager
async def open_home(
    *,
    size: tuple[int, int] = (80, 24),
    keys: Sequence[str] = (),
    look: Look | None = None,
    **house: object,
) -> AsyncIterator[Driver]:
    """The app at home, or past it by some keys; `house` says what is not as usual in it."""
    sitting = Sitting(plan_for())
    app = CalmApp(sitting.house(SUPPORT, **house), look=look or Look())
    async with running(app, sitting, size) as driver:
        await driver.press(*keys)
        yield driver


@asynccontextmanager
async def open_as_installed(
    places: Places, *, size: tuple[int, int] = (80, 24), look: Look | None = None
) -> AsyncIterator[Driver]:
    """The app at home as the program builds it, keeping everything; only its clock is a test's."""
    sitting = Sitting(plan_for())
    clock = sitting.clock.clock
    sittings = Sittings(places, clock)
    desk = Desk(places, clock, Library(places.scripts), sittings, Settings())
    async with running(CalmApp(desk.house(), look=look or Look()), sitting, size) as driver:
        yield driver
    sittings.live_through(lambda: 0, spoken=False)


@asynccontextmanager
async def running(app: CalmApp, sitting: Sitting, size: tuple[int, int]) -> AsyncIterator[Driver]:
    app.animation_level = "none"  # scrolling would take its time
    async with app.run_test(size=size) as pilot:
        driver = Driver(app, pilot, sitting)
        await driver.settle()
        yield driver
