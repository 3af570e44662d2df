"""Everything goes inside the app too: by one typed word, and nothing is written after it."""

from pathlib import Path

import pytest

from calmcli.paths import Places, find_places
from calmcli.words import forgetting as said
from tui.driver import Driver, open_as_installed

FORGET = ["slash", *"forget", "enter"]
A_SESSION = ["enter", "7", "enter", "q", "4", "enter", "enter"]
A_NIGHT = ["s", "enter", "l", "enter", "down", "enter", "q"]


@pytest.fixture
def places(tmp_path: Path) -> Places:
    places = find_places({"CALMCLI_HOME": str(tmp_path / "home")})
    places.scripts.mkdir(parents=True)
    (places.scripts / "mine.yaml").write_text("[")
    return places


def left(places: Places) -> list[str]:
    """What is there of any file below the folder of calmcli."""
    home = places.journal.parent
    return sorted(str(each.relative_to(home)) for each in home.rglob("*") if each.is_file())


async def typed(driver: Driver, word: str) -> str:
    await driver.press(*word, "enter")
    return driver.words()


@pytest.mark.parametrize("last", [["q"], ["ctrl+c"]])
async def test_the_word_removes_everything_and_nothing_is_written_again(
    places: Places, capsys: pytest.CaptureFixture[str], last: list[str]
) -> None:
    async with open_as_installed(places) as driver:
        await driver.press(*A_SESSION, *A_NIGHT)
        assert {"journal.db", "settings.toml"} <= {*left(places)}
        assert driver.app.theme == "night"
        await driver.press(*FORGET)
        assert "Out of its reach" in driver.words()
        assert "It is gone. Files removed: " in await typed(driver, "Forget")
        assert driver.app.theme == "dark"
        assert said.SCRIPTS_STAY in await typed(driver, "no")
        assert left(places) == ["scripts/mine.yaml"]
        await driver.press("enter")
        assert driver.where == "HomeScreen"
        await driver.press("j", "enter", "q", *last)
        assert driver.is_gone
    assert left(places) == ["scripts/mine.yaml"]
    assert "journal" not in capsys.readouterr().out


async def test_scripts_of_one_s_own_go_by_a_word_of_their_own(places: Places) -> None:
    async with open_as_installed(places) as driver:
        await driver.press(*FORGET)
        assert "scripts" in await typed(driver, said.WORD)
        assert said.GONE.format(count=1) in await typed(driver, said.SCRIPTS_WORD)
    assert left(places) == []


@pytest.mark.parametrize("word", ["", "yes", "forge"])
async def test_any_other_word_leaves_everything_as_it_is(places: Places, word: str) -> None:
    async with open_as_installed(places) as driver:
        await driver.press(*A_SESSION, *FORGET)
        before = left(places)
        assert said.AS_IT_WAS in await typed(driver, word)
        assert left(places) == before
        await driver.press("escape", "j", "enter")
        assert "7 → 4" in driver.words()


async def test_all_of_it_can_be_read_where_there_is_little_room(places: Places) -> None:
    async with open_as_installed(places, size=(20, 5)) as driver:
        await driver.press(*FORGET)
        seen = driver.words()
        for _ in range(20):
            await driver.press("down")
            seen += driver.words()
        assert "removes all that" in seen
        assert "leaves everything" in seen
