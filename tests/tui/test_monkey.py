"""Any keys, clicks, pastes, sizes and absences, in a home full of words written to hurt."""

from pathlib import Path

import pytest

from calmcli.paths import find_places
from journals import keep, several
from tui.driver import open_app, open_home
from tui.monkey import Monkey, one_round


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
