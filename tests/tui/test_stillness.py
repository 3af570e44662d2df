"""Words and a count, for whoever is better off without motion."""

import re
from itertools import pairwise

import pytest

from calmcli.tui.look import Look
from calmcli.tui.screens.session import SessionScreen
from tui.driver import Driver, open_app

BEGIN = ["s"]


def next_change(driver: Driver) -> int:
    """When the screen means to wake next."""
    screen = driver.app.screen
    assert isinstance(screen, SessionScreen)
    assert screen._sleep is not None
    return screen._sleep.due_ns or 0


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (20, 5), (200, 60)])
async def test_a_still_screen_has_words_and_a_count_and_nothing_that_moves(
    size: tuple[int, int],
) -> None:
    async with open_app("box", cycles=None, keys=BEGIN, size=size, look=Look(still=True)) as driver:
        await driver.forward(1.5)
        assert (driver.shown("cue"), driver.shown("count")) == ("Breathe in", "3")
        assert driver.shown("shape") == driver.shown("bar") == ""
        assert not re.search("[⠀-⣿▀-▟]", driver.text())


@pytest.mark.parametrize("script", ["box", "even-slower", "sigh", "long-out"])
async def test_a_still_screen_changes_once_a_second_at_most(script: str) -> None:
    async with open_app(script, cycles=2, keys=BEGIN, look=Look(still=True)) as driver:
        changes, shown, due = [0], driver.text(), next_change(driver)
        for tenth in range(1, 200):
            driver.clock.forward(0.1)
            if driver.clock.ns < due:
                continue
            await driver.wake()
            if driver.where != "SessionScreen":
                break
            due = next_change(driver)
            if driver.text() != shown:
                changes.append(tenth)
                shown = driver.text()
        assert len(changes) > 10
        assert min(later - sooner for sooner, later in pairwise(changes)) >= 10
