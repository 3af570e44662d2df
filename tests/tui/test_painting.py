"""What reaches the terminal bit by bit is what a full repaint would show."""

from collections.abc import Sequence
from random import Random
from typing import Any

import pyte
import pytest
from textual._compositor import CompositorUpdate
from textual.geometry import Region
from textual.screen import Screen

from calmcli.clock import NS_PER_S
from calmcli.player import Moment
from calmcli.tui.app import CalmApp
from calmcli.tui.look import Look
from calmcli.tui.sleep import Sleep
from calmcli.tui.widgets.cells import Run
from calmcli.tui.widgets.words import Words
from tui.driver import Driver, open_app

pytestmark = pytest.mark.usefixtures("painted")


class PaintedApp(CalmApp):
    """Writes every update to an emulated terminal as a real driver would."""

    terminal: pyte.Screen | None = None
    painted = 0
    alone = 0
    """Cells that were painted by themselves."""

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

    def paint_cells(self, runs: Sequence[Run]) -> bool:
        assert self.terminal is not None
        for x, y, ink, text in runs:
            written = f"\x1b[{y + 1};{x + 1}H\x1b[0;{ink}m{text}\x1b[0m"
            pyte.Stream(self.terminal).feed(written)
            self.painted += len(written)
            self.alone += len(text)
        return True


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


def row(driver: Driver, y: int) -> str:
    """A row of the emulated terminal."""
    return "".join(cell for cell, _, _ in seen(driver)[y])


async def repaint(driver: Driver) -> None:
    for widget in driver.app.screen.walk_children(with_self=True):
        widget.refresh(layout=True)
    driver.app.screen.refresh(layout=True)
    await driver.settle()


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (20, 5)])
@pytest.mark.parametrize("look", [Look(), Look(blocks=False), Look(colours=False)])
async def test_no_stale_cell_is_left_on_the_terminal(size: tuple[int, int], look: Look) -> None:
    random = Random(repr(size))  # noqa: S311  the same each time
    async with open_app(
        "sigh", cycles=None, size=size, keys=["s"], look=look, app_class=PaintedApp
    ) as driver:
        for _ in range(20):
            await driver.forward(random.choice([0.07, 0.13, 0.5, 1]))
            if not random.randrange(8):
                await driver.press(random.choice(["space", "r", "s", "plus", "h"]))
            if driver.where == "HelpScreen":
                await driver.press("q")
            drawn = seen(driver)
            await repaint(driver)
            assert seen(driver) == drawn


SAID = ["6", " 5", "10", "", "6 ", " ", "a\nb", "é", "(o)", "12:59"]
SAID += ["word " * 30, "w" * 70, "w" * 69, "w" * 10, "w" * 9, "w" * 55, "w" * 54, "w" * 53]


@pytest.mark.parametrize("look", [Look(), Look(colours=False)])
async def test_words_in_place_of_others_leave_nothing_of_them(look: Look) -> None:
    random = Random("said")  # noqa: S311  the same each time
    async with open_app("box", cycles=None, keys=["s"], look=look, app_class=PaintedApp) as driver:
        await driver.press("space")
        for name in ("cue", "count", "title", "ends", "left", "part"):
            place = driver.app.screen.query_one(f"#{name}", Words)
            for text in [*random.sample(SAID * 2, 2 * len(SAID)), "5", " 5", "12:59", "2:58"]:
                if len(text) <= 10 or name not in ("ends", "left"):  # a place of few columns
                    place.say(text)
                    x, y, width, _ = place.region
                    shown = place.render_lines(Region(0, 0, width, 1))[0].text
                    assert row(driver, y)[x : x + width] == shown, (name, text)
            await driver.settle()
            drawn = seen(driver)
            await repaint(driver)
            assert seen(driver) == drawn, name


async def test_a_second_of_the_count_is_painted_without_the_rest_of_its_row() -> None:
    async with open_app("box", cycles=None, keys=["s"], app_class=PaintedApp) as driver:
        assert isinstance(driver.app, PaintedApp)
        await driver.forward(5)
        before = driver.app.alone
        await driver.forward(1)
        assert 0 < driver.app.alone - before < 10


async def test_in_a_hold_hardly_anything_is_written() -> None:
    async with open_app("box", cycles=None, keys=["s"], app_class=PaintedApp) as driver:
        assert isinstance(driver.app, PaintedApp)
        await driver.forward(5)
        before = driver.app.painted
        for _ in range(9):
            await driver.forward(0.1)
        assert driver.app.painted == before
        await driver.forward(0.1)
        assert 0 < driver.app.painted - before < 120


async def test_a_second_of_the_count_is_painted_without_composing_the_screen(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with open_app("box", cycles=None, keys=["s"], app_class=PaintedApp) as driver:
        assert isinstance(driver.app, PaintedApp)
        await driver.forward(5)
        before, composed = driver.app.alone, list[str]()
        compose = Screen._compositor_refresh

        def counted(screen: Screen[object]) -> None:
            composed.append("again")
            compose(screen)

        monkeypatch.setattr(Screen, "_compositor_refresh", counted)
        await driver.forward(1)
        assert driver.app.alone > before
        assert composed == []


async def test_the_screen_wakes_even_when_the_moment_to_wake_has_passed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with open_app("box", keys=["5", "enter"]) as driver:
        asked: list[int] = []

        def long_past(_sleep: Sleep, _moment: Moment) -> int | None:
            asked.append(driver.clock.ns)
            return driver.clock.ns - NS_PER_S if len(asked) < 5 else None

        monkeypatch.setattr(Sleep, "next_change", long_past)
        await driver.wake()
        await driver.settle()
        assert len(asked) == 5


async def test_a_step_of_the_breath_paints_a_few_cells_and_nothing_else() -> None:
    async with open_app("long-out", cycles=None, keys=["s"], app_class=PaintedApp) as driver:
        app = driver.app
        assert isinstance(app, PaintedApp)
        await driver.forward(1.4)
        composed, alone = app.painted, app.alone
        steps = 0
        while driver.sitting.session.player.position_ms < 1950:
            before = app.alone
            await driver.forward(0.07)
            steps += app.alone > before
        assert steps > 5
        assert 0 < app.alone - alone <= 8 * steps
        assert app.painted - composed < 80 * (app.alone - alone)


async def test_under_a_notice_the_shape_is_painted_with_everything_else() -> None:
    async with open_app("long-out", cycles=None, keys=["s"], app_class=PaintedApp) as driver:
        assert isinstance(driver.app, PaintedApp)
        await driver.forward(1)
        driver.app.notify("something that lies over it")
        await driver.settle()
        before = driver.app.alone
        await driver.forward(0.5)
        assert driver.app.alone == before


async def test_behind_a_blank_screen_no_cell_of_the_shape_is_painted() -> None:
    async with open_app("long-out", cycles=None, keys=["s"], app_class=PaintedApp) as driver:
        assert isinstance(driver.app, PaintedApp)
        await driver.forward(1)
        await driver.press("b")
        before = driver.app.alone
        await driver.forward(2)
        assert driver.app.alone == before
        await driver.press("b")
        await driver.forward(1)
        assert driver.app.alone > before
