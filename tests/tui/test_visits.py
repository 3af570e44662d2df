"""A whole visit by keyboard alone: prepared, gone through, looked back at, and the next one."""

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from calmcli.home import home_items
from calmcli.paths import Places, find_places
from calmcli.visits.appointments import Appointments
from calmcli.visits.visit import Visit
from calmcli.words import visits as said
from calmcli.words.session import A_PERSON
from sittings import Sitting, plan_for
from tui.driver import Driver, open_home


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places({"CALMCLI_HOME": str(tmp_path)})


def kept(places: Places) -> list[Visit]:
    return Appointments(places, Sitting(plan_for()).clock.local).read().visits


async def to_visits(driver: Driver) -> None:
    """From home to the visits."""
    items = [item.id for group in home_items(driver.app.house) for item in group]
    await driver.press("home", *["down"] * items.index("visits"), "enter")
    assert driver.where == "VisitsScreen"


async def type_line(driver: Driver, line: str) -> None:
    await driver.press(*line, "enter")


async def prepare(driver: Driver, name: str, *, carry: str = "") -> None:
    """A blood test, with a few answers."""
    await driver.press("end", "enter")
    await driver.press("down", "enter")
    for line in (name, "2026-11-21 14:40", "My sister"):
        await type_line(driver, line)
    if carry:
        await type_line(driver, carry)
    for line in ("1, 3", "", "y", "1", "Does it hurt?", "", "", "In 4, out 6", ""):
        await type_line(driver, line)
    assert "How much distress you expect at each step" in driver.words()
    await driver.press("down", "enter")
    for line in ("", "3", "0"):
        await type_line(driver, line)
    await driver.press("escape")
    assert driver.where == "ReadingScreen"
    await driver.press("q")
    assert driver.where == "RowsScreen"
    await driver.press("enter")
    assert driver.where == "VisitsScreen"


async def test_a_whole_visit_from_new_to_the_next_one(places: Places) -> None:
    async with open_home(places=places) as driver:
        await to_visits(driver)
        await prepare(driver, "My blood test")
        (visit,) = kept(places)
        assert (visit.name, visit.who, visit.faints) == ("My blood test", "My sister", True)
        assert visit.questions == ("Does it hurt?",)
        assert [step.expected for step in visit.steps][:4] == [None, 3, 0, None]

        await driver.press("home", "enter", "enter")
        assert "14:30 Waiting room facts" in driver.words()
        number = [step.name for step in visit.steps].index("Waiting room")
        await driver.press("home", *["down"] * number, "enter")
        assert driver.where == "BeginningScreen"
        await driver.press("6", "enter")
        assert driver.where == "SessionScreen"
        await driver.forward(3)
        await driver.press("1", "0")
        assert "Noted: 10, as bad as I can imagine." in driver.words()
        await driver.forward(2)
        await driver.press("7", "q", "4", "enter", "enter")
        entry = driver.entry
        assert (entry.visit, entry.visit_step) == (visit.id, visit.steps[number].id)
        assert (entry.place, entry.before, entry.after) == ("waiting", 6, 4)
        assert [each.rating for each in entry.during] == [10, 7]
        assert driver.where == "DayScreen"
        await driver.press("d", "8", "enter")
        assert [each.rating for each in kept(places)[0].steps[number].noted] == [8]
        assert driver.where == "DayScreen"

        await driver.press("q", "home", "down", "down", "enter")
        assert driver.where == "ReadingScreen"
        assert "For the people who look after me today" in driver.words()
        await driver.press("q")

        await driver.press("home", "down", "down", "down", "down", "enter")
        for line in ("", "", "2", "Lying down", *[""] * 24, "Lying down helped."):
            await type_line(driver, line)
        assert "expected 3, came 2: about as expected" in driver.words()
        assert "noted on the day: 8" in driver.words()
        (visit,) = kept(places)
        assert visit.next_time == "Lying down helped."
        await driver.press("q", "q")
        assert driver.where == "VisitsScreen"

        await prepare(driver, "Next one", carry="y")
        following = next(each for each in kept(places) if each.name == "Next one")
        assert following.last_time == "Lying down helped."
        await driver.press("q")
        assert driver.where == "HomeScreen"


async def test_a_high_number_noted_at_a_step_offers_a_person_by_the_key_for_it(
    places: Places,
) -> None:
    async with open_home(places=places) as driver:
        await to_visits(driver)
        await prepare(driver, "My blood test")
        await driver.press("home", "enter", "enter", "d", "9", "enter")
        assert driver.where == "ReadingScreen"
        assert A_PERSON.format(key="h") in driver.words()


async def test_leaving_the_questions_keeps_nothing_that_was_not_wished(places: Places) -> None:
    async with open_home(places=places) as driver:
        await to_visits(driver)
        await driver.press("end", "enter", "enter", "escape", "q", "down", "enter")
        assert driver.where == "VisitsScreen"
        assert kept(places) == []


async def test_ctrl_c_amid_the_questions_keeps_what_was_answered_and_has_a_line_for_it(
    places: Places,
) -> None:
    async with open_home(places=places) as driver:
        await to_visits(driver)
        await driver.press("end", "enter", "enter")
        assert driver.app.parting() == ""
        for line in ("Mine", "", "My sister", "Please ask."):
            await type_line(driver, line)
        await driver.press("ctrl+c")
        assert driver.is_gone
        parting = driver.app.parting()
    (visit,) = kept(places)
    assert (visit.name, visit.who, visit.needs) == ("Mine", "My sister", ("Please ask.",))
    assert parting == said.KEPT_SO_FAR.format(name="Mine", command="edit")


@pytest.mark.parametrize(("keys", "names"), [(["q"], ["Mine"]), (["down", "enter"], [])])
async def test_only_its_own_row_leaves_what_was_answered_unkept(
    places: Places, keys: list[str], names: list[str]
) -> None:
    async with open_home(places=places) as driver:
        await to_visits(driver)
        await driver.press("end", "enter", "enter")
        await type_line(driver, "Mine")
        await driver.press("escape", "q", *keys)
        assert driver.where == "VisitsScreen"
        assert [visit.name for visit in kept(places)] == names
        assert driver.app.parting() == ""


async def test_what_fits_no_day_is_told_in_whole_and_one_more_says_of_what(places: Places) -> None:
    async with open_home(places=places, size=(40, 15)) as driver:
        await to_visits(driver)
        await driver.press("end", "enter", "enter", "enter")
        await type_line(driver, "soon")
        assert "3 December 2026 14:20, 2026-12-03." in driver.words()
        await driver.press("ctrl+u")
        for line in ("3 December 2001", "", "1"):
            await type_line(driver, line)
        assert said.MORE_NEEDS in driver.words()


async def test_up_asks_the_question_before_once_more(places: Places) -> None:
    async with open_home(places=places) as driver:
        await to_visits(driver)
        await driver.press("end", "enter", "enter", "up")
        for line in ("Mine", "", "My brother"):
            await type_line(driver, line)
        await driver.press("up")
        assert "So far: My brother" in driver.words()
        await type_line(driver, "My sister")
        await driver.press("escape", "q", "enter")
        assert [(visit.name, visit.who) for visit in kept(places)] == [("Mine", "My sister")]


async def test_before_its_day_a_review_says_so_and_asks_nothing(places: Places) -> None:
    appointments = Appointments(places, Sitting(plan_for()).clock.local)
    visit = appointments.begin(appointments.template("dentist"))
    appointments.keep(replace(visit, at=visit.started_at + timedelta(days=1)))
    async with open_home(places=places) as driver:
        await to_visits(driver)
        await driver.press("home", "enter", *["down"] * 4, "enter")
        assert driver.where == "ReadingScreen"
        assert "This visit is still to come: Sun 22 Nov 2026" in driver.words()


async def test_an_answer_that_does_not_fit_is_asked_for_again(places: Places) -> None:
    async with open_home(places=places) as driver:
        await to_visits(driver)
        await driver.press("end", "enter", "enter", "enter")
        await type_line(driver, "soon")
        assert "'soon' is no day or time here" in driver.words()
        for _ in "soon":
            await driver.press("backspace")
        await type_line(driver, "thursday 2pm")
        assert "Understood: Thursday 26 November 2026, 14:00." in driver.words()
        assert driver.where == "QuestionScreen"


async def test_a_visit_is_deleted_only_when_that_row_is_chosen(places: Places) -> None:
    appointments = Appointments(places, Sitting(plan_for()).clock.local)
    appointments.keep(appointments.begin(appointments.template("dentist")))
    async with open_home(places=places) as driver:
        await to_visits(driver)
        await driver.press("enter", "end", "enter", "enter")
        assert len(kept(places)) == 1
        await driver.press("enter", "down", "enter")
        assert driver.where == "VisitsScreen"
        assert kept(places) == []
