"""From the first question to the reply, by keyboard alone."""

import pytest

from tui.driver import Driver, open_app

pytestmark = pytest.mark.usefixtures("painted")


def ratings(driver: Driver) -> tuple[int | None, int | None]:
    return driver.entry.before, driver.entry.after


def ending(driver: Driver) -> tuple[str, float]:
    return driver.entry.ended, driver.entry.done_seconds


async def test_a_rating_a_breath_a_rating_and_a_reply() -> None:
    async with open_app("box", cycles=1) as driver:
        assert driver.where == "BeginningScreen"
        assert driver.kept == []

        await driver.press("7", "enter")
        assert driver.where == "SessionScreen"
        assert ratings(driver) == (7, None)
        assert ending(driver) == ("unfinished", 0.0)
        assert driver.entry.planned_seconds == 16.0

        await driver.forward(15)
        assert driver.where == "SessionScreen"
        ended, done_seconds = ending(driver)
        assert ended == "unfinished"
        assert done_seconds >= 10

        await driver.forward(1)
        assert driver.where == "RatingScreen"
        assert ending(driver) == ("completed", 16.0)
        assert ratings(driver) == (7, None)

        await driver.press("4", "enter")
        assert driver.where == "ReplyScreen"
        assert ratings(driver) == (7, 4)
        assert ending(driver) == ("completed", 16.0)

        await driver.press("enter")
        assert driver.is_gone
        assert driver.app.return_code == 0
        assert len({entry.id for entry in driver.kept}) == 1


async def test_both_ratings_can_be_skipped_and_are_then_unknown() -> None:
    async with open_app(keys=["s"]) as driver:
        assert driver.where == "SessionScreen"
        await driver.forward(16)
        await driver.press("s")
        assert driver.is_gone
        assert ratings(driver) == (None, None)
        assert driver.entry.ended == "completed"


async def test_zero_before_and_after_is_kept_as_zero() -> None:
    async with open_app(keys=["0", "enter"]) as driver:
        assert driver.entry.before == 0
        await driver.forward(16)
        await driver.press("0", "enter")
        assert ratings(driver) == (0, 0)
        assert driver.where == "ReplyScreen"


@pytest.mark.parametrize("leave", ["q", "escape"])
async def test_leaving_at_the_first_question_keeps_no_entry(leave: str) -> None:
    async with open_app(keys=["7", leave]) as driver:
        assert driver.is_gone
        assert driver.app.return_code == 0
        assert driver.kept == []


@pytest.mark.parametrize("leave", ["q", "escape"])
async def test_leaving_a_session_offers_the_rating_after_and_leaving_again_leaves(
    leave: str,
) -> None:
    async with open_app(keys=["7", "enter"]) as driver:
        await driver.forward(5)
        await driver.press(leave)
        assert driver.where == "RatingScreen"
        assert ending(driver) == ("stopped", 5.0)
        await driver.press(leave)
        assert driver.is_gone
        assert driver.app.return_code == 0
        assert ratings(driver) == (7, None)


async def test_a_session_that_was_left_can_still_be_rated() -> None:
    async with open_app(keys=["7", "enter", "q", "3", "enter"]) as driver:
        assert driver.where == "ReplyScreen"
        assert (driver.entry.ended, driver.entry.after) == ("stopped", 3)


async def test_an_open_ended_session_left_after_a_whole_breath_is_completed() -> None:
    async with open_app("pursed", cycles=None, keys=["s"]) as driver:
        await driver.forward(7)
        await driver.press("q")
        assert (driver.entry.ended, driver.entry.planned_seconds) == ("completed", None)


async def test_an_open_ended_session_left_in_its_first_breath_is_stopped() -> None:
    async with open_app("pursed", cycles=None, keys=["s"]) as driver:
        await driver.forward(5)
        await driver.press("q")
        assert driver.entry.ended == "stopped"


@pytest.mark.parametrize("leave", ["q", "escape", "space", "enter"])
async def test_any_way_out_of_the_reply_leaves(leave: str) -> None:
    async with open_app(keys=["7", "enter", "q", "7", "enter", leave]) as driver:
        assert driver.is_gone
        assert driver.app.return_code == 0


@pytest.mark.parametrize("keys", [["s", "h"], ["7", "enter", "question_mark"]])
async def test_help_asked_for_as_the_session_opens_holds_its_beginning(keys: list[str]) -> None:
    async with open_app() as driver:
        await driver.press_at_once(*keys)
        assert driver.where in ("HelpScreen", "ReadingScreen")
        await driver.forward(8)
        await driver.press("q")
        assert driver.where == "SessionScreen"
        assert (driver.shown("cue"), driver.shown("count")) == ("Breathe in", "4")
        assert driver.entry.done_seconds == 0


@pytest.mark.parametrize("leave", ["q", "escape"])
async def test_leaving_as_the_session_opens_comes_to_the_rating_after(leave: str) -> None:
    async with open_app() as driver:
        await driver.press_at_once("7", "enter", leave)
        await driver.forward(3)
        assert driver.where == "RatingScreen"
        assert ending(driver) == ("stopped", 0.0)


@pytest.mark.parametrize(
    ("keys", "screen", "ended"),
    [
        ([], "BeginningScreen", None),
        (["7"], "BeginningScreen", None),
        (["h"], "HelpScreen", None),
        (["7", "enter"], "SessionScreen", "stopped"),
        (["7", "enter", "space"], "SessionScreen", "stopped"),
        (["7", "enter", "h"], "HelpScreen", "stopped"),
        (["7", "enter", "?"], "ReadingScreen", "stopped"),
        (["7", "enter", "q"], "RatingScreen", "stopped"),
        (["7", "enter", "q", "h"], "HelpScreen", "stopped"),
        (["7", "enter", "q", "4", "enter"], "ReplyScreen", "stopped"),
        (["7", "enter", "q", "4", "enter", "?"], "ReadingScreen", "stopped"),
    ],
)
async def test_ctrl_c_ends_at_once_on_every_screen_and_keeps_what_was_told(
    keys: list[str], screen: str, ended: str | None
) -> None:
    async with open_app(keys=keys) as driver:
        assert driver.where == screen
        told = driver.kept[-1:]
        await driver.press("ctrl+c")
        assert driver.is_gone
        assert driver.app.return_code == 130
        assert [entry.ended for entry in driver.kept[-1:]] == ([ended] if ended else [])
        assert [(entry.before, entry.after) for entry in driver.kept[-1:]] == [
            (entry.before, entry.after) for entry in told
        ]


async def test_ctrl_c_after_the_last_breath_leaves_it_completed() -> None:
    async with open_app(keys=["7", "enter"]) as driver:
        await driver.forward(16)
        await driver.press("ctrl+c")
        assert driver.app.return_code == 130
        assert driver.entry.ended == "completed"
