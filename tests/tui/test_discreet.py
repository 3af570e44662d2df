"""A few rows among others: everything fits, and every place is counted from the first of them."""

from typing import Any

import pyte
import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmcli.tui.discreet import DiscreetDriver
from calmcli.tui.look import Look, discreet
from calmcli.tui.shapes import SHAPES
from tui.driver import open_app

ROWS = 3
KINDS = ["long-out", "pmr-7", "steady-place", "five-senses"]


@pytest.mark.parametrize("width", [80, 40, 20])
@pytest.mark.parametrize("script", KINDS)
async def test_the_cue_can_be_read_and_it_can_be_left(script: str, width: int) -> None:
    look = discreet(Look())
    async with open_app(script, cycles=None, size=(width, ROWS), look=look, keys=["s"]) as driver:
        while driver.where == "AskingScreen":
            await driver.press("enter")
        cue = driver.session.player.where().cue.words
        assert cue.split()[0] in driver.words()
        assert "q" in driver.words().split() or width < 34
        await driver.press("q")
        assert "And now?" in driver.words()
        assert "10" in driver.words()


@pytest.mark.parametrize("shape", SHAPES)
async def test_whatever_the_shape_there_is_a_bar(shape: str) -> None:
    look = discreet(Look(shape=shape))
    async with open_app("box", size=(80, ROWS), look=look, keys=["9", "enter"]) as driver:
        await driver.forward(2)
        assert driver.shown("cue") == "Breathe in"
        assert "█" in "".join(driver.region("bar"))
        assert driver.shown("left") == "0:14 left"
        assert driver.shown("aside") == "h: a person"
        await driver.press("space")
        assert driver.shown("aside") == "paused"


places = st.tuples(st.integers(1, ROWS), st.integers(1, 60))
writes = st.lists(st.tuples(places, st.text("abc", min_size=1, max_size=5)), max_size=6)


@given(st.lists(writes, max_size=5), st.integers(0, 20))
def test_what_is_written_stands_where_it_would_on_a_whole_screen(
    drawn: list[list[tuple[tuple[int, int], str]]], above: int
) -> None:
    driver = DiscreetDriver.__new__(DiscreetDriver)
    size: Any = lambda: (80, ROWS)  # noqa: E731
    driver._get_terminal_size = size  # type: ignore[method-assign]
    whole, under = pyte.Screen(80, ROWS), pyte.Screen(80, 24)
    on_whole, on_under = pyte.Stream(whole), pyte.Stream(under)
    on_under.feed("x\r\n" * above + driver._room())
    for write in drawn:
        data = "\n".join(f"\x1b[{y};{x}H{text}" for (y, x), text in write)
        on_whole.feed(data.replace("\n", ""))
        on_under.feed(driver._relative(data))
        top = under.cursor.y
        assert under.cursor.x == 0 or not write
        assert under.display[top : top + ROWS] == whole.display
    assert under.display[:above] == ["x".ljust(80)] * above
