"""Screens as text files, to be looked at; CALMCLI_UPDATE_SNAPSHOTS=1 draws them anew."""

import os
from difflib import unified_diff
from pathlib import Path

from tui.driver import Driver

_FOLDER = Path(__file__).with_name("screens")
_UPDATE = "CALMCLI_UPDATE_SNAPSHOTS"


def check_picture(driver: Driver, name: str) -> None:
    """Compare what is on the screen with the picture of that name; a frame shows its edges."""
    rows = driver.rows()
    edge = f"+{'-' * driver.app.size.width}+"
    drawn = "\n".join([edge, *(f"|{row}|" for row in rows), edge, ""])
    path = _FOLDER / f"{name}.txt"
    if os.environ.get(_UPDATE) == "1":
        path.write_text(drawn, encoding="utf-8")
    kept = path.read_text(encoding="utf-8") if path.exists() else ""
    lines = unified_diff(kept.splitlines(), drawn.splitlines(), name, "now", lineterm="")
    assert drawn == kept, "\n".join([*lines, f"if this is right: {_UPDATE}=1"])
