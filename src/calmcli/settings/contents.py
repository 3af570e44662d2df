"""What can be understood of a file of settings as TOML, however broken it is."""

import re
import tomllib
from typing import NamedTuple

from calmcli.toml import endless_at

NOT_UTF8 = "not all of this is UTF-8 text; save the file again as UTF-8"
NOT_TOML = (
    "this cannot be read, so it and what follows is left out;"
    ' write lines such as  journal = false  or  theme = "dark"'
)
NOTHING_READ = "this cannot be read as TOML, so nothing in it counts"

_PLACE = re.compile(r"\(at line ([0-9]+), column [0-9]+\)$")
_BEGINNING = re.compile(r"[ \t]*(?:\[|[^=\[\]{},#]+=)")
_MOST_TRIES = 8


class Trouble(NamedTuple):
    """Something wrong with the file itself, and from which line on."""

    line: int | None
    message: str

    def told(self, file: str) -> str:
        """It in one line, with its place in the file of that name."""
        return (
            f"{file}: {self.message}"
            if self.line is None
            else f"{file}:{self.line}: {self.message}"
        )


class Contents(NamedTuple):
    """What a file of settings holds."""

    text: str
    """As much of it as could be understood, each line ended by one newline."""
    table: dict[str, object]
    """What could be understood of it."""
    troubles: tuple[Trouble, ...] = ()
    newline: str = "\n"
    """How its lines end on the disk."""


def nothing(message: str) -> Contents:
    """No contents, and why."""
    return Contents("", {}, (Trouble(None, message),))


def contents_of(data: bytes) -> Contents:
    """The contents in some bytes. What stands above a line that cannot be read still counts."""
    text, troubles = _decode(data)
    newline = "\r\n" if "\r\n" in text else "\n"
    text = text.replace("\r\n", "\n")
    lines = text.rstrip("\n\t ").split("\n")
    endless = endless_at(text)
    end = len(lines) if endless is None else text.count("\n", 0, endless)
    for _ in range(_MOST_TRIES):
        table = _load(lines[:end])
        if isinstance(table, dict):
            if end < len(lines):
                text = "\n".join(lines[:end])
                troubles = (*troubles, Trouble(end + 1, NOT_TOML))
            return Contents(text, table, troubles, newline)
        end = _last_statement(lines, end) if table is None else table - 1
    return nothing(NOTHING_READ)


def _decode(data: bytes) -> tuple[str, tuple[Trouble, ...]]:
    try:
        return data.decode("utf-8-sig"), ()
    except UnicodeDecodeError as error:
        trouble = Trouble(data.count(b"\n", 0, error.start) + 1, NOT_UTF8)
        return data.decode("utf-8-sig", "replace"), (trouble,)


def _load(lines: list[str]) -> dict[str, object] | int | None:
    """The table in some lines, or the number of the line, from 1, at which it cannot be read.

    None when something in them never ends.
    """
    try:
        return tomllib.loads("\n".join(lines))
    except (ValueError, RecursionError) as error:  # ValueError: an endless number, too
        place = _PLACE.search(str(error))
        return int(place[1]) if place else None


def _last_statement(lines: list[str], end: int) -> int:
    """How many lines stand before the last one that seems to begin a statement."""
    before = end - 1
    while before > 0 and not _BEGINNING.match(lines[before]):
        before -= 1
    return before
