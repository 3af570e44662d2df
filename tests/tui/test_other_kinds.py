"""Relaxation, visualization and grounding on the one session screen."""

import pytest

from sittings import plan_for
from tui.driver import open_app

SIZES = [(80, 24), (40, 15), (20, 5)]
by_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")


@by_size
async def test_grounding_waits_and_says_so(size: tuple[int, int]) -> None:
    plan = plan_for("five-senses", ask_before=False, ask_after=False)
    async with open_app(plan=plan, size=size) as driver:
        await driver.forward(60)
        assert "One thing that you can see." in driver.words()
        await driver.press("right")
        assert "A second thing that you can see." in driver.words()


async def test_a_word_of_ones_own_is_typed_with_any_letters_and_kept_nowhere() -> None:
    plan = plan_for("steady-place", ask_before=False, ask_after=False)
    async with open_app(plan=plan) as driver:
        assert "steady one for you?" in driver.words()
        await driver.press(*"quay", "enter")
        assert any("quay" in said for said in driver.session.all_words())
        await driver.press("q")
        assert driver.is_gone
        assert "quay" not in repr(driver.kept)


async def test_a_word_of_ones_own_can_be_skipped_with_one_key() -> None:
    async with open_app(plan=plan_for("steady-place"), keys=["6", "enter"]) as driver:
        assert driver.where == "AskingScreen"
        assert driver.entry.before == 6
        await driver.press("enter")
        assert driver.where == "SessionScreen"


async def test_a_session_is_left_where_it_asks_for_a_word_and_what_was_rated_is_kept() -> None:
    async with open_app(plan=plan_for("steady-place"), keys=["6", "enter"]) as driver:
        assert "Escape leave" in driver.words()
        await driver.press("escape")
        assert "And now?" in driver.words()
        assert (driver.entry.before, driver.entry.ended) == (6, "stopped")
        await driver.press("escape")
        assert driver.is_gone


async def test_ctrl_c_leaves_the_question_for_a_word_at_once() -> None:
    async with open_app(plan=plan_for("steady-place"), keys=["s"]) as driver:
        await driver.press("ctrl+c")
        assert driver.app.return_code == 130


async def test_grounding_is_one_key_away_and_ends_what_was_begun() -> None:
    async with open_app("box", keys=["5", "enter"]) as driver:
        await driver.forward(3)
        await driver.press("g")
        assert "Look around" in driver.words()
        await driver.press("g")
        assert "Look around" in driver.words()
        await driver.press("q", "2", "enter")
        assert driver.is_gone
        first, second = {entry.id: entry for entry in driver.kept}.values()
        assert (first.script, first.ended, first.before, first.after) == ("box", "stopped", 5, None)
        assert (second.script, second.before, second.after) == ("five-senses", None, 2)


@pytest.mark.parametrize(("after", "offered"), [("7", True), ("3", False), ("1", False)])
async def test_grounding_is_offered_where_things_got_harder_and_only_there(
    after: str, *, offered: bool
) -> None:
    async with open_app("box", keys=["3", "enter", "q", after, "enter"]) as driver:
        assert ("g ground me" in driver.words()) is offered
        await driver.press("g")
        assert ("Look around" in driver.words()) is offered


async def test_a_kind_that_the_styles_do_not_name_has_no_shape_and_no_count() -> None:
    async with open_app(plan=plan_for("five-senses", ask_before=False)) as driver:
        assert driver.where == "SessionScreen"
        driver.app.screen.set_class(False, "-grounding")
        await driver.settle()
        shown = {
            name: driver.app.screen.query_one(f"#{name}").display
            for name in ("shape", "space", "count", "bar")
        }
        assert not any(shown.values()), shown
