"""Any keys in any order: no fault, and Ctrl+C always leaves."""

from pathlib import Path
from random import Random

import pytest

from calmcli.paths import find_places
from journals import keep, several
from tui.driver import Driver, open_app, open_home

pytestmark = pytest.mark.usefixtures("painted")

KEYS = [
    *"0123456789sqrhpn+-=?/.bgvx ",
    *("enter", "escape", "left", "right", "up", "down", "tab", "shift+tab", "home", "end"),
    *("pageup", "pagedown", "backspace", "delete", "f1", "f5", "ctrl+p", "ctrl+a", "ctrl+l"),
]
SCRIPTS = ["box", "pursed", "ramp", "four-seven-eight"]


async def press_at_random(driver: Driver, random: Random, presses: int) -> int:
    """Press keys until the app has gone or so many are pressed; how many were."""
    for pressed in range(presses):
        await driver.press(random.choice(KEYS))
        if driver.is_gone:
            return pressed + 1
        if not random.randrange(4):
            driver.clock.forward(random.choice([0.1, 1, 1, 1, 7, 3600]))
            await driver.wake()
        if not random.randrange(50):
            await driver.resize(random.randint(1, 100), random.randint(1, 30))
    return presses


@pytest.mark.parametrize("seed", range(3))
async def test_whatever_keys_are_pressed_nothing_breaks_and_ctrl_c_leaves(seed: int) -> None:
    random, left = Random(seed), 300  # noqa: S311  the same each time
    while left > 0:
        async with open_app(random.choice(SCRIPTS), cycles=random.choice([1, 2, 8])) as driver:
            left -= await press_at_random(driver, random, min(left, 120))
            if not driver.is_gone:
                await driver.press("ctrl+c")
                assert driver.app.return_code == 130
            assert driver.is_gone
            assert all(0 <= (entry.after or 0) <= 10 for entry in driver.kept)
            assert not driver.kept or driver.entry.ended != "unfinished"


async def test_whatever_keys_are_pressed_at_home_nothing_breaks_and_ctrl_c_leaves(
    tmp_path: Path,
) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    keep(places, several())
    random, left = Random("home"), 250  # noqa: S311  the same each time
    while left > 0:
        async with open_home(places=places) as driver:
            left -= await press_at_random(driver, random, min(left, 120))
            if not driver.is_gone:
                await driver.press("ctrl+c")
                assert driver.app.return_code == 130
            assert driver.is_gone
