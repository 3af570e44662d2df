"""Settings in lines."""

from pathlib import Path

import pytest

from calmcli.paths import Places, find_places
from calmcli.plain.home import Home
from calmcli.settings import Settings, read_settings
from calmcli.settings.keys import setting_keys
from calmcli.words import settings as said
from sittings import Sitting, plan_for
from spoken_lines import SpokenLines


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places({"CALMCLI_HOME": str(tmp_path)})


def told(places: Places | None, *answers: str) -> list[str]:
    def read() -> Settings:
        return read_settings(places.settings).settings if places else Settings()

    sitting = Sitting(plan_for())
    lines = SpokenLines(sitting.clock, ["settings", *answers])
    Home(sitting.house(places=places, settings=read), lines).run()
    return lines.lines


def number(key: str) -> str:
    return str(setting_keys().index(key) + 1)


def test_a_setting_is_found_by_its_number_and_changed_by_another(places: Places) -> None:
    lines = told(places, number("look.theme"), "3")
    assert "look.theme: dark. colours: dark, night, light, contrast." in lines
    assert "look.theme: light" in lines
    assert places.settings.read_text() == '[look]\ntheme = "light"\n'


def test_a_value_can_be_typed_and_one_that_cannot_be_is_told_of(places: Places) -> None:
    lines = told(places, "breathing.minutes", "99", "breathing.minutes", "4")
    assert "'breathing.minutes' needs a number from 0.5 to 60, not '99'" in lines
    assert "minutes = 4" in places.settings.read_text()


def test_an_empty_line_changes_nothing_and_goes_back(places: Places) -> None:
    lines = told(places, "ask.before", "", "none of these", "")
    assert said.ASK_AGAIN in lines
    assert not places.settings.exists()


def test_where_nothing_can_be_kept_it_says_so() -> None:
    assert said.NOWHERE in told(None)
