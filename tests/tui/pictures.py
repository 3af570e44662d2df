"""Screens as text files, to be looked at; CALMCLI_UPDATE_SNAPSHOTS=1 draws them anew."""

import os
from difflib import unified_diff
from pathlib import Path

from tui.driver import Driver

_FOLDER = Path(__file__).with_name("screens")
_UPDATE = "CALMCLI_UPDATE_SNAPSHOTS"


def check_picture(driver: Driver, name: str) -> None:
    """Compare what is on the screen with the picture of that name."""
    check_drawn(framed(driver), name)


def framed(driver: Driver) -> str:
    """What is on the screen; a frame shows its edges."""
    edge = f"+{'-' * driver.app.size.width}+"
    return "\n".join([edge, *(f"|{row}|" for row in driver.rows()), edge, ""])


def check_drawn(drawn: str, name: str) -> None:
    """Compare what was drawn with the picture of that name."""
    path = _FOLDER / f"{name}.txt"
    if os.environ.get(_UPDATE) == "1":
        path.write_text(drawn, encoding="utf-8")
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    lines = unified_diff(kept.splitlines(), drawn.splitlines(), name, "now", lineterm="")
    assert drawn == kept, "\n".join([*lines, "if this is right: make looked-at"])
