"""The settings screen writes what the command writes, and says why where it cannot."""

from pathlib import Path

import pytest

from calmcli.paths import Places, find_places
from calmcli.settings import read_settings
from calmcli.settings.keys import meaning_of, setting_keys
from tui.driver import Driver, open_home


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places({"CALMCLI_HOME": str(tmp_path)})


def at_settings(places: Places, **more: object):  # type: ignore[no-untyped-def]
    return open_home(
        places=places,
        settings=lambda: read_settings(places.settings).settings,
        keys=["s", "enter"],
        **more,  # type: ignore[arg-type]
    )


async def go_to(driver: Driver, key: str) -> None:
    await driver.press("home", *["down"] * setting_keys().index(key))
    assert meaning_of(key) in driver.words()


async def test_every_setting_there_is_stands_in_the_list_with_what_it_is_for(
    places: Places,
) -> None:
    async with at_settings(places, size=(80, 60)) as driver:
        assert driver.where == "SettingsScreen"
        await driver.press("home")
        for key in setting_keys():
            assert key in driver.text()
            assert meaning_of(key) in driver.words()
            await driver.press("down")


async def test_enter_turns_a_yes_into_a_no_and_it_is_in_the_file_at_once(places: Places) -> None:
    async with at_settings(places) as driver:
        await go_to(driver, "ask.before")
        await driver.press("enter")
        assert places.settings.read_text() == "[ask]\nbefore = false\n"
        await driver.press("enter")
        assert "before = true" in places.settings.read_text()


async def test_a_theme_is_chosen_by_name_and_seen_at_once(places: Places) -> None:
    async with at_settings(places) as driver:
        await go_to(driver, "look.theme")
        await driver.press("enter", "l", "enter")
        assert driver.app.theme == "light"
        assert places.settings.read_text() == '[look]\ntheme = "light"\n'
        await driver.press("enter", "end", "enter")
        assert driver.app.theme == "dark"
        assert places.settings.read_text().strip() in ("", "[look]")


async def test_a_number_that_cannot_be_is_asked_for_again_with_what_it_takes(
    places: Places,
) -> None:
    async with at_settings(places) as driver:
        await go_to(driver, "breathing.minutes")
        await driver.press("enter", *"99", "enter")
        assert driver.where == "TypingScreen"
        assert "'breathing.minutes' needs a number from 0.5 to 60, not '99'" in driver.words()
        assert not places.settings.exists()
        await driver.press("backspace", "backspace", "4", "enter")
        assert driver.where == "SettingsScreen"
        assert "minutes = 4" in places.settings.read_text()
        await driver.press("enter", "backspace", "enter")
        assert "minutes" not in places.settings.read_text()


async def test_escape_leaves_everything_as_it_was(places: Places) -> None:
    async with at_settings(places) as driver:
        await go_to(driver, "skip.always")
        await driver.press("enter", *"neck", "escape")
        await go_to(driver, "look.theme")
        await driver.press("enter", "down", "escape", "q")
        assert driver.where == "HomeScreen"
        assert not places.settings.exists()


async def test_a_file_that_cannot_be_read_is_left_as_it_is_and_it_says_so(places: Places) -> None:
    places.settings.write_text("this is not TOML\n")
    async with at_settings(places) as driver:
        await driver.press("end", "up", "enter")
        assert "nothing was changed" in driver.words()
        assert places.settings.read_text() == "this is not TOML\n"


async def test_where_nothing_can_be_kept_it_says_so() -> None:
    async with open_home(keys=["s", "enter", "end", "up", "enter"]) as driver:
        assert "Nothing can be kept here" in driver.words()
