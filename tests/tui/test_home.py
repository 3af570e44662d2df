"""Home, by keyboard alone."""

from calmcli.tui.look import Look
from tui.driver import open_home


async def test_enter_begins_the_usual_exercise_and_leaving_it_comes_back_home() -> None:
    async with open_home() as driver:
        assert driver.where == "HomeScreen"
        await driver.press("enter")
        assert driver.where == "RatingScreen"
        assert "Long out-breath" in driver.words()
        await driver.press("7", "enter")
        assert driver.where == "SessionScreen"
        await driver.press("q", "4", "enter")
        assert driver.where == "ReplyScreen"
        await driver.press("enter")
        assert driver.where == "HomeScreen"
        assert (driver.entry.before, driver.entry.after) == (7, 4)
        await driver.press("q")
        assert driver.app.return_code == 0


async def test_one_session_after_another_each_with_an_entry_of_its_own() -> None:
    async with open_home() as driver:
        for _ in range(3):
            await driver.press("enter", "s", "q", "s")
            assert driver.where == "HomeScreen"
        assert len({entry.id for entry in driver.kept}) == 3


async def test_a_rating_that_is_left_leads_back_home_with_nothing_kept() -> None:
    async with open_home() as driver:
        await driver.press("enter", "q")
        assert driver.where == "HomeScreen"
        assert driver.kept == []


async def test_the_first_letter_finds_a_kind_and_enter_begins_it() -> None:
    async with open_home() as driver:
        await driver.press("m", "enter", "s")
        assert driver.session.kind == "relaxation"
        await driver.press("q", "s")
        assert "▸ Muscles" in driver.text()


async def test_ctrl_c_in_a_session_begun_at_home_ends_everything_with_it_kept() -> None:
    async with open_home() as driver:
        await driver.press("enter", "7", "enter")
        await driver.forward(5)
        await driver.press("ctrl+c")
        assert driver.app.return_code == 130
        assert (driver.entry.before, driver.entry.ended) == (7, "stopped")


async def test_help_now_is_one_key_and_one_row_away() -> None:
    async with open_home() as driver:
        await driver.press("h")
        assert "call 112" in driver.words()
        await driver.press("q", "end", "enter")
        assert "call 112" in driver.words()
        await driver.press("q")
        assert driver.where == "HomeScreen"


async def test_without_block_characters_home_is_plain_ascii() -> None:
    async with open_home(look=Look(blocks=False)) as driver:
        assert driver.text().isascii()
        assert "> Long out-breath" in driver.text()
