"""What is said to the rating after, and when a person is offered."""

from pathlib import Path

import pytest

from calmcli.paths import find_places
from calmcli.shelves import read_favourites, read_unsuggested
from calmcli.tui.app import CalmApp
from calmcli.tui.look import Look
from calmcli.words import following
from calmcli.words import session as words
from sittings import Sitting, breaths, plan_for
from tui.driver import open_app, running

SIZES = [(80, 24), (40, 15), (20, 5)]


def keys_for(rating: int | None) -> list[str]:
    return ["s"] if rating is None else [*str(rating), "enter"]


@pytest.mark.parametrize(
    ("before", "after", "beginning"),
    [
        (7, 4, "Lower than before: 7 then, 4 now."),
        (2, 0, "Lower than before: 2 then, 0 now."),
        (7, 6, "About the same: 7 then, 6 now."),
        (0, 0, "About the same: 0 then, 0 now."),
        (3, 4, "About the same: 3 then, 4 now."),
        (4, 6, "Higher than before: 4 then, 6 now."),
        (0, 10, "Higher than before: 0 then, 10 now."),
    ],
)
async def test_two_ratings_get_a_reply(before: int, after: int, beginning: str) -> None:
    async with open_app(keys=[*keys_for(before), "q", *keys_for(after)]) as driver:
        assert driver.where == "ReplyScreen"
        assert beginning in driver.words()
        assert words.reply(before, after)[0] in driver.words()


@pytest.mark.parametrize(("before", "after"), [(None, 8), (9, None), (None, None), (None, 0)])
async def test_one_rating_alone_gets_none(before: int | None, after: int | None) -> None:
    async with open_app(keys=[*keys_for(before), "q", *keys_for(after)]) as driver:
        assert driver.is_gone


@pytest.mark.parametrize(
    ("before", "offered"), [(None, False), (0, False), (8, False), (9, True), (10, True)]
)
async def test_a_person_is_offered_from_9_on_before_and_the_session_goes_on(
    before: int | None, *, offered: bool
) -> None:
    async with open_app(keys=keys_for(before)) as driver:
        assert driver.where == "SessionScreen"
        assert (words.A_PERSON.format(key="h") in driver.words()) is offered
        await driver.forward(1)
        assert driver.shown("count") == "3"


@pytest.mark.parametrize("size", [*SIZES, (20, 9), (80, 12)])
@pytest.mark.parametrize("script", ["box", "pursed"])
async def test_a_person_is_offered_before_at_every_size(script: str, size: tuple[int, int]) -> None:
    async with open_app(script, cycles=None, keys=["9", "enter"], size=size) as driver:
        assert words.A_PERSON.format(key="h") in driver.words() or "h: a person" in driver.words()
        assert "…" not in driver.words()


@pytest.mark.parametrize("before", [None, 3, 9])
@pytest.mark.parametrize(("after", "offered"), [(8, False), (9, True), (10, True)])
async def test_a_person_is_offered_from_9_on_after_and_one_key_leaves(
    before: int | None, after: int, *, offered: bool
) -> None:
    async with open_app(keys=[*keys_for(before), "q", *keys_for(after)]) as driver:
        assert driver.is_gone is (before is None and not offered)
        if not driver.is_gone:
            assert (words.A_PERSON.format(key="h") in driver.words()) is offered
            await driver.press("q")
        assert driver.is_gone
        assert driver.entry.after == after


@pytest.mark.parametrize("keys", [["9", "enter"], ["9", "enter", "q", "9", "enter"]])
async def test_who_can_be_reached_is_one_key_from_the_offer(keys: list[str]) -> None:
    async with open_app(keys=[*keys, "h"]) as driver:
        assert "call 116 123" in driver.words()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("after", [0, 5, 10])
async def test_the_whole_reply_can_be_read_at_every_size(after: int, size: tuple[int, int]) -> None:
    keys = [*keys_for(5), "q", *keys_for(after)]
    async with open_app(keys=keys, size=size) as driver:
        said = words.reply(5, after) + ([words.A_PERSON.format(key="h")] if after == 10 else [])
        unread = set(" ".join(said).split())
        for _ in range(40):
            unread -= set(driver.words().split())
            await driver.press("down")
        assert unread == set()
        assert driver.where == "ReplyScreen"


@pytest.mark.parametrize("size", SIZES)
async def test_the_rating_before_is_nowhere_to_be_seen_while_the_one_after_is_given(
    size: tuple[int, int],
) -> None:
    seen = set()
    for before in (None, 0, 4, 7, 10):
        async with open_app(keys=[*keys_for(before), "q"], size=size) as driver:
            asked = driver.text()
            await driver.press("3")
            seen.add((asked, driver.text()))
    assert len(seen) == 1
    assert "And now?" in seen.pop()[0]


async def test_about_the_same_begins_another_kind_with_one_key() -> None:
    async with open_app(keys=["5", "enter", "q", "5", "enter"]) as driver:
        assert "Another kind, if it suits" in driver.words()
        await driver.press("a")
        assert driver.where == "BeginningScreen"
        await driver.press("5", "enter")
        assert driver.entry.kind == "grounding"


async def test_a_note_is_typed_with_any_letters_and_kept_with_the_session() -> None:
    async with open_app(keys=["7", "enter", "q", "3", "enter", "w"]) as driver:
        assert driver.where == "AskingScreen"
        await driver.press(*"quiet again", "enter")
        assert driver.entry.note == "quiet again"
        assert following.NOTED in driver.words()
        await driver.press("w", "escape", "enter")
        assert driver.is_gone
        assert driver.entry.note == "quiet again"


@pytest.mark.parametrize("key", ["a", "u", "f"])
async def test_what_is_not_offered_is_not_there(key: str) -> None:
    async with open_app(keys=["7", "enter", "q", "3", "enter", key]) as driver:
        assert driver.where == "ReplyScreen"
        assert driver.words().count("Lower") == 1


async def test_a_favourite_and_bringing_one_up_no_more_are_one_key(tmp_path: Path) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    sitting = Sitting(plan_for("box", length=breaths(1)))
    app = CalmApp(sitting.house(places=places), look=Look(), session=sitting.session)
    async with running(app, sitting, (80, 24)) as driver:
        await driver.press("7", "enter", "q", "3", "enter", "f")
        assert following.MARKED.format(title="Box breathing") in driver.words()
        assert read_favourites(places) == {"box"}
    sitting = Sitting(plan_for("box", length=breaths(1)))
    app = CalmApp(sitting.house(places=places), look=Look(), session=sitting.session)
    async with running(app, sitting, (80, 24)) as driver:
        await driver.press("3", "enter", "q", "7", "enter", "u")
        assert following.UNSUGGESTED in driver.words()
        assert following.AGAIN_HERE in driver.words()
        await driver.press("u")
        assert following.SUGGESTED in driver.words()
        assert read_unsuggested(places) == frozenset()
