"""What stays on the screen as room runs out: the cue goes last."""

from textwrap import wrap

import pytest

from tui.driver import Driver, open_app


def is_whole(driver: Driver, name: str) -> bool:
    """Whether all of a widget can be seen, with nothing before it and no edge through it."""
    screen = driver.app.screen
    widget = screen.query_one(name)
    place = widget.region
    if not widget.display or not place or not screen.region.contains_region(place):
        return False
    ends = ((place.x, y) for y in range(place.y, place.bottom))
    return all(screen.get_widget_at(*end)[0] is widget for end in ends)


@pytest.mark.parametrize("width", [80, 40, 20])
@pytest.mark.parametrize("before", [["s"], ["9", "enter"]])
async def test_the_cue_is_there_at_every_height_that_can_hold_it(
    width: int, before: list[str]
) -> None:
    async with open_app("pursed", cycles=None, keys=before) as driver:
        await driver.forward(3)
        for height in range(24, 0, -1):
            await driver.resize(width, height)
            words = driver.session.player.where().cue.words
            if len(wrap(words, width)) <= height:
                assert driver.shown("cue") == words, height


@pytest.mark.parametrize("width", [80, 40, 20, 14])
async def test_a_paused_cue_is_there_at_every_height(width: int) -> None:
    async with open_app("box", cycles=None, keys=["s", "space"]) as driver:
        for height in range(24, 0, -1):
            await driver.resize(width, height)
            assert driver.shown("cue") == "Breathe in", height


@pytest.mark.parametrize("script", ["box", "pursed"])
@pytest.mark.parametrize("width", [80, 40, 20])
async def test_shape_then_bar_then_cue_go_and_what_went_does_not_come_back(
    width: int, script: str
) -> None:
    async with open_app(script, cycles=None, keys=["s"]) as driver:
        await driver.forward(3)
        order, lost = [], set[str]()
        for height in range(24, 0, -1):
            await driver.resize(width, height)
            shapes = [name for name in ("#shape", "#bar") if is_whole(driver, name)]
            assert len(shapes) <= 1
            order.append((shapes or ["none"])[0])
            told = {name for name in ("cue", "count", "part") if driver.shown(name)}
            assert not lost & told, height
            lost |= {"cue", "count", "part"} - told
        assert order == sorted(order, key=["#shape", "#bar", "none"].index)
        assert set(order) == {"#shape", "#bar", "none"}


@pytest.mark.parametrize(("width", "height"), [(80, 24), (40, 15), (20, 5)])
async def test_at_the_sizes_made_for_everything_of_a_session_is_whole(
    width: int, height: int
) -> None:
    async with open_app("long-out", cycles=None, keys=["s"], size=(width, height)) as driver:
        await driver.forward(3)
        names = ["#cue", "#count", "#part", "#left", "Keys"]
        names += ["#shape", "#title", "#ends"] if height == 24 else ["#bar"]
        assert [name for name in names if not is_whole(driver, name)] == []


@pytest.mark.parametrize("size", [(80, 24), (40, 15), (20, 5), (20, 3)])
@pytest.mark.parametrize("keys", [[], ["s", "q"]])
async def test_the_question_the_number_and_its_words_are_there(
    size: tuple[int, int], keys: list[str]
) -> None:
    async with open_app(keys=[*keys, "1", "0"], size=size) as driver:
        assert is_whole(driver, "Scale")
        assert "10" in driver.words()
        if size[1] >= 5:
            assert ("And now?" if keys else "right now?") in driver.words()
            assert driver.shown("band").startswith("as bad as I can")


async def test_a_size_that_changed_under_the_help_page_is_kept_to_afterwards() -> None:
    async with open_app("long-out", cycles=None, keys=["s", "h"]) as driver:
        await driver.resize(20, 5)
        await driver.press("q")
        small = driver.text()
        await driver.resize(21, 5)
        await driver.resize(20, 5)
        assert driver.text() == small
        assert driver.shown("cue") == "Breathe in"
        await driver.press("space")
        assert driver.shown("part") == "1 of 30"
