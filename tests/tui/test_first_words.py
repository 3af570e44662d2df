"""The app draws the first words where they already are."""

from itertools import product

import pytest

from calmcli.course import Plan
from calmcli.first import CUE, placed
from calmcli.player import State
from calmcli.words.session import ASK_BEFORE
from sittings import plan_for
from tui.driver import open_app

COLUMNS = (20, 21, 33, 34, 41, 47, 48, 80, 200)
ROWS = (4, 5, 12, 13, 14, 17, 18, 23, 24, 60)
PLANS = {
    CUE: plan_for("long-out", ask_before=False),
    ASK_BEFORE: plan_for("long-out"),
}


@pytest.mark.parametrize(("words", "plan"), PLANS.items())
async def test_they_are_in_the_same_place_at_every_size(words: str, plan: Plan) -> None:
    async with open_app(plan=plan) as driver:
        for columns, rows in product(COLUMNS, ROWS):
            await driver.resize(columns, rows)
            lines = placed(words, columns, rows)
            assert " ".join(line for _, _, line in lines) == words
            for row, column, line in lines:
                drawn = driver.rows()[row]
                assert drawn[column : column + len(line)] == line, (columns, rows)
                assert not drawn[:column].strip(), (columns, rows)


@pytest.mark.parametrize(("columns", "rows"), [(19, 24), (80, 3), (0, 0)])
def test_where_room_is_short_there_are_none(columns: int, rows: int) -> None:
    assert placed(CUE, columns, rows) == placed(ASK_BEFORE, columns, rows) == []


@pytest.mark.parametrize("seconds", [0.15, 3.25])
async def test_the_clock_began_with_them(seconds: float) -> None:
    plan = plan_for("long-out", ask_before=False)
    async with open_app(plan=plan, shown_for_s=seconds) as driver:
        player = driver.sitting.session.player
        assert player.position_ms == seconds * 1000
        assert player.state is State.PLAYING
        await driver.forward(4 - seconds)
        assert driver.shown("cue") == "Breathe out"


async def test_where_loading_took_longer_than_the_cue_the_next_one_comes_at_once() -> None:
    async with open_app(plan=plan_for("long-out", ask_before=False), shown_for_s=5) as driver:
        assert driver.shown("cue") == "Breathe out"
        assert driver.shown("count") == "5"
