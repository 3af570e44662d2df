"""Hidden numbers, a blank screen, and what is said when the pace changes."""

import re

import pytest

from calmcli.tui.look import Look
from calmcli.words import looks
from calmcli.words import session as words
from tui.driver import open_app

BEGIN = ["s"]


async def test_n_hides_every_number_of_a_session_and_moves_nothing() -> None:
    async with open_app("long-out", cycles=None, keys=["7", "enter"]) as driver:
        await driver.forward(3)
        before = driver.rows()
        await driver.press("n")
        assert not re.search("[0-9]", driver.text())
        assert driver.shown("cue") == "Breathe in"
        for was, now in zip(before, driver.rows(), strict=True):
            assert all(b in (a, " ") for a, b in zip(was, now, strict=True))
        await driver.press("n")
        assert driver.rows() == before


async def test_hidden_numbers_stay_hidden_from_the_rating_to_the_reply() -> None:
    async with open_app("long-out", cycles=None, keys=["n"]) as driver:
        assert "minutes" not in driver.words()
        assert "10" in driver.words()
        await driver.press("7", "enter", "q", "4", "enter")
        assert words.reply(7, 4, numbers=False)[0] in driver.words()
        assert not re.search("[0-9]", driver.text())
        await driver.press("n")
        assert words.reply(7, 4)[0] in driver.words()


async def test_numbers_can_be_hidden_for_good() -> None:
    async with open_app(keys=BEGIN, look=Look(numbers=False)) as driver:
        assert not re.search("[0-9]", driver.text())


@pytest.mark.parametrize(
    "keys", [[], ["s"], ["s", "h"], ["s", "q"], ["7", "enter", "q", "7", "enter"]]
)
@pytest.mark.parametrize("back", ["b", "q", "space", "x", "escape", "enter", "7"])
async def test_b_blanks_the_screen_and_any_key_brings_it_back_and_does_nothing_else(
    keys: list[str], back: str
) -> None:
    async with open_app("box", cycles=None, keys=keys) as driver:
        there, shown = driver.where, driver.text()
        await driver.press("b")
        assert driver.text().strip() == "$"
        await driver.press(back)
        assert (driver.where, driver.text()) == (there, shown)


@pytest.mark.parametrize("key", ["escape", "q"])
@pytest.mark.parametrize("aside", ["h", "question_mark"])
@pytest.mark.parametrize("keys", [[], BEGIN, [*BEGIN, "q"], ["7", "enter", "q", "7", "enter"]])
async def test_a_key_pressed_twice_to_close_a_page_ends_nothing_below_it(
    keys: list[str], aside: str, key: str
) -> None:
    async with open_app("box", cycles=None, keys=keys) as driver:
        there = driver.where
        await driver.press(aside)
        await driver.press_at_once(key, key)
        assert driver.where == there
        await driver.press_at_once(key)  # a key that is held
        assert driver.where == there
        await driver.press(key)
        assert driver.where != there


async def test_a_session_that_no_page_lay_over_ends_by_one_key_at_once() -> None:
    async with open_app("box", cycles=None, keys=BEGIN) as driver:
        await driver.press_at_once("escape")
        assert driver.entry.ended == "stopped"


async def test_behind_a_blank_screen_the_clock_goes_on() -> None:
    async with open_app("box", cycles=2, keys=[*BEGIN, "b"]) as driver:
        await driver.forward(6)
        await driver.press("b")
        assert (driver.shown("cue"), driver.shown("count")) == ("Hold", "2")


async def test_a_session_that_ends_behind_a_blank_screen_asks_when_that_goes() -> None:
    async with open_app("box", cycles=1, keys=[*BEGIN, "b"]) as driver:
        await driver.forward(20)
        assert driver.text().strip() == "$"
        assert driver.entry.ended == "completed"
        await driver.press("b")
        assert words.ASK_AFTER in driver.words()


async def test_a_change_of_pace_is_said_under_the_cue_until_the_next() -> None:
    async with open_app("long-out", cycles=None, keys=[*BEGIN, "plus"]) as driver:
        assert driver.shown("state") == looks.FASTER
        await driver.press("minus")
        assert driver.shown("state") == looks.SLOWER
        await driver.press(*["minus"] * 9)
        assert driver.shown("state") == looks.PACE_LIMIT
        await driver.forward(6)
        assert driver.shown("cue") == "Breathe out"
        assert driver.shown("state") == ""


async def test_a_pace_that_eases_can_be_kept_and_one_that_stays_has_no_such_key() -> None:
    async with open_app("ramp", cycles=None, keys=BEGIN) as driver:
        await driver.press("question_mark")
        assert looks.KEEP_PACE in driver.words()
        await driver.press("q", "space", "equals_sign")
        assert driver.shown("state") == looks.PACE_KEPT
        first = driver.app.session.player.timeline.part_ms(0)  # type: ignore[union-attr]
        assert driver.app.session.player.timeline.part_ms(60) == first  # type: ignore[union-attr]
    async with open_app("box", cycles=None, keys=[*BEGIN, "question_mark"]) as driver:
        assert looks.KEEP_PACE not in driver.words()
