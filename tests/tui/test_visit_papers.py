"""What is taken out of a visit on the screen: the card and the day as files, a text as a code."""

import shutil
import subprocess
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace
from rich.color import Color

from calmcli.paths import Places, find_places
from calmcli.plain.visits import VisitsInLines
from calmcli.tui.app import CalmApp
from calmcli.tui.look import Look
from calmcli.tui.visiting import Visiting
from calmcli.visits.appointments import Appointments
from calmcli.visits.rooms import ROOMS
from sittings import Sitting, plan_for
from spoken_lines import SpokenLines
from tui.driver import Driver, open_home
from tui.test_visits import kept, to_visits, type_line

PIXELS = 6
LIT = {" ": (False, False), "▀": (True, False), "▄": (False, True), "█": (True, True)}


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places({"CALMCLI_HOME": str(tmp_path / "home")})


def grey(colour: Color | None) -> int:
    """How light a colour is; blanks have none."""
    return 0 if colour is None else round(sum(colour.get_truecolor()) / 3)


def half_cells(driver: Driver) -> Iterator[list[tuple[int, int]]]:
    """How light the upper and the lower half of each cell is, row by row, as it is painted."""
    for strip in driver.app.screen._compositor.render_strips():
        row = []
        for segment in strip:
            assert segment.style is not None
            ground, letter = grey(segment.style.bgcolor), grey(segment.style.color)
            for cell in segment.text:
                lit = LIT.get(cell, (False, False))
                row.append(tuple(letter if each else ground for each in lit))
        yield row  # type: ignore[misc]


def read_off(driver: Driver, picture: Path) -> str:
    """What a public decoder reads off a picture of the whole screen."""
    lines = [[cell[half] for cell in row] for row in half_cells(driver) for half in (0, 1)]
    pixels = b"".join(
        b"".join(bytes([light]) * PIXELS for light in line) * PIXELS for line in lines
    )
    size = f"P5 {len(lines[0]) * PIXELS} {len(lines) * PIXELS} 255\n"
    picture.write_bytes(size.encode() + pixels)
    read = subprocess.run(
        ["zbarimg", "--quiet", "--raw", str(picture)],  # noqa: S607
        capture_output=True,
        check=True,
    )
    return read.stdout.decode().removesuffix("\n")


async def open_room(driver: Driver, room: str) -> None:
    """From the visits into a room of the first one."""
    await driver.press("home", "enter", "home", *["down"] * ROOMS.index(room), "enter")


@pytest.fixture
def appointments(places: Places) -> Appointments:
    """The dentist, on a day that is known."""
    appointments = Appointments(places, Sitting(plan_for()).clock.local)
    visit = appointments.begin(appointments.template("dentist"))
    appointments.keep(replace(visit, at=visit.started_at + timedelta(days=9)))
    return appointments


def test_the_screen_and_the_lines_have_every_room(appointments: Appointments) -> None:
    house = Sitting(plan_for()).house()
    lines = VisitsInLines(house, SpokenLines(Sitting(plan_for()).clock), appointments)
    screen = Visiting(CalmApp(house, look=Look()), appointments)
    assert tuple(lines.rooms) == tuple(screen.rooms) == ROOMS


async def test_the_card_is_written_where_it_is_asked_for_and_never_over_a_file(
    places: Places, appointments: Appointments, tmp_path: Path
) -> None:
    (tmp_path / "card.html").write_text("theirs", encoding="utf-8")
    async with open_home(places=places) as driver:
        await to_visits(driver)
        await open_room(driver, "write")
        await type_line(driver, str(tmp_path / "card.html"))
        await type_line(driver, "Please let me lie down.")
        assert "is there already, and stays as it is." in driver.words()
        await type_line(driver, str(tmp_path / "page.html"))
        await type_line(driver, "Please let me lie down.")
        assert driver.where == "ReadingScreen"
    assert (tmp_path / "card.html").read_text(encoding="utf-8") == "theirs"
    assert "<svg" in (tmp_path / "page.html").read_text(encoding="utf-8")


async def test_a_file_for_the_calendar_is_written_once_the_day_is_known(
    places: Places, appointments: Appointments, tmp_path: Path
) -> None:
    (visit,) = kept(places)
    async with open_home(places=places) as driver:
        await to_visits(driver)
        await open_room(driver, "calendar")
        await type_line(driver, str(tmp_path / "visit.ics"))
        assert "is written" in driver.words()
        await driver.press("q", "q")
        appointments.keep(replace(visit, at=None))
        await open_room(driver, "calendar")
        assert "has no day yet" in driver.words()
    assert "BEGIN:VEVENT" in (tmp_path / "visit.ics").read_text(encoding="utf-8")


@pytest.mark.usefixtures("appointments")
@pytest.mark.skipif(shutil.which("zbarimg") is None, reason="no zbar on this machine")
@pytest.mark.parametrize("theme", ["dark", "light"])
async def test_a_public_decoder_reads_the_code_off_the_screen_in_each_theme(
    places: Places, tmp_path: Path, theme: str
) -> None:
    text = "Grüße. Please let me lie down."
    async with open_home(places=places) as driver:
        await to_visits(driver)
        driver.app.theme = theme
        await open_room(driver, "code")
        assert "holds 106 bytes as a QR code" in driver.words()
        await type_line(driver, "x" * 107)
        assert "that is 107 bytes, and 106 fit" in driver.words()
        await type_line(driver, text)
        assert driver.where == "CodeScreen"
        assert read_off(driver, tmp_path / "screen.pgm") == text
        await driver.resize(40, 12)
        assert "A larger window shows the whole code." in driver.words()
        await driver.press("q")
        assert driver.where == "RowsScreen"


@pytest.mark.usefixtures("appointments")
async def test_where_no_code_fits_it_is_said_before_a_text_is_asked_for(places: Places) -> None:
    async with open_home(places=places, size=(40, 15)) as driver:
        await to_visits(driver)
        await open_room(driver, "code")
        assert "too small for a QR code" in driver.words()
