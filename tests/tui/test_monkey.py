"""Any keys, clicks, pastes, sizes and absences, in a home full of words written to hurt."""

from pathlib import Path

import pytest
from textual.widgets import TextArea

from calmcli.journal.entries import LONGEST_NOTE
from calmcli.paths import find_places
from journals import keep, several
from tui.driver import open_app, open_home
from tui.monkey import Monkey, one_round

pytestmark = pytest.mark.usefixtures("painted")


@pytest.mark.parametrize("seed", [103, 113, *range(4)])
async def test_whatever_is_done_nothing_breaks_and_leaving_works(
    seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # sessions taken along are written here
    monkeypatch.setenv("PATH", "")  # nothing is played and nothing spoken
    await one_round(Monkey(seed), tmp_path, presses=60)


async def test_keys_typed_at_once_on_a_blank_screen_take_nothing_else_away() -> None:
    async with open_app(keys=["7", "enter", "b"]) as driver:
        await driver.press_at_once(*"xyz")
        assert driver.where == "SessionScreen"
        assert not driver.session.is_over


async def test_nor_do_they_over_a_page_that_is_laid_over_a_room(tmp_path: Path) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    keep(places, several())
    async with open_home(places=places, keys=["j", "enter", "enter", "b"]) as driver:
        await driver.press_at_once(*"xx")
        assert driver.where == "ReadingScreen"
        await driver.press("q")
        assert driver.where == "JournalScreen"


@pytest.mark.parametrize(
    "keys",
    [
        ["slash", *"visits", "enter"],
        ["slash", *"settings", "enter"],
        ["slash", *"zzz", "escape"],
        ["question_mark", "down"],
        ["h", "q"],
    ],
)
async def test_keys_typed_before_a_screen_is_there_wait_for_it(
    keys: list[str], tmp_path: Path
) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    keep(places, several())
    async with open_home(places=places, keys=keys) as slow:
        shown, where = slow.text(), slow.where
    async with open_home(places=places) as fast:
        await fast.press_at_once(*keys)
        assert (fast.text(), fast.where) == (shown, where)


async def test_keys_typed_as_a_screen_goes_wait_for_the_next(tmp_path: Path) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    keep(places, several())
    async with open_home(places=places, keys=["j", "enter", "q", "n"]) as slow:
        shown, where = slow.text(), slow.where
    async with open_home(places=places, keys=["j", "enter"]) as fast:
        await fast.press_at_once("q", "n")
        assert (fast.text(), fast.where) == (shown, where)


async def test_a_note_takes_what_it_has_room_for_of_what_is_pasted(tmp_path: Path) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    keep(places, several())
    async with open_home(places=places, keys=["j", "enter", "e"]) as driver:
        assert driver.where == "NoteScreen"
        for _ in range(2):
            await driver.paste("\t " * 50_000)
        assert "The note is full." in driver.words()
        assert len(driver.app.screen.query_one(TextArea).text) == LONGEST_NOTE
        await driver.press("backspace")
        assert "The note is full." not in driver.words()
