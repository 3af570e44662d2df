"""Home, by keyboard alone."""

import os
from pathlib import Path

import msgspec
import pytest

from calmcli.cli.desk import open_desk
from calmcli.content.library import Library
from calmcli.errors import UsageError
from calmcli.home import home_items
from calmcli.journal.entries import to_row
from calmcli.paths import find_places
from calmcli.settings import Settings
from calmcli.settings.model import Home
from calmcli.settings.writing import set_setting
from calmcli.store.connection import Store
from calmcli.tui.look import Look
from calmcli.words import care, privacy
from calmcli.words import home as said
from sittings import Sitting, plan_for
from tui.driver import open_app, open_home


async def test_enter_begins_the_usual_exercise_and_leaving_it_comes_back_home() -> None:
    async with open_home() as driver:
        assert driver.where == "HomeScreen"
        await driver.press("enter")
        assert driver.where == "BeginningScreen"
        assert "Long out-breath" in driver.words()
        await driver.press("7", "enter")
        assert driver.where == "SessionScreen"
        await driver.press("q", "4", "enter")
        assert driver.where == "ReplyScreen"
        await driver.press("enter")
        assert driver.where == "HomeScreen"
        assert (driver.entry.before, driver.entry.after) == (7, 4)
        await driver.press("q")
        assert driver.app.return_code == 0


async def test_one_session_after_another_each_with_an_entry_of_its_own() -> None:
    async with open_home() as driver:
        for _ in range(3):
            await driver.press("enter", "s", "q", "s")
            assert driver.where == "HomeScreen"
        assert len({entry.id for entry in driver.kept}) == 3


async def test_a_rating_that_is_left_leads_back_home_with_nothing_kept() -> None:
    async with open_home() as driver:
        await driver.press("enter", "q")
        assert driver.where == "HomeScreen"
        assert driver.kept == []


async def test_the_first_letter_finds_a_kind_and_enter_begins_it() -> None:
    async with open_home() as driver:
        await driver.press("m", "enter", "s")
        assert driver.session.kind == "relaxation"
        await driver.press("q", "s")
        assert "▸ Muscles" in driver.text()


async def test_ctrl_c_in_a_session_begun_at_home_ends_everything_with_it_kept() -> None:
    async with open_home() as driver:
        await driver.press("enter", "7", "enter")
        await driver.forward(5)
        await driver.press("ctrl+c")
        assert driver.app.return_code == 130
        assert (driver.entry.before, driver.entry.ended) == (7, "stopped")


async def test_help_now_is_one_key_and_one_row_away() -> None:
    async with open_home() as driver:
        await driver.press("h")
        assert "call 112" in driver.words()
        await driver.press("q", "slash", *"help now", "enter")
        assert "call 112" in driver.words()
        await driver.press("q")
        assert driver.where == "HomeScreen"


async def test_without_block_characters_home_is_plain_ascii() -> None:
    async with open_home(look=Look(blocks=False)) as driver:
        assert driver.text().isascii()
        assert "> Long out-breath" in driver.text()
        await driver.press("slash")
        assert driver.text().isascii()


async def test_g_grounds_at_once_and_asks_nothing_first() -> None:
    async with open_home(keys=["g"]) as driver:
        assert driver.where == "SessionScreen"
        assert driver.session.kind == "grounding"


@pytest.mark.parametrize("typed", ["someone", "partner"])
async def test_a_page_is_found_by_what_it_is_about(typed: str) -> None:
    async with open_home(keys=["slash", *typed, "enter"]) as driver:
        assert driver.where == "PageScreen"
        assert "Helping someone you love" in driver.words()
        await driver.press("q")
        assert driver.where == "HomeScreen"


@pytest.mark.parametrize("opens", ["slash", "ctrl+p"])
async def test_every_script_and_every_room_is_found_by_its_name(opens: str) -> None:
    async with open_home(keys=[opens, *"square box", "enter"]) as driver:
        assert driver.where == "FindScreen"
        assert said.NOTHING_FOUND in driver.words()
        await driver.press("escape", opens, *"box", "enter", "s")
        assert driver.session.title == "Box breathing"
        await driver.press("q", "s", opens, *"help", "enter")
        assert "call 112" in driver.words()


async def test_letters_are_letters_while_something_is_looked_for() -> None:
    async with open_home(keys=["slash", *"qhg?"]) as driver:
        assert driver.where == "FindScreen"
        assert "qhg?" in driver.text()
        await driver.press("escape")
        assert driver.where == "HomeScreen"


async def test_in_a_session_what_its_keys_do_is_found_by_name_and_it_waits_meanwhile() -> None:
    async with open_app("box", cycles=4, keys=["7", "enter"]) as driver:
        await driver.forward(5)
        await driver.press("ctrl+p")
        assert driver.session.player.state.value == "paused"
        await driver.press(*"skip", "enter")
        assert driver.where == "SessionScreen"
        assert driver.session.player.where().cue.part == 1


async def test_markup_in_the_title_of_a_script_is_shown_as_it_stands() -> None:
    found = plan_for("box").found
    script = msgspec.structs.replace(found.script, title="[/] [@click=app.quit]x[/]")

    class Hostile:
        def all(self) -> list[object]:
            return [type(found)(script, "personal", found.path, found.data)]

    async with open_home(library=Hostile(), keys=["slash", *"click"]) as driver:
        assert "[/] [@click=app.quit]x[/]" in driver.text()


async def test_a_script_that_broke_meanwhile_is_told_of_and_home_goes_on() -> None:
    def broken(kind: str, script: str | None = None) -> None:
        raise UsageError(f"mine.yaml:1:1: no {kind} in {script}")

    async with open_home(open_session=broken, keys=["enter"]) as driver:
        assert "mine.yaml:1:1" in driver.words()
        await driver.press("q")
        assert driver.where == "HomeScreen"


async def test_what_was_used_last_is_offered_unless_that_is_not_wished(tmp_path: Path) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    sitting = Sitting(plan_for("pmr-4"))
    sitting.begin()
    sitting.session.leave()
    with Store.open(places.journal) as store:
        store.put("entries", to_row(sitting.kept[-1]))
    async with open_home(places=places) as driver:
        assert f"Four areas {said.LAST}" in driver.words()
        await driver.press("down", "enter", "s")
        assert driver.session.plan.found.script.id == "pmr-4"
    settings = Settings(home=Home(last_used=False))
    async with open_home(places=places, settings=lambda: settings) as driver:
        assert said.LAST not in driver.text()


def test_what_enter_begins_can_be_set_and_a_name_that_is_gone_changes_nothing() -> None:
    for script, title in (("pmr-4", "Four areas"), ("gone", "Long out-breath")):
        settings = Settings(home=Home(script=script))
        house = Sitting(plan_for()).house(settings=lambda settings=settings: settings)
        assert home_items(house)[0][0].words == title


async def test_a_usual_script_that_is_gone_is_replaced_while_the_screen_is_drawn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CALMCLI_HOME", str(tmp_path))
    desk = open_desk()
    set_setting(find_places(os.environ).settings, "breathing.script", "gone")
    async with open_home(plan=desk.plan, settings=desk.settings) as driver:
        assert "Long out-breath" in driver.words()


async def test_what_is_wrong_with_a_script_of_ones_own_is_said_below_and_moves_nothing(
    tmp_path: Path,
) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    places.scripts.mkdir()
    async with open_home(places=places, library=Library(places.scripts)) as driver:
        before = driver.text()
    (places.scripts / "mine.yaml").write_text("[")
    async with open_home(places=places, library=Library(places.scripts)) as driver:
        assert "mine.yaml cannot be played yet" in driver.shown("troubles")
        told = "mine.yaml cannot be played yet, see its line 1: calmcli scripts check"
        assert [row.rstrip() for row in driver.text().replace(told, "").splitlines()] == [
            row.rstrip() for row in before.splitlines()
        ]


async def test_privacy_is_found_by_its_name_and_says_who_can_read_it(tmp_path: Path) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    async with open_home(keys=["slash", *"privacy", "enter"], places=places) as driver:
        assert care.PRIVATE in driver.words()
        assert str(tmp_path) in driver.words().replace(" ", "")  # a long one is broken
    async with open_home(keys=["slash", *"privacy", "enter"]) as driver:
        assert privacy.NOTHING in driver.words()


async def test_where_nothing_is_kept_there_is_nothing_to_forget() -> None:
    for way in (["slash"], ["slash", *"settings", "enter", "ctrl+p"]):
        async with open_home(keys=[*way, *"forget", "enter"]) as driver:
            assert "There was nothing to remove." in driver.words()
            await driver.press("q")
            assert driver.where == "HomeScreen"
