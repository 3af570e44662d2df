"""The mouse does what a key does; nothing needs it."""

import pytest

from tui.driver import Driver, open_app, open_home


async def click(driver: Driver, words: str) -> None:
    """Click where these words stand."""
    y, row = next((y, row) for y, row in enumerate(driver.rows()) if words in row)
    await driver.click(row.index(words) + len(words) // 2, y)


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
@pytest.mark.parametrize("number", [0, 4, 9, 10])
async def test_a_click_on_a_number_of_the_scale_chooses_it(
    number: int, size: tuple[int, int]
) -> None:
    async with open_app(size=size) as driver:
        scale = driver.app.screen.query_one("Scale")
        row = "".join(driver.rows()[scale.region.y])
        at = row.index(str(number)) if number else row.index("0")
        await driver.click(at, scale.region.y)
        await driver.press("enter")
        assert driver.entry.before == number


async def test_a_click_beside_the_scale_chooses_nothing() -> None:
    async with open_app() as driver:
        scale = driver.app.screen.query_one("Scale").region
        for offset in ((scale.right + 3, scale.y), (scale.x, scale.bottom)):
            await driver.click(*offset)
        await driver.press("enter")
        assert driver.where == "BeginningScreen"


async def test_a_click_on_a_key_at_the_foot_does_what_the_key_does() -> None:
    async with open_app("box", cycles=None, keys=["s"]) as driver:
        await click(driver, "space pause")
        assert driver.session.player.state.name == "PAUSED"
        await click(driver, "r this part again")
        await click(driver, "h help now")
        assert driver.where == "HelpScreen"
        await click(driver, "q back")
        await click(driver, "q leave")
        assert driver.where == "RatingScreen"


async def test_where_keys_stand_without_their_words_each_can_be_clicked_too() -> None:
    async with open_app("box", cycles=None, keys=["s"], size=(20, 5)) as driver:
        foot = driver.rows()[-1]
        await driver.click(foot.rindex("?"), 4)
        assert driver.where == "ReadingScreen"


async def test_a_click_between_two_keys_does_nothing() -> None:
    async with open_home() as driver:
        y, foot = next((y, row) for y, row in enumerate(driver.rows()) if "? keys" in row)
        await driver.click(foot.index("    ?") + 1, y)
        assert driver.where == "HomeScreen"


async def test_b_and_n_are_there_where_rows_are_chosen() -> None:
    async with open_home() as driver:
        assert "minutes" in driver.words()
        await driver.press("n")
        assert "minutes" not in driver.words()
        assert "Long out-breath" in driver.words()
        await driver.press("b")
        assert driver.text().strip() == "$"
        await driver.press("x")
        assert driver.where == "HomeScreen"
        await driver.press("n")
        assert "minutes" in driver.words()
