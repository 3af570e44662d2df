"""Pictures of the screens, exported from the app itself: `make pictures`.

To look at them in other colours or at another size, beside the kept ones:

    python tools/pictures.py --theme light --size 40x15 --folder /tmp/looked-at
"""

import asyncio
import re
import sys
from argparse import ArgumentParser
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec import Struct
from msgspec.structs import replace

HOUSE = Path(__file__).parents[1]
sys.path.insert(0, str(HOUSE / "tests"))

from calmcli.paths import find_places  # noqa: E402
from calmcli.tui.look import Look  # noqa: E402
from journals import keep, several  # noqa: E402  these two are found beside this folder
from tui.driver import Driver, open_app, open_as_installed  # noqa: E402

KEPT = HOUSE / "docs" / "pictures"
SHAPES = ("ring", "orb", "water", "bar")
OTHER_KINDS = {"muscles": "pmr-7", "imagery": "steady-place", "grounding": "five-senses"}
BREATHING_OUT_S = 66.4
FETCHED_FONTS = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)
"""A picture asks no other machine for anything; the reader's own monospaced letters do."""


class Wish(Struct, frozen=True):
    """How the pictures are wished for."""

    size: tuple[int, int] = (80, 24)
    """Columns and rows."""
    look: Look = Look()
    """How the app is drawn."""


Open = Callable[[Wish], AbstractAsyncContextManager[Driver]]
"""Opens the app and leads it to what is to be seen."""


@asynccontextmanager
async def session(wish: Wish, script: str, seconds: float) -> AsyncIterator[Driver]:
    """A session so many seconds after its first cue."""
    opened = open_app(script, cycles=None, size=wish.size, look=wish.look, keys=["7", "enter"])
    async with opened as driver:
        if driver.where == "AskingScreen":
            await driver.press(*"the lake", "enter")
        await driver.forward(seconds)
        yield driver


@asynccontextmanager
async def question(wish: Wish, *keys: str) -> AsyncIterator[Driver]:
    """A session's first question, or past it by some keys."""
    async with open_app("long-out", cycles=None, size=wish.size, look=wish.look) as driver:
        await driver.press(*keys)
        yield driver


@asynccontextmanager
async def home(wish: Wish, *keys: str) -> AsyncIterator[Driver]:
    """Home of someone who has kept a few sessions, or past it by some keys."""
    with TemporaryDirectory() as place:
        places = find_places({"CALMCLI_HOME": place})
        keep(places, several())
        async with open_as_installed(places, size=wish.size, look=wish.look) as driver:
            await driver.press(*keys)
            yield driver


def shaped(shape: str) -> Open:
    """A breath out, as one of the shapes."""
    return lambda wish: session(
        replace(wish, look=replace(wish.look, shape=shape)), "long-out", BREATHING_OUT_S
    )


PICTURES: dict[str, Open] = {
    "home": home,
    "rating": lambda wish: question(wish, "7"),
    "session": shaped(SHAPES[0]),
    **{f"session-{shape}": shaped(shape) for shape in SHAPES[1:]},
    **{
        f"session-{kind}": partial(session, script=script, seconds=41)
        for kind, script in OTHER_KINDS.items()
    },
    "reply": lambda wish: question(wish, "7", "enter", "q", "4", "enter"),
    "journal": lambda wish: home(wish, "j", "enter", "down"),
    "settings": lambda wish: home(wish, "slash", *"settings", "enter", "l"),
}
"""What is pictured, by the name of its file."""


async def svg_of(name: str, wish: Wish) -> str:
    """One picture."""
    async with PICTURES[name](wish) as driver:
        drawn = driver.app.export_screenshot(title="calmcli")
    return FETCHED_FONTS.sub("", drawn).replace("Fira Code, monospace", "monospace")


def asked() -> tuple[Wish, Path, list[str]]:
    """What was asked for on the command line."""
    typed = ArgumentParser(description="Draw the screens as SVG.")
    typed.add_argument("names", nargs="*", help="which; all of them when none is named")
    typed.add_argument("--theme", default=Look().theme, help="in which colours")
    typed.add_argument("--size", default="80x24", help="at which size, such as 40x15")
    typed.add_argument("--folder", type=Path, default=KEPT, help="where to")
    options = typed.parse_args()
    columns, rows = options.size.split("x")
    wish = Wish((int(columns), int(rows)), Look(theme=options.theme))
    return wish, options.folder, options.names or list(PICTURES)


def main() -> None:
    """Write every picture that is asked for."""
    wish, folder, names = asked()
    folder.mkdir(parents=True, exist_ok=True)
    for name in names:
        path = folder / f"{name}.svg"
        path.write_text(asyncio.run(svg_of(name, wish)), encoding="utf-8")


if __name__ == "__main__":
    main()
