"""Tapping along with the breath on the whole screen, and staying at a pace."""

from typing import TYPE_CHECKING, cast

import pytest
from msgspec.structs import replace

from calmcli.words import looks
from calmcli.words import pace as said
from sittings import NOBODYS_SCRIPTS, breaths, plan_for
from tui.driver import Driver, open_app

if TYPE_CHECKING:
    from calmcli.tui.screens.tapping import TappingScreen

MINE = replace(
    plan_for("long-out", length=breaths(9), ask_before=False, ask_after=False),
    own_pace_else=NOBODYS_SCRIPTS.find("ramp"),
)


async def tap(driver: Driver, every: float = 1.5, times: int = 15) -> None:
    for number in range(times):
        await driver.press("space")
        if number < times - 1:
            driver.clock.forward(every)


async def wait(driver: Driver, seconds: float) -> None:
    """Let time pass on the tapping screen, which looks at the clock now and then."""
    driver.clock.forward(seconds)
    cast("TappingScreen", driver.app.screen).look()
    await driver.settle()


async def test_the_session_begins_at_the_pace_that_was_tapped() -> None:
    async with open_app(plan=MINE) as driver:
        assert driver.where == "TappingScreen"
        await tap(driver)
        assert driver.where == "SessionScreen"
        assert said.FOUND in driver.words()
        assert driver.session.player.timeline.part_ms(0) == 3000
        await driver.forward(3)
        assert driver.session.player.where().cue.part == 1


async def test_without_a_tap_the_gentle_breath_begins() -> None:
    async with open_app(plan=MINE) as driver:
        await wait(driver, 20)
        assert driver.where == "SessionScreen"
        assert said.NOT_FOUND in driver.words()
        assert "Slowly longer" in driver.words()
        assert driver.entry.script == "ramp"


async def test_one_key_goes_on_without_and_another_leaves() -> None:
    async with open_app(plan=MINE, keys=["s"]) as driver:
        assert driver.where == "SessionScreen"
        assert driver.entry.script == "ramp"
    async with open_app(plan=MINE, keys=["q"]) as driver:
        assert driver.is_gone
        assert driver.entry.ended == "stopped"


async def test_help_in_between_begins_the_tapping_anew() -> None:
    async with open_app(plan=MINE) as driver:
        await tap(driver, times=5)
        await driver.press("h", "q")
        assert driver.where == "TappingScreen"
        await tap(driver, every=2, times=11)
        assert driver.session.player.timeline.part_ms(0) == 4000


async def test_in_the_middle_it_is_one_key_and_another_stays_there() -> None:
    plan = plan_for("long-out", ask_before=False, ask_after=False)
    async with open_app(plan=plan) as driver:
        await driver.forward(12)
        await driver.press("m")
        assert driver.where == "TappingScreen"
        await tap(driver)
        assert driver.session.player.where().cue.words == "Breathe in"
        await driver.forward(8)
        await driver.press("=")
        assert looks.PACE_KEPT in driver.words()
        here = driver.session.player.where().cue.part
        timeline = driver.session.player.timeline
        index = timeline.index_at(driver.session.player.position_ms)
        later = timeline.index_at(timeline.length_ms - 1) if timeline.length_ms else index
        assert timeline.part_ms(later) == timeline.part_ms(index)
        assert here > 0


async def test_no_pace_in_the_middle_and_it_goes_on_as_it_was() -> None:
    plan = plan_for("long-out", ask_before=False, ask_after=False)
    async with open_app(plan=plan) as driver:
        await driver.forward(5)
        await driver.press("m", "s")
        assert said.UNCHANGED in driver.words()
        assert driver.session.player.where().cue.words == "Breathe out"


@pytest.mark.parametrize("key", ["m", "="])
async def test_what_is_no_breath_has_no_pace_of_its_own(key: str) -> None:
    async with open_app(plan=plan_for("facts", ask_before=False)) as driver:
        await driver.press(key)
        assert driver.where == "SessionScreen"
        assert looks.PACE_KEPT not in driver.words()
