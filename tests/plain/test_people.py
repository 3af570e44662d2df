"""People of one's own in lines."""

from functools import partial
from pathlib import Path

import pytest
from msgspec.structs import replace

from calmcli.cli.fronts import support
from calmcli.paths import Places, find_places
from calmcli.people import MOST_PEOPLE, read_people
from calmcli.plain.helping import help_now
from calmcli.plain.home import Home
from calmcli.settings.reading import read_settings
from calmcli.words import people as said
from sittings import Sitting, plan_for
from spoken_lines import SpokenLines


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places({"CALMCLI_HOME": str(tmp_path)})


def told(places: Places | None, *answers: str) -> list[str]:
    sitting = Sitting(plan_for())
    lines = SpokenLines(sitting.clock, ["your people", *answers])
    Home(sitting.house(places=places), lines).run()
    return lines.lines


def test_someone_is_added_changed_and_taken_off(places: Places) -> None:
    lines = told(places, "+", "Aroha", "027", "", "1", "", "028", "dog")
    assert said.ADDED["journal"].format(name="Aroha") in lines
    assert "1 Aroha, 028, dog" in lines
    assert said.REMOVED["journal"].format(name="Aroha") in told(places, "-1")
    assert read_people(places).records == []


def test_what_means_nothing_is_asked_again(places: Places) -> None:
    assert told(places, "7", "x", "-").count(said.ASK_WHICH_AGAIN) == 3


def test_no_name_keeps_nothing(places: Places) -> None:
    assert said.NOTHING_KEPT in told(places, "+", "")


def test_the_list_has_an_end(places: Places) -> None:
    each = [answer for at in range(MOST_PEOPLE) for answer in ("+", f"Someone {at}", "", "")]
    assert said.TOO_MANY.format(count=MOST_PEOPLE) in told(places, *each, "+")


def test_help_now_asks_for_a_country_once(places: Places) -> None:
    sitting = Sitting(plan_for())
    lines = SpokenLines(sitting.clock, ["help now", "Norway", "no", "help now"])
    house = sitting.house(places=places)
    house = replace(
        house,
        support=partial(support, places),
        settings=lambda: read_settings(places.settings).settings,
    )
    Home(house, lines).run()
    assert lines.lines.count("A person to talk to (Norway):") == 2
    assert lines.lines.count(said.ASK_COUNTRY) == 2


@pytest.mark.parametrize("back", ["q", ".", ""])
def test_what_leads_back_elsewhere_leads_back_from_that_question(places: Places, back: str) -> None:
    sitting = Sitting(plan_for())
    lines = SpokenLines(sitting.clock, [back])
    help_now(sitting.house(places=places), lines)
    assert lines.lines.count(said.ASK_COUNTRY) == 1
    assert not places.settings.exists()


def test_where_nothing_can_be_kept_it_says_so() -> None:
    assert said.NOWHERE in told(None)
