"""People of one's own on the screen: added, changed, taken off, and named first."""

from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from calmcli.cli.fronts import support
from calmcli.paths import Places, find_places
from calmcli.people import read_people
from calmcli.support.telling import BY_KEY
from calmcli.words import people as said
from tui.driver import open_home

PEOPLE = ["y", "enter"]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places({"CALMCLI_HOME": str(tmp_path)})


async def test_someone_is_added_changed_and_taken_off(places: Places) -> None:
    async with open_home(places=places, keys=PEOPLE) as driver:
        await driver.press("enter", *"Aroha", "enter", *"027", "enter", "enter")
        assert said.ADDED["journal"].format(name="Aroha") in driver.words()
        await driver.press("home", "enter", "enter", "enter", *" 12", "enter", *"dog", "enter")
        assert [person for _, person in read_people(places).records] == [("Aroha", "027 12", "dog")]
        await driver.press("home", "enter", "down", "enter")
        assert said.REMOVED["journal"].format(name="Aroha") in driver.words()
        assert read_people(places).records == []
        await driver.press("q")
        assert driver.where == "HomeScreen"


async def test_they_are_named_first_where_help_now_is_shown(places: Places) -> None:
    async with open_home(places=places, keys=PEOPLE) as driver:
        driver.app.house = replace(driver.app.house, support=partial(support, places))
        await driver.press("enter", *"Aroha", "enter", *"027", "enter", "enter", "h")
        assert driver.words().startswith("Help now Your people: Aroha: 027 In a medical emergency")


async def test_help_now_names_the_lines_of_a_country_once_it_is_chosen(places: Places) -> None:
    async with open_home(places=places) as driver:
        driver.app.house = replace(driver.app.house, support=partial(support, places))
        await driver.press("h")
        assert BY_KEY.format(key="c") in driver.words()
        assert "calmcli" not in driver.words()
        await driver.press("c", "end", "enter")
        assert "A person to talk to (United States):" in driver.words()
        await driver.press("h")
        assert driver.where == "HelpScreen"
        await driver.press("q", "h")
        assert "(United States)" in driver.words()


@pytest.mark.parametrize(
    "keys", [["escape"], ["enter", "enter", "enter"], ["A", "enter", "escape"]]
)
async def test_a_question_that_is_left_or_no_name_keeps_nothing(
    keys: list[str], places: Places
) -> None:
    async with open_home(places=places, keys=[*PEOPLE, "enter", *keys]) as driver:
        assert driver.where == "PeopleScreen"
        assert read_people(places).records == []
