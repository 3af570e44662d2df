"""Choosing a number: nothing is chosen beforehand, and 0 is a rating."""

import pytest

from calmcli.words import session as words
from tui.driver import open_app


@pytest.mark.parametrize(
    ("keys", "rating"),
    [
        (["1", "0"], 10),
        (["1", "0", "0"], 0),
        (["1", "0", "1"], 1),
        (["1", "1", "0"], 10),
        (["1", "2", "0"], 0),
        (["1", "right", "left", "0"], 0),
        (["2", "left", "0"], 0),
        (["7", "3"], 3),
        (["right"], 0),
        (["up"], 0),
        (["left"], 10),
        (["down"], 10),
        (["right", "right", "right"], 2),
        (["left", "left"], 9),
        (["0", "left"], 0),
        (["1", "0", "right"], 10),
        (["5", "right"], 6),
        (["5", "up"], 6),
        (["5", "left"], 4),
        (["5", "down"], 4),
    ],
)
async def test_keys_choose_a_number(keys: list[str], rating: int) -> None:
    async with open_app(keys=[*keys, "enter"]) as driver:
        assert driver.where == "SessionScreen"
        assert driver.entry.before == rating


async def test_nothing_is_chosen_at_first_and_enter_then_does_nothing() -> None:
    async with open_app(keys=["enter", "enter"]) as driver:
        assert driver.where == "BeginningScreen"
        assert driver.kept == []
        assert driver.shown("band") == ""


async def test_enter_is_named_once_there_is_a_number_to_go_on_with() -> None:
    async with open_app() as driver:
        assert "0 to 10 choose" in driver.words()
        assert "Enter" not in driver.words()
        await driver.press("0")
        assert "0 to 10 choose" not in driver.words()
        assert "Enter go on" in driver.words()


async def test_nothing_is_chosen_at_first_after_the_session_either() -> None:
    async with open_app(keys=["7", "enter", "q", "enter"]) as driver:
        assert driver.where == "RatingScreen"
        assert driver.shown("band") == ""
        assert driver.entry.after is None


async def test_other_keys_choose_nothing() -> None:
    others = ["x", "tab", "backspace", "f1", "plus", "delete", "full_stop", "home"]
    async with open_app(keys=[*others, "enter"]) as driver:
        assert driver.where == "BeginningScreen"
        assert driver.shown("band") == ""


async def test_a_chosen_number_can_still_be_skipped() -> None:
    async with open_app(keys=["7", "s"]) as driver:
        assert driver.where == "SessionScreen"
        assert driver.entry.before is None


async def test_help_and_the_keys_leave_the_choice_as_it_was() -> None:
    async with open_app(keys=["7", "h", "q", "?", "q", "enter"]) as driver:
        assert driver.entry.before == 7


async def test_each_number_is_marked_and_told_in_words() -> None:
    async with open_app() as driver:
        for rating in range(11):
            await driver.press(*str(rating))
            assert driver.shown("band") == words.BANDS[rating]
            rows = driver.rows()
            numbers = next(row for row in rows if row.strip().startswith("0 ") and "10" in row)
            marks = rows[rows.index(numbers) + 1]
            start = marks.index("▔")
            assert numbers[start : start + len(marks.strip())] == str(rating)


async def test_what_is_about_to_begin_is_told_with_its_end_as_time_passes() -> None:
    async with open_app("long-out", cycles=None) as driver:
        assert "Long out-breath 5 minutes, ends 14:27" in driver.words()
        driver.clock.forward(61)
        driver.app.screen._refresh_about()  # type: ignore[attr-defined]
        await driver.settle()
        assert "5 minutes, ends 14:28" in driver.words()
