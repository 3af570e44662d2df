"""Files that need no parser: in each line a key or an item, and words that stand as they are.

What is shipped is written so, and most of what a person writes. The parser for all of YAML takes
longer to import than Python to start. This gives the very same tree, or none at all: escapes, words
over several lines and mistakes are left to the parser.
"""

import re
from typing import NamedTuple

from calmcli.content.places import Entry, Items, Keys, Node, Place, Words

_LONGEST, _MOST_LINES = 16_384, 900
_DEEPEST = 8
"""The column up to which a line may be set in; so nothing is nested too deep."""
_KEY = re.compile(r"([a-z_]+):(?: +(.+))?")
_FEW_WORDS = re.compile(r"\[(?:[a-z_]+(?:, [a-z_]+)*)?\]")
_NOT_AS_IT_STANDS = re.compile(r"""[-?:,\[\]{}#&*!|>'"%@`~]|.*(?:: | \#|:$)|(?:null|Null|NULL)$""")
_QUOTED = re.compile(r"\"([^\"\\]*)\"")
_ITEM = "- "


class _NotSimpleError(Exception):
    """The parser knows what it means."""


class _Line(NamedTuple):
    number: int
    indent: int
    rest: str

    def place(self, within: int = 0) -> Place:
        """Where something stands in it."""
        return Place(self.number, self.indent + within + 1)


def plain_tree(text: str) -> Keys | None:
    """The keys of a text that is as simple as that; None for any other."""
    if len(text) > _LONGEST:
        return None
    try:
        lines = _Lines(text)
        tree = lines.keys(0)
        lines.end()
    except _NotSimpleError:
        return None
    return tree


class _Lines:
    """The lines that are left, the next one last."""

    def __init__(self, text: str) -> None:
        self._left: list[_Line] = []
        for number, line in enumerate(text.split("\n"), start=1):
            rest = line.strip(" ")
            if not line.isprintable() or number > _MOST_LINES:
                raise _NotSimpleError
            if rest and not rest.startswith("#"):
                self._left.append(_Line(number, len(line) - len(line.lstrip(" ")), rest))
        self._left.reverse()

    def end(self) -> None:
        """Raise where anything is left."""
        if self._left:
            raise _NotSimpleError

    def keys(self, indent: int) -> Keys:
        """Keys that begin in one column."""
        if not self._is_at(indent) or indent > _DEEPEST:
            raise _NotSimpleError
        place, entries = self._left[-1].place(), dict[str, Entry]()
        while self._is_at(indent) and not self._left[-1].rest.startswith(_ITEM):
            line = self._left.pop()
            key = _KEY.fullmatch(line.rest)
            if key is None or key[1] in entries or key[1] == "null":
                raise _NotSimpleError
            value = self._words(line, key.start(2)) if key[2] else self._below(indent)
            entries[key[1]] = Entry(line.place(), value)
        return Keys(place, entries)

    def _is_at(self, indent: int) -> bool:
        return bool(self._left) and self._left[-1].indent == indent

    def _below(self, indent: int) -> Node:
        """What a key holds that has nothing beside it."""
        if not self._left or (line := self._left[-1]).indent < indent:
            raise _NotSimpleError
        if line.rest.startswith(_ITEM):
            return self._items(line.indent)
        if line.indent == indent:
            raise _NotSimpleError
        return self.keys(line.indent)

    def _items(self, indent: int) -> Items:
        place, items = self._left[-1].place(), list[Node]()
        while self._is_at(indent) and self._left[-1].rest.startswith(_ITEM):
            line = self._left.pop()
            rest = line.rest[len(_ITEM) :].lstrip(" ")
            line = _Line(line.number, indent + len(line.rest) - len(rest), rest)
            if _KEY.fullmatch(rest):
                self._left.append(line)
                items.append(self.keys(line.indent))
            else:
                items.append(self._words(line, 0))
        return Items(place, tuple(items))

    def _words(self, line: _Line, start: int) -> Node:
        """Words on the rest of a line, or a few between brackets."""
        written, place = line.rest[start:], line.place(start)
        if _FEW_WORDS.fullmatch(written) and "null" not in (few := written[1:-1].split(", ")):
            items, within = list[Node](), start + 1
            for word in few if few != [""] else []:
                items.append(Words(line.place(within), word))
                within += len(word) + 2
            return Items(place, tuple(items))
        if quoted := _QUOTED.fullmatch(written):
            return Words(place, quoted[1].strip())
        if _NOT_AS_IT_STANDS.match(written):
            raise _NotSimpleError
        return Words(place, written)
