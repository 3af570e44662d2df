"""What reaches the terminal bit by bit is what a full repaint would show."""

from random import Random
from typing import Any

import pyte
import pytest
from textual._compositor import CompositorUpdate
from textual.screen import Screen

from calmcli.clock import NS_PER_S
from calmcli.tui.app import CalmApp
from calmcli.tui.look import Look
from calmcli.tui.screens.session import SessionScreen
from tui.driver import Driver, open_app


class PaintedApp(CalmApp):
    """Writes every update to an emulated terminal as a real driver would."""

    terminal: pyte.Screen | None = None
    painted = 0

    def _display(self, screen: Screen[object], renderable: Any) -> None:
        super()._display(screen, renderable)
        if screen is not self.screen or self._batch_count:
            return
        if self.terminal is None or (self.terminal.columns, self.terminal.lines) != self.size:
            self.terminal = pyte.Screen(*self.size)
        if isinstance(renderable, CompositorUpdate):
            written = renderable.render_segments(self.console)
            pyte.Stream(self.terminal).feed(written)
            self.painted += len(written)


def seen(driver: Driver) -> list[list[tuple[str, bool, str]]]:
    """Every cell of the emulated terminal: character, reversed or not, colour."""
    assert isinstance(driver.app, PaintedApp)
    terminal = driver.app.terminal
    assert terminal is not None
    return [
        [
            (cell.data, cell.reverse, cell.fg)
            for cell in map(terminal.buffer[y].__getitem__, range(terminal.columns))
        ]
        for y in range(terminal.lines)
    ]


async def repaint(driver: Driver) -> None:
    for widget in driver.app.screen.walk_children(with_self=True):
        widget.refresh(layout=True)
    driver.app.screen.refresh(layout=True)
    await driver.settle()


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (20, 5)])
@pytest.mark.parametrize("blocks", [True, False])
async def test_no_stale_cell_is_left_on_the_terminal(
    size: tuple[int, int], *, blocks: bool
) -> None:
    random = Random(repr(size))  # noqa: S311  the same each time
    look = Look(blocks=blocks)
    async with open_app(
        "sigh", cycles=None, size=size, keys=["s"], look=look, app_class=PaintedApp
    ) as driver:
        for _ in range(20):
            await driver.forward(random.choice([0.07, 0.13, 0.5, 1]))
            if not random.randrange(8):
                await driver.press(random.choice(["space", "r", "s", "plus", "h"]))
            if driver.where == "ReadingScreen":
                await driver.press("q")
            drawn = seen(driver)
            await repaint(driver)
            assert seen(driver) == drawn


async def test_in_a_hold_hardly_anything_is_written() -> None:
    async with open_app("box", cycles=None, keys=["s"], app_class=PaintedApp) as driver:
        assert isinstance(driver.app, PaintedApp)
        await driver.forward(5)
        before = driver.app.painted
        for _ in range(9):
            await driver.forward(0.1)
        assert driver.app.painted == before
        await driver.forward(0.1)
        assert 0 < driver.app.painted - before < 400


async def test_the_screen_wakes_even_when_the_moment_to_wake_has_passed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with open_app("box", keys=["5", "enter"]) as driver:
        screen = driver.app.screen
        assert isinstance(screen, SessionScreen)
        asked: list[int] = []

        def long_past(_screen: SessionScreen) -> int | None:
            asked.append(driver.clock.ns)
            return driver.clock.ns - NS_PER_S if len(asked) < 5 else None

        monkeypatch.setattr(SessionScreen, "_next_change", long_past)
        await driver.wake()
        await driver.settle()
        assert len(asked) == 5
