"""The profile on its screen."""

from pathlib import Path

from calmcli.paths import find_places
from calmcli.profile import ITEMS
from calmcli.shelves import read_profile
from calmcli.words.cautions import QUESTIONS
from tui.driver import open_home

TO_PROFILE = ["slash", *"profile", "enter"]


async def test_an_answer_is_kept_the_moment_it_is_given_and_can_be_open_again(
    tmp_path: Path,
) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    async with open_home(places=places, keys=TO_PROFILE) as driver:
        assert driver.where == "ProfileScreen"
        await driver.press("enter")
        assert read_profile(places).heart is True
        await driver.press("down", "n")
        assert read_profile(places).pregnancy is False
        assert "Kept, on this machine only." in driver.words()
        await driver.press("o", "up", "o")
        assert read_profile(places).is_empty


async def test_where_nothing_can_be_kept_it_says_so() -> None:
    async with open_home(keys=[*TO_PROFILE, "y"]) as driver:
        assert "Not kept: nothing could be written here." in driver.words()


async def test_a_question_stands_below_the_list_only_where_the_list_cuts_it() -> None:
    async with open_home(keys=TO_PROFILE) as driver:
        assert driver.shown("question-whole") == ""
        flashbacks = list(ITEMS).index("flashbacks")
        await driver.press(*["down"] * flashbacks)
        assert driver.shown("question-whole") == QUESTIONS["flashbacks"]
        await driver.press("down")
        assert driver.shown("question-whole") == ""
        await driver.resize(40, 15)
        assert driver.shown("question-whole") == QUESTIONS[list(ITEMS)[flashbacks + 1]]
