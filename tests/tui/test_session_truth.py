"""What stands on the session screen is where the player is, at every moment, and stands still."""

from collections.abc import Iterator
from datetime import timedelta

import pytest

from calmcli.exercises.length import Length
from calmcli.player import Moment
from calmcli.tui.look import Look
from sittings import plan_for
from tui.driver import Driver, open_app

SCRIPTS = ["box", "sigh", "ramp", "even-slower", "pursed"]
SIZES = [(80, 24), (40, 15), (20, 5)]
BEGIN = ["s"]


def expected(driver: Driver, moment: Moment, *, narrow: bool) -> dict[str, str]:
    """What should stand in each place, worked out from the player alone."""
    parts = driver.session.player.timeline.parts
    part = f"{moment.cue.part + 1} of {parts}" if parts else f"{moment.cue.part + 1}"
    told = {
        "cue": moment.cue.words,
        "count": str(moment.seconds_left),
        "part": part if narrow else f"breath {part}",
        "left": "",
    }
    if moment.left_ms is not None:
        minutes, seconds = divmod(-(-moment.left_ms // 1000), 60)
        told["left"] = f"{minutes}:{seconds:02} left"
    if not narrow:
        end = moment.left_ms and driver.clock.local() + timedelta(milliseconds=moment.left_ms)
        told["ends"] = f"ends {end:%H:%M}" if end else ""
    return told


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
@pytest.mark.parametrize("script", SCRIPTS)
async def test_the_screen_says_where_the_player_is(script: str, size: tuple[int, int]) -> None:
    async with open_app(script, cycles=None, keys=BEGIN, size=size) as driver:
        for _ in range(33):
            moment = driver.session.player.where()
            told = expected(driver, moment, narrow=False)
            assert {name: driver.shown(name) for name in told} == told
            await driver.forward(0.5)


async def test_the_small_screen_says_where_the_player_is() -> None:
    async with open_app("box", cycles=None, keys=BEGIN, size=(20, 5)) as driver:
        for _ in range(33):
            told = expected(driver, driver.session.player.where(), narrow=True)
            assert {name: driver.shown(name) for name in told} == told
            await driver.forward(0.5)


def places(driver: Driver) -> Iterator[tuple[str, int, int]]:
    """Where the words that change their value stand: row, and the edge that must not move."""
    rows = driver.rows()
    for name in ("count", "left", "part"):
        place = driver.app.screen.query_one(f"#{name}").region
        row = rows[place.y][place.x : place.right] if place else ""
        if row.strip():
            edge = len(row.rstrip()) if name != "part" else len(row) - len(row.lstrip())
            yield name, place.y, place.x + edge


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("script", SCRIPTS)
async def test_the_count_the_time_left_and_the_part_stand_still(
    script: str, size: tuple[int, int]
) -> None:
    async with open_app(script, cycles=None, keys=BEGIN, size=size) as driver:
        seen = set()
        for _ in range(24):
            seen |= set(places(driver))
            await driver.forward(1)
    assert sorted(name for name, _, _ in seen) == sorted({name for name, _, _ in seen})
    assert {"count", "part"} <= {name for name, _, _ in seen}


@pytest.mark.parametrize("size", SIZES)
async def test_they_stand_still_when_a_number_loses_or_gains_a_digit(size: tuple[int, int]) -> None:
    plan = plan_for("long-out", length=Length(seconds=610))
    async with open_app(plan=plan, keys=BEGIN, size=size) as driver:
        seen = set(places(driver))
        assert driver.shown("left") == "10:10 left"
        for _ in range(100):
            await driver.forward(1)
            seen |= set(places(driver))
        assert driver.shown("left") == "8:30 left"
        assert "11 of 61" in driver.shown("part")
    assert len(seen) == 3


@pytest.mark.parametrize("size", SIZES)
async def test_in_a_hold_nothing_changes_but_the_seconds(size: tuple[int, int]) -> None:
    async with open_app("box", cycles=None, keys=BEGIN, size=size) as driver:
        for hold in ("Hold", "Rest"):
            await driver.forward(4)
            assert driver.shown("cue") == hold
            seconds = [driver.app.screen.query_one(name).region for name in ("#count", "#left")]
            before = driver.cells()
            for quarter in range(1, 16):
                await driver.forward(0.25)
                now = driver.cells()
                changed = {
                    (x, y)
                    for y, row in enumerate(now)
                    for x, cell in enumerate(row)
                    if cell != before[y][x]
                }
                assert all(any(place.contains(*cell) for place in seconds) for cell in changed)
                assert bool(changed) is (quarter % 4 == 0)
                before = now
            await driver.forward(0.25)


async def test_an_open_ended_session_shows_no_end_and_nothing_left() -> None:
    async with open_app("pursed", cycles=None, keys=BEGIN) as driver:
        await driver.forward(13)
        assert driver.shown("part") == "breath 3"
        assert "left" not in driver.words()
        assert "ends" not in driver.words()


@pytest.mark.parametrize("size", [(80, 24), (40, 15)])
async def test_the_shape_is_empty_full_and_empty_again_with_the_breath(
    size: tuple[int, int],
) -> None:
    filled = []
    look = Look(shape="water")
    async with open_app("box", cycles=None, keys=BEGIN, size=size, look=look) as driver:
        for _ in range(16):
            filled.append(driver.text().count("█"))
            await driver.forward(1)
    rising, holding, falling, resting = filled[:5], filled[4:9], filled[8:13], filled[12:]
    assert rising[0] == 0
    assert rising == sorted(rising)
    assert len(set(holding)) == 1
    assert holding[0] >= 30
    assert falling == sorted(falling, reverse=True)
    assert set(resting) == {0}
