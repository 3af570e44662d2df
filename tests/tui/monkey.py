"""A monkey at the keyboard: any key, click, paste, size and time, on any screen there is."""

import asyncio
from collections import Counter
from pathlib import Path
from random import Random

from textual.events import Event, MouseDown, MouseMove, MouseScrollDown, MouseUp, Paste

from calmcli.cli.desk import Desk
from calmcli.cli.sittings import Sittings
from calmcli.content.library import Library
from calmcli.kinds import KINDS
from calmcli.settings import read_settings
from calmcli.tui.app import CalmApp
from calmcli.tui.look import Look
from calmcli.words.home import ROOMS
from fakes import FakeClock
from hostile import WORDS, hostile_home
from sittings import Sitting, plan_for
from tui.driver import Driver, running

SHAPES = ["ring", "orb", "water", "bar"]
LETTERS = "abcdefghijklmnopqrstuvwxyz0123456789 .,?!/+-=[]()é日👩\u0301\u202e"
NAMED = [
    *("enter", "enter", "enter", "escape", "left", "right", "up", "down", "down", "tab"),
    *("shift+tab", "home", "end", "pageup", "pagedown", "backspace", "delete", "space"),
    *("f1", "f5", "ctrl+p", "ctrl+a", "ctrl+l", "ctrl+x", "ctrl+e", "ctrl+u", "ctrl+w"),
    *("shift+left", "shift+end", "alt+b", "insert", "ctrl+home", "ctrl+end", "f12", "ctrl+k"),
]
AWAY_S = [0.1, 1, 1, 1, 7, 3600, 90_000]
_EASY_TO_STAY_IN = ("FindScreen", "HelpScreen", "ReadingScreen", "BlankScreen")
MOST_ESCAPES = 12
"""Nobody is ever further from the shell than so many times one key."""
PATIENCE_S = 60
"""A key that is not answered by then is not answered: the machine may be busy."""


class Monkey:
    """Presses keys, and remembers which, so that a finding can be told."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)  # noqa: S311  the same each time
        self.pressed: list[str] = []
        """Everything it has done."""
        self.seen = Counter[str]()
        """How many keys each screen was given."""

    async def play(self, driver: Driver, presses: int) -> None:
        """Press so many keys, or fewer when one of them leaves."""
        for _ in range(presses):
            if driver.is_gone:
                return
            self.seen[driver.where] += 1
            async with asyncio.timeout(PATIENCE_S):
                await self._do_something(driver)

    async def leave(self, driver: Driver) -> None:
        """Leave by one key, again and again or at once, from wherever it is."""
        if driver.is_gone:
            return
        if self.random.randrange(2):
            await self._press(driver, "ctrl+c")
            assert driver.app.return_code == 130, self.told(driver)
            return
        await driver.resize(80, 24)
        for _ in range(MOST_ESCAPES):
            if not driver.is_gone:
                await self._press(driver, "escape")
        assert driver.app.return_code == 0, self.told(driver)

    def told(self, driver: Driver) -> str:
        """Where it is, and how it came there."""
        return f"{driver.where} after {self.pressed[-60:]}"

    async def _do_something(self, driver: Driver) -> None:
        random, where = self.random, driver.where
        if where == "HomeScreen" and random.randrange(2):
            await self._go_to_a_room(driver)
            return
        if where in _EASY_TO_STAY_IN and random.randrange(8) == 0:
            await self._press(driver, "escape")
            return
        match random.randrange(24):
            case 0:
                size = random.randint(1, 120), random.randint(1, 40)
                self.pressed.append(f"{size}")
                await driver.resize(*size)
            case 1 | 2:
                seconds = random.choice(AWAY_S)
                self.pressed.append(f"{seconds} s")
                driver.clock.forward(seconds)
                await driver.wake()
            case 3:
                await self._click(driver)
            case 4:
                words = random.choice(list(WORDS.values()))
                self.pressed.append(f"paste {words[:12]!r}")
                await self._send(driver, Paste(words))
            case 5:
                keys = random.choices(LETTERS, k=random.randint(2, 9))
                self.pressed += keys
                await driver.press_at_once(*keys)
            case 6 | 7 | 8 | 9 | 10 | 11 | 12:
                await self._press(driver, random.choice(NAMED))
            case _:
                await self._press(driver, random.choice(LETTERS))

    async def _go_to_a_room(self, driver: Driver) -> None:
        """By its name, or to whatever stands a few rows down."""
        name, _ = self.random.choice(list(ROOMS.values()))
        downs = ["down"] * self.random.randint(1, 14)
        typed = ["slash", *name] if self.random.randrange(3) else downs
        for key in [*typed, "enter"]:
            await self._press(driver, key)

    async def _press(self, driver: Driver, key: str) -> None:
        if not driver.is_gone:
            self.pressed.append(key)
            await driver.press(key)

    async def _click(self, driver: Driver) -> None:
        width, height = driver.app.size
        x, y = self.random.randrange(max(1, width)), self.random.randrange(max(1, height))
        self.pressed.append(f"click {x},{y}")
        for kind in (MouseMove, MouseDown, MouseUp, *[MouseScrollDown] * self.random.randrange(2)):
            event = kind(None, x, y, 0, 0, 1, False, False, False, x, y)
            await self._send(driver, event)

    async def _send(self, driver: Driver, event: Event) -> None:
        textual = driver.app._driver
        if textual is not None and not driver.is_gone:
            event.set_sender(driver.app)
            textual.send_message(event)
            await driver.settle()


async def one_round(monkey: Monkey, home: Path, presses: int) -> None:
    """One run of the app in a home full of hostile words, from its beginning until it is left."""
    places, clock = hostile_home(home), FakeClock()
    settings = read_settings(places.settings).settings
    library = Library(places.scripts)
    desk = Desk(places, clock.clock, library, Sittings(places, clock.clock), settings)
    random, session = monkey.random, None
    if random.randrange(3) == 0:
        kind = random.choice(list(KINDS))
        session = desk.open_session(kind)
    look = Look(shape=random.choice(SHAPES), blocks=random.choice([True, False]))
    app = CalmApp(desk.house(), look=look, session=session)
    sitting = Sitting(plan_for())
    sitting.clock = clock
    size = random.choice([(80, 24), (80, 24), (40, 15), (20, 5), (1, 1), (120, 40)])
    monkey.pressed.append(f"a new round at {size}")
    try:
        async with running(app, sitting, size) as driver:
            await monkey.play(driver, presses)
            await monkey.leave(driver)
    finally:
        if desk.sittings._writer is not None:
            desk.sittings._writer.finish()
