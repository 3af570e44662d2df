"""All scripts there are: the shipped ones, and a person's own beside them or in their place."""

from pathlib import Path

from calmcli.content.loader import read_script
from calmcli.content.model import Script
from calmcli.content.shelf import Item, Origin, Shelf, read_item
from calmcli.content.shipped import SHIPPED

Found = Item[Script]
"""A script and where it came from."""


class Library(Shelf[Script]):
    """The shipped scripts and those of one personal folder, read anew at each question."""

    def __init__(self, personal: Path) -> None:
        super().__init__(personal, SHIPPED, read_script, "script")


def shipped_script(script_id: str) -> Found:
    """A shipped script, whatever stands in for it; KeyError when there is none of this id."""
    return read_item(SHIPPED[script_id], read_script)


__all__ = ["Found", "Library", "Origin", "shipped_script"]
