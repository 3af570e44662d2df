"""One evening from the first start to leaving, by keyboard alone, and what each leg of it costs."""

from pathlib import Path
from typing import NamedTuple

from calmcli.journal.book import Book
from calmcli.paths import find_places
from calmcli.settings import read_settings
from calmcli.words import home, leafing
from tui.driver import open_as_installed

NOTE = "before the scan"


class Leg(NamedTuple):
    """One stretch of the way."""

    name: str
    most_keys: int
    """How many keys it may take; none of them is a letter of a note."""
    keys: list[str]
    ends_at: str
    """The screen one stands on after it."""
    says: str = ""
    """What stands there then."""


WAY = [
    Leg("first start", 0, [], "HomeScreen", home.HOME),
    Leg("begin the usual one", 1, ["enter"], "BeginningScreen", "Long out-breath"),
    Leg("rate before, and breathe", 2, ["7", "enter"], "SessionScreen", "Breathe"),
    Leg("end it", 1, ["q"], "RatingScreen", "And now?"),
    Leg("rate after", 2, ["4", "enter"], "ReplyScreen", "7 then, 4 now"),
    Leg("back home", 1, ["enter"], "HomeScreen"),
    Leg("journal", 2, ["j", "enter"], "JournalScreen", "7 → 4"),
    Leg("open a note", 1, ["e"], "NoteScreen"),
    Leg("its words", 0, list(NOTE), "NoteScreen", NOTE),
    Leg("keep it", 1, ["escape"], "JournalScreen", leafing.KEPT["journal"]),
    Leg("back home again", 1, ["q"], "HomeScreen"),
    Leg("settings", 2, ["s", "enter"], "SettingsScreen", "look.theme dark"),
    Leg("the themes", 2, ["l", "enter"], "ValueScreen", "night"),
    Leg("another theme", 2, ["down", "enter"], "SettingsScreen", "look.theme night"),
    Leg("leave", 2, ["q", "q"], "gone"),
]
MOST_KEYS = 20


def cost(leg: Leg) -> int:
    """How many keys it takes; what is written into a note is the person's own."""
    return 0 if leg.keys == list(NOTE) else len(leg.keys)


async def test_an_evening_from_the_first_start_to_leaving_takes_twenty_keys(
    tmp_path: Path,
) -> None:
    """Nothing is set up, nothing is asked twice, and no leg takes more than two keys.

    A breath costs one key, since home opens on the usual exercise. A rating costs two, so that a
    number that slipped can be put right before it counts. A room costs two: its letter marks it,
    and Enter goes there, so that no letter leads away by accident; a theme is found likewise. A
    note is one key in and one out, and between them every letter is a letter. Leaving costs one
    key a room and asks nothing.
    """
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    async with open_as_installed(places) as driver:
        for leg in WAY:
            await driver.press(*leg.keys)
            if driver.where == "SessionScreen":
                await driver.forward(20)
            assert driver.where == leg.ends_at, leg.name
            assert driver.is_gone or leg.says in driver.words(), (leg.name, driver.words())
        assert (driver.app.return_code, driver.app.theme) == (0, "night")

    for leg in WAY:
        assert cost(leg) <= leg.most_keys <= 2, leg.name
    assert sum(map(cost, WAY)) == sum(leg.most_keys for leg in WAY) == MOST_KEYS

    book = Book(places)
    kept = book.entry(0)
    assert (len(book), book.messages) == (1, [])
    assert kept is not None
    assert (kept.before, kept.after, kept.ended, kept.note) == (7, 4, "stopped", NOTE)
    assert kept.done_seconds == 20
    assert read_settings(places.settings).settings.look.theme == "night"
