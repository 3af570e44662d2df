"""Pausing, skipping, repeating, pace, and what comes between."""

import pytest

from calmcli.words import session as words
from tui.driver import SUPPORT, Driver, open_app

BEGIN = ["s"]
HOUR_S = 3600


def told(driver: Driver) -> tuple[str, str, str, str]:
    """The cue, its count, the part and the time left."""
    cue, count, part, left = (driver.shown(name) for name in ("cue", "count", "part", "left"))
    return cue, count, part, left


async def test_space_pauses_and_goes_on_from_the_same_place() -> None:
    async with open_app("box", cycles=2, keys=BEGIN) as driver:
        await driver.forward(6.5)
        here = told(driver)
        assert here == ("Hold", "2", "breath 1 of 2", "0:26 left")
        await driver.press("space")
        assert driver.shown("state") == words.PAUSED
        assert driver.entry.done_seconds == 6.5
        await driver.forward(300)
        assert told(driver) == here
        await driver.press("space")
        assert driver.shown("state") == ""
        assert told(driver) == here
        await driver.forward(0.5)
        assert told(driver) == ("Hold", "1", "breath 1 of 2", "0:25 left")
        await driver.forward(25)
        assert (driver.entry.ended, driver.entry.done_seconds) == ("completed", 32.0)


async def test_no_end_is_told_while_it_is_paused_and_the_new_one_after() -> None:
    async with open_app("box", cycles=None, keys=BEGIN) as driver:
        assert driver.shown("ends") == "ends 14:26"
        await driver.press("space")
        assert driver.shown("ends") == ""
        await driver.forward(60)
        await driver.press("space")
        assert driver.shown("ends") == "ends 14:27"


async def test_a_pause_names_the_keys_that_go_on() -> None:
    async with open_app(keys=[*BEGIN, "space"]) as driver:
        assert "space go on" in driver.words()
        assert "r this part again" in driver.words()


async def test_s_goes_to_the_next_breath_and_is_kept() -> None:
    async with open_app("box", cycles=3, keys=BEGIN) as driver:
        await driver.forward(5)
        await driver.press("s")
        assert told(driver) == ("Breathe in", "4", "breath 2 of 3", "0:32 left")
        assert driver.entry.skipped == ["1"]
        await driver.forward(32)
        assert driver.entry.ended == "completed"
        assert driver.entry.done_seconds == 37.0


async def test_skipping_the_last_breath_comes_to_the_rating_after() -> None:
    async with open_app("box", cycles=1, keys=[*BEGIN, "s"]) as driver:
        assert driver.where == "RatingScreen"
        assert "And now?" in driver.words()
        assert driver.entry.ended == "completed"


async def test_r_goes_back_to_where_this_breath_began() -> None:
    async with open_app("box", cycles=2, keys=BEGIN) as driver:
        await driver.forward(25)
        await driver.press("r")
        assert told(driver) == ("Breathe in", "4", "breath 2 of 2", "0:16 left")
        await driver.forward(16)
        assert (driver.entry.ended, driver.entry.done_seconds) == ("completed", 41.0)


async def test_faster_shortens_what_is_left_within_bounds() -> None:
    async with open_app("long-out", cycles=None, keys=BEGIN) as driver:
        assert driver.shown("left") == "5:00 left"
        await driver.press("plus")
        assert driver.shown("left") == "4:33 left"
        assert driver.entry.pace == 1.1
        await driver.press(*["plus"] * 20)
        assert driver.shown("left") == "2:30 left"
        assert driver.entry.pace == 2.0


async def test_slower_lengthens_what_is_left_within_bounds() -> None:
    async with open_app("long-out", cycles=None, keys=BEGIN) as driver:
        await driver.press("minus")
        assert driver.shown("left") == "5:34 left"
        assert driver.entry.pace == 0.9
        await driver.press(*["minus"] * 20)
        assert driver.shown("left") == "6:40 left"
        assert driver.entry.pace == 0.75
        assert driver.shown("count") == "6"


async def test_a_faster_breath_is_over_sooner() -> None:
    async with open_app("box", cycles=1, keys=[*BEGIN, *["plus"] * 10]) as driver:
        await driver.forward(8)
        assert (driver.entry.ended, driver.entry.done_seconds) == ("completed", 8.0)


@pytest.mark.parametrize("key", ["h", "question_mark"])
async def test_reading_help_or_the_keys_pauses_until_space(key: str) -> None:
    async with open_app("box", cycles=2, keys=BEGIN) as driver:
        await driver.forward(5)
        here = told(driver)
        await driver.press(key)
        assert driver.where in ("HelpScreen", "ReadingScreen")
        await driver.forward(300)
        await driver.press("q")
        assert driver.where == "SessionScreen"
        assert driver.shown("state") == words.PAUSED
        assert told(driver) == here
        await driver.forward(10)
        assert told(driver) == here
        await driver.press("space")
        await driver.forward(1)
        assert told(driver) == ("Hold", "2", "breath 1 of 2", "0:26 left")


async def test_help_shows_who_can_be_reached_and_the_keys_what_each_does() -> None:
    async with open_app(keys=[*BEGIN, "h"]) as driver:
        assert " ".join(" ".join(SUPPORT).split()) in driver.words()
        await driver.press("escape", "question_mark")
        for line in ("space Pause, and go on", "q End the session", "+ Faster", "s Skip this part"):
            assert line in driver.words()


async def test_help_is_one_key_away_from_the_list_of_keys_too() -> None:
    async with open_app(keys=[*BEGIN, "question_mark", "h"]) as driver:
        assert "call 116 123" in driver.words()


async def test_someone_who_was_away_finds_it_waiting_and_space_goes_on() -> None:
    async with open_app("box", cycles=2, keys=BEGIN) as driver:
        await driver.forward(6)
        driver.clock.forward(HOUR_S)
        await driver.wake()
        assert driver.shown("state") == words.AWAY
        assert told(driver) == ("Hold", "1", "breath 1 of 2", "0:25 left")
        await driver.press("space")
        assert driver.shown("state") == ""
        await driver.forward(25)
        assert (driver.entry.ended, driver.entry.done_seconds) == ("completed", 32.0)


@pytest.mark.parametrize("before", [["s"], ["9", "enter"]])
@pytest.mark.parametrize("size", [(80, 24), (40, 15), (20, 5)])
async def test_being_away_is_said_in_full_at_every_size(
    size: tuple[int, int], before: list[str]
) -> None:
    async with open_app("box", cycles=None, keys=before, size=size) as driver:
        driver.clock.forward(HOUR_S)
        await driver.wake()
        assert words.AWAY in driver.words()


async def test_someone_who_was_away_can_have_this_breath_again() -> None:
    async with open_app("box", cycles=2, keys=BEGIN) as driver:
        await driver.forward(22)
        driver.clock.forward(HOUR_S)
        await driver.wake()
        await driver.press("r")
        assert told(driver) == ("Breathe in", "4", "breath 2 of 2", "0:16 left")


async def test_someone_who_was_away_can_end_it() -> None:
    async with open_app("box", cycles=2, keys=BEGIN) as driver:
        await driver.forward(6)
        driver.clock.forward(HOUR_S)
        await driver.press("q")
        assert "And now?" in driver.words()
        assert (driver.entry.ended, driver.entry.done_seconds) == ("stopped", 7.0)


async def test_a_pause_of_their_own_is_not_called_being_away() -> None:
    async with open_app("box", cycles=2, keys=[*BEGIN, "space"]) as driver:
        driver.clock.forward(HOUR_S)
        await driver.wake()
        assert driver.shown("state") == words.PAUSED


async def test_a_number_is_noted_beside_the_pause_that_goes_on() -> None:
    async with open_app("box", cycles=2, keys=BEGIN) as driver:
        await driver.press("7")
        assert driver.shown("state") == "Noted: 7, very hard."
        await driver.press("space", "0")
        assert driver.shown("state") == "paused. Noted: 0, none."
        await driver.press("n", "9")
        assert driver.shown("state") == "paused. Noted: as bad as I can imagine."


async def test_v_switches_the_voice_and_says_so_until_the_next_cue() -> None:
    async with open_app("box", cycles=2, keys=BEGIN) as driver:
        await driver.press("v")
        assert driver.shown("state") == "The voice is on."
        await driver.forward(4)
        assert driver.shown("state") == ""
        await driver.press("space", "v")
        assert driver.shown("state") == "paused. The voice is off."
        await driver.press("space")
        assert driver.shown("count") == "4"
