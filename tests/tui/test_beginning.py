"""What is inside, what is kinder, and another script, on the screen of the first rating."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from calmcli.paths import Places, find_places
from calmcli.profile import Profile
from calmcli.settings import Ask, Settings
from calmcli.shelves import keep_profile, read_favourites
from calmcli.tui.app import CalmApp
from calmcli.tui.look import Look
from calmcli.tui.screens.rating import RatingScreen
from calmcli.words import cautions
from calmcli.words import inside as said
from sittings import Sitting, plan_for
from tui.driver import Driver, running

USUAL = Settings()
QUIET = Settings(ask=Ask(inside=False))


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places({"CALMCLI_HOME": str(tmp_path)})


@asynccontextmanager
async def at_the_beginning(
    script: str,
    places: Places | None = None,
    size: tuple[int, int] = (80, 24),
    settings: Settings = USUAL,
) -> AsyncIterator[Driver]:
    sitting = Sitting(plan_for(script))
    house = replace(sitting.house(places=places), settings=lambda: settings)
    app = CalmApp(house, look=Look(), session=sitting.session)
    async with running(app, sitting, size) as driver:
        yield driver


async def test_what_is_inside_stands_below_the_scale() -> None:
    async with at_the_beginning("pmr-7") as driver:
        assert "tensing with half effort" in driver.words()
        assert "With: hand, forearm" in driver.words()


async def test_who_does_not_wish_it_is_not_told() -> None:
    async with at_the_beginning("pmr-7", settings=QUIET) as driver:
        assert "tensing with half effort" not in driver.words()
        assert "Seven areas" in driver.words()


async def test_with_a_set_end_the_breaths_that_still_fit_are_counted_while_someone_thinks() -> None:
    until = Sitting(plan_for()).clock.local() + timedelta(seconds=100)
    sitting = Sitting(plan_for("long-out", until=until))
    app = CalmApp(sitting.house(), look=Look(), session=sitting.session)
    async with running(app, sitting, (80, 24)) as driver:
        ends = f"ends {until:%H:%M}"
        assert ends in driver.words()
        assert "10 breaths" in driver.words()
        driver.clock.forward(40)
        screen = app.screen
        assert isinstance(screen, RatingScreen)
        screen._refresh_about()
        await driver.settle()
        assert ends in driver.words()
        assert "6 breaths" in driver.words()
        await driver.press("s")
        assert driver.shown("ends") == ends
        assert driver.shown("part") == "breath 1 of 6"


async def test_who_had_better_leave_it_out_stands_below_the_scale_of_the_one_taken() -> None:
    for settings in (USUAL, QUIET):
        async with at_the_beginning("box", settings=settings) as driver:
            assert "Better left out with heart" in driver.words()
            await driver.press("slash", "home", "enter")
            assert "Long out-breath" in driver.words()
            assert "Better left out" not in driver.words()


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (30, 12)])
async def test_it_is_there_in_whole_on_small_screens_too(size: tuple[int, int]) -> None:
    async with at_the_beginning("applied-tension", size=size) as driver:
        assert " ".join(driver.words().split()).count("a hernia or glaucoma.") == 1


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_without_a_rating_it_stands_by_the_first_part_and_goes_with_it(
    size: tuple[int, int],
) -> None:
    sitting = Sitting(plan_for("leg-tension", ask_before=False))
    app = CalmApp(sitting.house(), look=Look(), session=sitting.session)
    async with running(app, sitting, size) as driver:
        assert driver.where == "SessionScreen"
        assert "a hernia or glaucoma." in " ".join(driver.words().split())
        await driver.forward(11)
        assert "Better left out" not in driver.words()


async def test_one_key_takes_the_kinder_one(places: Places) -> None:
    keep_profile(places, Profile(heart=True))
    async with at_the_beginning("box", places) as driver:
        kinder = cautions.kinder("Long out-breath", "breathing", ["breath_hold"])
        assert kinder in driver.words()
        await driver.press("k")
        assert "Long out-breath" in driver.words()
        assert kinder not in driver.words()
        await driver.press("k", "7", "enter")
        assert driver.entry.script == "long-out"
        assert driver.entry.before == 7


async def test_where_nothing_is_kinder_its_key_is_not_named() -> None:
    async with at_the_beginning("box") as driver:
        assert said.KINDER_HERE not in driver.words()
        await driver.press("k", "7", "enter")
        assert driver.entry.script == "box"


async def test_another_script_is_chosen_in_a_list() -> None:
    async with at_the_beginning("box") as driver:
        await driver.press("slash")
        assert driver.where == "PickingScreen"
        await driver.press("home", "down", "enter")
        assert driver.where == "BeginningScreen"
        assert "Even breath" in driver.words()
        await driver.press("5", "enter")
        assert driver.entry.script == "even"


@pytest.mark.parametrize("back", ["q", "escape"])
async def test_the_list_can_be_left_as_it_came(back: str) -> None:
    async with at_the_beginning("box") as driver:
        await driver.press("slash", "down", back, "5", "enter")
        assert driver.entry.script == "box"


async def test_a_favourite_is_marked_in_the_list(places: Places) -> None:
    async with at_the_beginning("box", places) as driver:
        await driver.press("slash", "f")
        assert said.FAVOURITE in driver.words()
        assert read_favourites(places) == {"box"}
        await driver.press("f")
        assert read_favourites(places) == frozenset()


async def test_the_rating_after_has_no_script_to_choose() -> None:
    async with at_the_beginning("box") as driver:
        await driver.press("5", "enter", "q", "slash", "k")
        assert driver.where == "RatingScreen"
