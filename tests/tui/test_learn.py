"""Pages to read, by keyboard alone."""

import pytest

from calmcli.learn.page import Item
from calmcli.learn.pages import TOPICS, find_page
from calmcli.tui.look import Look
from tui.driver import Driver, open_home

SIZES = [(80, 24), (40, 15), (20, 5)]
LEARN = ["l", "enter"]


def to_page(topic: str) -> list[str]:
    """The keys from home to a page."""
    return [*LEARN, *["down"] * TOPICS.index(topic), "enter"]


def number(topic: str, target: str) -> str:
    """The digit of a way on."""
    return str([link.target for link in find_page(topic).links].index(target) + 1)


async def read_to_the_end(driver: Driver) -> str:
    """All that can be seen of a page, screen by screen."""
    seen = [driver.words()]
    for _ in range(60):
        await driver.press("space")
        if driver.words() == seen[-1]:
            break
        seen.append(driver.words())
    return " ".join(seen)


async def test_a_page_is_chosen_read_to_its_end_and_left_to_the_list() -> None:
    async with open_home(keys=to_page("how-it-shows")) as driver:
        assert driver.where == "PageScreen"
        assert "In the body, in thoughts" in driver.words()
        assert "NG116" in await read_to_the_end(driver)
        await driver.press("q")
        assert "▸ How it can show" in driver.text()
        await driver.press("q")
        assert driver.where == "HomeScreen"


async def test_a_number_leads_to_another_page_and_back_again() -> None:
    async with open_home(keys=to_page("how-it-shows")) as driver:
        await driver.press(number("how-it-shows", "learn/small-steps"))
        assert driver.words().startswith("Small steps")
        await driver.press("q")
        assert driver.words().startswith("How it can show")


async def test_a_number_begins_an_exercise_which_ends_at_the_page() -> None:
    async with open_home(keys=to_page("how-it-shows")) as driver:
        await driver.press(number("how-it-shows", "ground/five-senses"))
        assert driver.session.plan.found.script.id == "five-senses"
        await driver.press("s", "q", "s")
        assert driver.words().startswith("How it can show")
        assert driver.entry.script == "five-senses"


async def test_a_number_shows_who_can_be_reached() -> None:
    async with open_home(keys=to_page("grounding")) as driver:
        await driver.press(number("grounding", "support"))
        assert "call 112" in driver.words()
        await driver.press("q")
        assert driver.words().startswith("Grounding")


async def test_a_number_leads_into_another_room_and_back_to_the_page() -> None:
    async with open_home(keys=to_page("when-not-to")) as driver:
        await driver.press(number("when-not-to", "profile"))
        assert driver.where == "ProfileScreen"
        await driver.press("q")
        assert driver.words().startswith("When not to")


async def test_a_digit_without_a_way_on_does_nothing() -> None:
    async with open_home(keys=to_page("how-it-shows")) as driver:
        before = driver.text()
        await driver.press("9")
        assert driver.text() == before


async def test_a_word_finds_pages_by_what_is_in_them() -> None:
    async with open_home(keys=[*LEARN, "slash", *"needles"]) as driver:
        assert "Faint, or panic?" in driver.words()
        assert "Small steps" not in driver.words()
        await driver.press("enter")
        assert driver.words().startswith("Faint, or panic?")


async def test_anything_can_be_found_from_a_page_and_gone_to() -> None:
    async with open_home(keys=to_page("breathing")) as driver:
        await driver.press("ctrl+p", *"leaves", "enter")
        assert driver.where == "BeginningScreen"
        assert "Leaves" in driver.words()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_all_of_a_page_can_be_seen_at_every_size(size: tuple[int, int]) -> None:
    async with open_home(size=size, keys=to_page("when-not-to")) as driver:
        seen = await read_to_the_end(driver)
        for block in find_page("when-not-to").blocks:
            if isinstance(block, Item):
                assert block.words.split()[-1] in seen


async def test_without_block_characters_pages_are_drawn_in_ascii() -> None:
    async with open_home(look=Look(blocks=False), keys=LEARN) as driver:
        assert driver.text().isascii()
        await driver.press("enter")
        assert driver.text().isascii()
