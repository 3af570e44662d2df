"""Every screen there is: looked at in four sizes, and through a storm of two hundred."""

import asyncio
from pathlib import Path
from random import Random

import pytest

from calmcli.tui.look import Look
from tui.driver import Driver, open_app
from tui.pictures import check_picture
from tui.ways import MORE_WAYS, WAYS, on_its_way, shown_screens

SIZES = [(20, 5), (40, 15), (200, 60), (80, 24)]
NEVER_SEEN = {"QuietScreen", "TodayScreen"}
"""Empty pages below the others, and never on top of them."""


def test_no_screen_is_left_out() -> None:
    assert {way.screen for way in WAYS.values()} == shown_screens() - NEVER_SEEN


@pytest.mark.parametrize("picture", [*WAYS, *MORE_WAYS])
async def test_each_looks_as_it_was_last_looked_at_and_the_first_of_each_weathers_a_storm(
    picture: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", "")  # what there is to hear is told the same everywhere
    way = WAYS.get(picture) or MORE_WAYS[picture]
    async with on_its_way(way, tmp_path) as driver:
        assert driver.where == way.screen
        for width, height in SIZES:
            await driver.resize(width, height)
            check_picture(driver, f"{width}x{height}-{picture}")
        if picture in WAYS:
            await storm(driver, Random(picture))  # noqa: S311  the same each time
        await driver.press("ctrl+c")
        assert driver.app.return_code == 130


async def storm(driver: Driver, random: Random) -> None:
    """Two hundred sizes, down to none at all; what was there is there, and whole again."""
    there = driver.where
    corners = [(1, 1), (200, 60), (1, 60), (200, 1), (2, 2), (0, 0)]
    sizes = [(random.randint(1, 200), random.randint(1, 60)) for _ in range(18)]
    small = [(random.randint(1, 45), random.randint(1, 16)) for _ in range(176)]
    weather = corners + sizes + small
    random.shuffle(weather)
    while weather:
        for _ in range(random.choice([1, 2, 4, 8])):  # often another before there is time to draw
            if weather:
                driver.send_size(*weather.pop())
        await asyncio.sleep(0)
        driver.clock.forward(random.choice([0, 0, 0.1, 0.2]))
        if random.random() < 0.2:
            await driver.settle()
            assert driver.where == there
    await driver.resize(80, 24)
    calm = driver.text()
    await driver.resize(79, 24)
    await driver.resize(80, 24)
    assert driver.text() == calm


async def test_without_block_characters_everything_is_plain_ascii() -> None:
    async with open_app("box", cycles=None, look=Look(blocks=False)) as driver:
        await driver.press("7")
        check_picture(driver, "ascii-rating-7")
        await driver.press("enter")
        await driver.forward(3)
        assert driver.text().isascii()
        check_picture(driver, "ascii-session")
