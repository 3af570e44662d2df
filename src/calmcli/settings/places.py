"""Where in a TOML text each key and each item stands; tomllib does not tell."""

import re
import tomllib
from collections.abc import Iterator
from typing import NamedTuple

from calmcli.settings.keys import Path

_PART = r"""(?:"(?:\\.|[^"\\\n])*"|'[^'\n]*'|[\w-]+)"""
_DOTTED = re.compile(rf"{_PART}(?:[ \t]*\.[ \t]*{_PART})*", re.ASCII)
_GAP = re.compile(r"(?:[ \t\r\n,]|#[^\n]*)*")
_EQUALS = re.compile(r"[ \t]*=[ \t]*")
_OPENING = re.compile(r"\[\[?[ \t]*")
_REST_OF_LINE = re.compile(r"[^\n]*\n?")
_SIMPLE = re.compile(
    r'"""(?:\\[\s\S]|[^\\])*?"{3,5}'
    r"|'''[\s\S]*?'{3,5}"
    r'|"(?:\\.|[^"\\\n])*"'
    r"|'[^'\n]*'"
    r"|[^\s,\]}#][^,\]}#\n]*"
)
Place = tuple[Path, int]
"""A key or an item, and where in the text it begins."""


class Statement(NamedTuple):
    """One header of a table, or one key with its value."""

    table: Path
    """The table that it opens or stands in."""
    is_header: bool
    start: int
    end: int
    """Where the next line begins."""
    places: tuple[Place, ...]


def statements(text: str) -> Iterator[Statement]:
    """The statements of a text that tomllib can read, in order."""
    table: Path = ()
    at = _after(_GAP, text, 0)
    while at < len(text):
        is_header = text[at] == "["
        if is_header:
            inside = at
            places = list(_key(text, _after(_OPENING, text, at), ()))
            table = places[-1][0]
        else:
            places = []
            inside = _pair(text, at, table, places)
        end = _after(_REST_OF_LINE, text, inside)
        yield Statement(table, is_header, at, end, tuple(places))
        at = _after(_GAP, text, end)


def lines_of(text: str) -> dict[Path, int]:
    """The line, from 1, on which each key and each item of a text first appears."""
    lines: dict[Path, int] = {}
    line, seen = 1, 0
    for statement in statements(text):
        for path, start in statement.places:
            line += text.count("\n", seen, start)
            seen = start
            lines.setdefault(path, line)
    return lines


def _after(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _key(text: str, at: int, base: Path) -> Iterator[Place]:
    """The tables that a dotted key goes through, and at last the key itself."""
    for part in _parts(text[at : _after(_DOTTED, text, at)]):
        base = (*base, part)
        yield base, at


def _parts(dotted: str) -> Iterator[str]:
    """The names in a dotted key, without their quotes."""
    inner: object = tomllib.loads(f"{dotted} = 0")
    while isinstance(inner, dict):
        ((part, inner),) = inner.items()
        yield part


def _pair(text: str, at: int, base: Path, places: list[Place]) -> int:
    """Note a key and what is in its value; where the value ends."""
    places += _key(text, at, base)
    path = places[-1][0]
    at = _after(_EQUALS, text, _after(_DOTTED, text, at))
    return _value(text, at, path, places)


def _value(text: str, at: int, path: Path, places: list[Place]) -> int:
    """Note what is in a value; where it ends."""
    if text[at] == "{":
        at = _after(_GAP, text, at + 1)
        while text[at] != "}":
            at = _after(_GAP, text, _pair(text, at, path, places))
        return at + 1
    if text[at] == "[":
        index = 0
        at = _after(_GAP, text, at + 1)
        while text[at] != "]":
            places.append(((*path, index), at))
            at = _after(_GAP, text, _value(text, at, (*path, index), places))
            index += 1
        return at + 1
    return _after(_SIMPLE, text, at)
