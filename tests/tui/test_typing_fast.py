"""Keys that come faster than screens do: what was typed stays in its order."""

import pytest
from textual.widgets import Input

from tui.driver import open_home

WORD = "forget"


@pytest.mark.parametrize("rounds", range(6))
async def test_what_is_typed_while_a_screen_opens_stays_in_its_order(rounds: int) -> None:
    found = []
    async with open_home() as driver:
        for more in range(12):
            await driver.press_in_haste("/", rounds)
            await driver.press_in_haste(WORD[:2], more)
            await driver.press_at_once(*WORD[2:])
            found.append(driver.app.screen.query_one(Input).value)
            await driver.press("escape")
    assert set(found) == {WORD}
