"""What home offers, whichever front end shows it."""

from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from calmcli.content.library import Library
from calmcli.home import MOST_FAVOURITES, Item, everything, home_items, script_troubles
from calmcli.house import House
from calmcli.paths import Places, find_places
from calmcli.settings import Settings
from calmcli.settings.model import Home
from calmcli.shelves import set_favourite
from calmcli.visits.keeping import blank_visit, keep_visit
from calmcli.words import home as said
from faults.program import SHORT
from sittings import Sitting, plan_for

NAME = "Dr Ito's scan"


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places({"CALMCLI_HOME": str(tmp_path)})


def house_at(places: Places, *, visit_name: bool = False) -> House:
    settings = Settings(home=Home(visit_name=visit_name))
    return Sitting(plan_for()).house(places=places, settings=lambda: settings)


def called(house: House) -> list[str]:
    return [item.words for group in home_items(house) for item in group]


def visits_row(house: House) -> Item:
    return next(item for item in home_items(house)[-1] if item.id == "visits")


def keep_visit_in(places: Places, days: float, *, all_day: bool = False) -> None:
    now = Sitting(plan_for()).clock.local()
    at = now + timedelta(days=days)
    keep_visit(places, replace(blank_visit(NAME, now), at=at, all_day=all_day), now)


def test_favourites_stand_below_the_usual_one_by_title_and_nothing_stands_there_twice(
    places: Places,
) -> None:
    for script in ("pmr-4", "box", "long-out"):
        set_favourite(places, script, wanted=True)
    top = home_items(house_at(places))[0]
    assert [item.words for item in top] == ["Long out-breath", "Box breathing", "Four areas"]
    assert [item.beside for item in top[1:]] == [said.FAVOURITE] * 2


def test_many_favourites_push_nothing_out_of_sight_and_one_that_is_gone_is_left_out(
    places: Places,
) -> None:
    for script in ("gone", "pmr-4", "box", "sigh", "even", "leaves"):
        set_favourite(places, script, wanted=True)
    assert len(home_items(house_at(places))[0]) == 1 + MOST_FAVOURITES


def test_a_visit_that_comes_up_is_there_with_its_time_and_its_name_only_on_wish(
    places: Places,
) -> None:
    keep_visit_in(places, 9)
    keep_visit_in(places, 2)
    keep_visit_in(places, -1)
    assert visits_row(house_at(places)).beside == "Mon 23 Nov 2026, 14:22"
    assert visits_row(house_at(places, visit_name=True)).beside == f"{NAME}, Mon 23 Nov 2026, 14:22"


@pytest.mark.parametrize(
    ("days", "all_day", "beside"),
    [
        (-0.1, False, said.ROOMS["visits"][1]),
        (-0.1, True, "Sat 21 Nov 2026"),
        (-1, True, said.ROOMS["visits"][1]),
        (0, False, "Sat 21 Nov 2026, 14:22"),
    ],
)
def test_a_visit_is_to_come_until_its_minute_or_until_its_day_is_over(
    places: Places, days: float, all_day: bool, beside: str
) -> None:
    keep_visit_in(places, days, all_day=all_day)
    assert visits_row(house_at(places)).beside == beside


def test_forgetting_stands_in_no_list_and_is_found_by_its_name(places: Places) -> None:
    name, _ = said.RARE_ROOMS["forget"]
    assert name not in called(house_at(places))
    assert name in [item.words for item in everything(house_at(places))]


def test_what_is_wrong_with_scripts_of_ones_own_is_one_line_and_mostly_nothing(
    places: Places,
) -> None:
    house = Sitting(plan_for()).house(places=places, library=Library(places.scripts))
    assert script_troubles(house) == ""
    places.scripts.mkdir(parents=True)
    (places.scripts / "short.yaml").write_text(SHORT)
    assert script_troubles(house) == ""
    (places.scripts / "mine.yaml").write_text("kind: breathing\nbreath: 7\n")
    assert script_troubles(house) == said.ONE_BROKEN.format(name="mine.yaml", line=1)
    (places.scripts / "yours.yaml").write_text("[")
    assert script_troubles(house) == said.SOME_BROKEN.format(count=2)
