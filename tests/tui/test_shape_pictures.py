"""Each shape in mid-breath at four sizes, with blocks and without, moving and still; and storms."""

from random import Random

import pytest

from calmcli.tui.look import Look
from calmcli.tui.shapes import SHAPES
from tui.driver import Driver, open_app
from tui.pictures import check_drawn, framed

SIZES = [(80, 24), (40, 15), (20, 5), (200, 60)]
LOOKS = {f"shape-{shape}": Look(shape=shape) for shape in SHAPES}
LOOKS |= {f"{name}-ascii": Look(shape=look.shape, blocks=False) for name, look in LOOKS.items()}
STILL = {f"still-{shape}": Look(shape=shape, still=True) for shape in SHAPES}
STILL |= {
    f"{name}-ascii": Look(shape=look.shape, blocks=False, still=True)
    for name, look in STILL.items()
}


async def at_each_size(driver: Driver) -> str:
    """The whole screen at each of the sizes, one below the other."""
    drawn = []
    for size in SIZES:
        await driver.resize(*size)
        drawn.append(framed(driver))
    return "".join(drawn)


async def weather_a_storm(driver: Driver, random: Random) -> None:
    """Some sizes as time goes by, on top of those of `test_storms`; it is still there after."""
    for _ in range(25):
        width, height = random.choice([(80, 30), (40, 24), (30, 8), (4, 4)])
        await driver.resize(random.randint(1, width), random.randint(1, height))
        driver.clock.forward(random.choice([0, 0.1, 0.7]))
    await driver.resize(80, 24)
    assert driver.where == "SessionScreen"


@pytest.mark.parametrize("name", LOOKS)
async def test_each_shape_looks_as_it_was_last_looked_at_and_weathers_a_storm(name: str) -> None:
    async with open_app("long-out", cycles=None, keys=["s"], look=LOOKS[name]) as driver:
        await driver.forward(2.4)
        drawn = await at_each_size(driver)
        assert drawn.isascii() or LOOKS[name].blocks
        check_drawn(drawn, name)
        await weather_a_storm(driver, Random(name))  # noqa: S311  the same each time


@pytest.mark.parametrize("name", STILL)
async def test_still_there_is_no_shape_at_any_size(name: str) -> None:
    async with open_app("long-out", cycles=None, keys=["s"], look=STILL[name]) as driver:
        await driver.forward(2.4)
        check_drawn(await at_each_size(driver), "still")
