"""Words of a script are words: markup in them is shown, never obeyed."""

from pathlib import Path

import pytest

from calmcli.content.library import Library
from calmcli.course import Plan
from content.samples import changed
from sittings import breaths
from tui.driver import open_app

HOSTILE = [
    "[b]x[/b]",
    "[@click=app.quit]x[/]",
    "[/]",
    "[/b]",
    "[link=https://x]x",
    "[pause]",
    "\\[",
]


def hostile_plan(folder: Path, words: str) -> Plan:
    """A personal script that says these words wherever it can say any."""
    text = changed(
        ("title: My own", f"title: 'Title {words}'"),
        ("about: A soft breath in and a longer one out.", f"about: 'About {words}'"),
        ("words: Breathe in", f"words: 'In {words}'"),
        ("words: Breathe out", f"words: 'Out {words}'"),
    )
    (folder / "my-own.yaml").write_text(text, encoding="utf-8")
    return Plan(found=Library(folder).find("my-own"), length=breaths(2))


@pytest.mark.parametrize("words", HOSTILE)
async def test_markup_in_a_script_is_shown_as_it_stands(tmp_path: Path, words: str) -> None:
    async with open_app(plan=hostile_plan(tmp_path, words)) as driver:
        assert f"Title {words}" in driver.words()
        assert f"About {words}" in driver.words()
        await driver.press("s")
        assert driver.shown("title") == f"Title {words}"
        assert driver.shown("cue") == f"In {words}"
        await driver.forward(4)
        assert driver.shown("cue") == f"Out {words}"
        await driver.press("question_mark", "q", "space")
        await driver.resize(20, 5)
        assert "".join(driver.shown("cue").split()) == f"Out{words}"


async def test_words_that_look_like_something_to_click_do_nothing(tmp_path: Path) -> None:
    async with open_app(plan=hostile_plan(tmp_path, HOSTILE[1])) as driver:
        for keys, name in (([], "#about"), (["s"], "#cue"), ([], "#title")):
            await driver.press(*keys)
            for x in (6, 20):
                await driver.pilot.click(name, offset=(x, 0))
        await driver.settle()
        assert driver.where == "SessionScreen"
        assert driver.session.player.state.value == "playing"


async def test_markup_in_the_help_page_is_shown_as_it_stands() -> None:
    support = ["call [b]116[/b]", "[/] [@click=app.quit]chat[/]"]
    async with open_app(support=support) as driver:
        await driver.press("h")
        assert "call [b]116[/b] [/] [@click=app.quit]chat[/]" in driver.words()
