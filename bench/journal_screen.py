"""The journal's screen, opened once by the real app and paged through: for `bench/journal.py`.

Takes the home of a journal and how many sessions it has, and prints milliseconds and the most
memory as JSON. Nobody waits in it: the clock is a test's, keys come as soon as they can, and what
is drawn is drawn off screen.
"""

import asyncio
import json
import resource
import statistics
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from calmcli.journal.book import Book
from calmcli.paths import find_places
from tui.driver import Driver, open_as_installed

PAGES = 9
SIZE = (80, 16)
"""So low that even ten sessions are more than a page, and page down has as much to draw."""
ONE_PAGE = 16
"""With no more sessions page down begins at the top each time: there is no further page."""


async def milliseconds(driver: Driver, key: str) -> float:
    """How long it takes from a key until all is drawn that it leads to."""
    began = time.perf_counter()
    await driver.press(key)
    return (time.perf_counter() - began) * 1000


def note_when_first_seen() -> list[float]:
    """Takes down when a first page was drawn: what is behind it is counted only then."""
    seen: list[float] = []
    count_all = Book.count_all

    def noted(book: Book) -> bool:
        seen.append(time.perf_counter())
        return count_all(book)

    Book.count_all = noted  # type: ignore[assignment,method-assign]
    return seen


async def leaf(home: Path, sessions: int) -> dict[str, float]:
    """Open the journal from home, page down, and go to its end."""
    async with open_as_installed(find_places({"CALMCLI_HOME": str(home)}), size=SIZE) as driver:
        await driver.press("j")
        seen, began = note_when_first_seen(), time.perf_counter()
        await driver.press("enter")
        first, counted = ((each - began) * 1000 for each in (seen[-1], time.perf_counter()))
        down = []
        for _ in range(PAGES):
            down.append(await milliseconds(driver, "pagedown"))
            if sessions <= ONE_PAGE:
                await driver.press("home")
        last = await milliseconds(driver, "end")
    return {
        "first page": first,
        "all counted": counted,
        "page down": statistics.median(down),
        "to its end": last,
        "MiB": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


if __name__ == "__main__":
    print(json.dumps(asyncio.run(leaf(Path(sys.argv[1]), int(sys.argv[2])))))
