"""Each screen as a person sees it, at four sizes."""

from pathlib import Path

import pytest

from calmcli.paths import find_places
from calmcli.settings.keys import setting_keys
from calmcli.tui.look import Look
from journals import keep, several
from tui.driver import open_app, open_home
from tui.pictures import check_picture

SIZES = [(80, 24), (40, 15), (20, 5), (200, 60)]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_screens_look_as_they_were_last_looked_at(size: tuple[int, int]) -> None:
    place = f"{size[0]}x{size[1]}"
    async with open_app("long-out", cycles=None, size=size) as driver:
        check_picture(driver, f"{place}-rating")
        await driver.press("7")
        check_picture(driver, f"{place}-rating-7")
        await driver.press("h")
        check_picture(driver, f"{place}-help")
        await driver.press("q", "enter")
        await driver.forward(46)
        check_picture(driver, f"{place}-session")
        await driver.press("space")
        check_picture(driver, f"{place}-paused")
        await driver.press("question_mark")
        check_picture(driver, f"{place}-keys")
        await driver.press("q", "q")
        check_picture(driver, f"{place}-after")
        await driver.press("7", "enter")
        check_picture(driver, f"{place}-reply")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_very_hard_moment_looks_as_it_was_last_looked_at(size: tuple[int, int]) -> None:
    place = f"{size[0]}x{size[1]}"
    async with open_app("pursed", cycles=None, size=size, keys=["9", "enter"]) as driver:
        await driver.forward(5)
        check_picture(driver, f"{place}-session-at-9")
        driver.clock.forward(3600)
        await driver.wake()
        check_picture(driver, f"{place}-away")
        await driver.press("q", "1", "0", "enter")
        check_picture(driver, f"{place}-reply-at-10")


async def test_without_block_characters_everything_is_plain_ascii() -> None:
    async with open_app("box", cycles=None, look=Look(blocks=False)) as driver:
        await driver.press("7")
        check_picture(driver, "ascii-rating-7")
        await driver.press("enter")
        await driver.forward(3)
        assert driver.text().isascii()
        check_picture(driver, "ascii-session")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_home_looks_as_it_was_last_looked_at(size: tuple[int, int]) -> None:
    place = f"{size[0]}x{size[1]}"
    async with open_home(size=size) as driver:
        check_picture(driver, f"{place}-home")
        await driver.press("slash")
        check_picture(driver, f"{place}-find")
        await driver.press(*"pm")
        check_picture(driver, f"{place}-found")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_settings_look_as_they_were_last_looked_at(size: tuple[int, int]) -> None:
    place = f"{size[0]}x{size[1]}"
    async with open_home(size=size, keys=["s", "enter"]) as driver:
        check_picture(driver, f"{place}-settings")
        await driver.press("down", "enter")
        check_picture(driver, f"{place}-setting-typed")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_choice_of_values_looks_as_it_was_last_looked_at(size: tuple[int, int]) -> None:
    place = f"{size[0]}x{size[1]}"
    at = setting_keys().index("look.theme")
    async with open_home(size=size, keys=["s", "enter", *["down"] * at, "enter"]) as driver:
        check_picture(driver, f"{place}-setting-values")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_journal_looks_as_it_was_last_looked_at(
    size: tuple[int, int], tmp_path: Path
) -> None:
    place = f"{size[0]}x{size[1]}"
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    keep(places, several())
    async with open_home(size=size, places=places, keys=["j", "enter", "down"]) as driver:
        check_picture(driver, f"{place}-journal")
        await driver.press("e")
        check_picture(driver, f"{place}-note")
        await driver.press("escape", "m")
        check_picture(driver, f"{place}-medians")
        await driver.press("q", "d")
        check_picture(driver, f"{place}-journal-deleted")


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_profile_looks_as_it_was_last_looked_at(
    size: tuple[int, int], tmp_path: Path
) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    keys = ["slash", *"profile", "enter", "down", "y"]
    async with open_home(size=size, places=places, keys=keys) as driver:
        check_picture(driver, f"{size[0]}x{size[1]}-profile")
