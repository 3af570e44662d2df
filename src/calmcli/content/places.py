"""A YAML file as a small tree that remembers where everything stood."""

from __future__ import annotations

import re

from msgspec import Struct

# There can be thousands of places and words, and none holds a cycle: the collector skips them.


class Place(Struct, frozen=True, order=True, gc=False):
    """Where something stands in a file."""

    line: int
    """Counted from 1."""
    column: int
    """Counted from 1, in characters."""


BEGINNING = Place(1, 1)

# YAML 1.1 ends lines at all of these, and its parser counts lines that way.
_LINE_ENDS = ("\r\n", "\r", "\x85", "\u2028", "\u2029")

_MOST_LINES = 10  # after the first: no words that are shown or spoken are longer


def lines_of(text: str) -> list[str]:
    """The lines of a text, as the YAML parser counts them."""
    for end in _LINE_ENDS:
        text = text.replace(end, "\n")
    return text.split("\n")


def end_of(text: str) -> Place:
    """The place after the last character of a text."""
    lines = lines_of(text)
    return Place(len(lines), len(lines[-1]) + 1)


class Words(Struct, frozen=True, gc=False):
    """Something written: every number, choice and sentence is still text here."""

    place: Place
    text: str
    """Cleaned and trimmed; empty where nothing was written."""


class Items(Struct, frozen=True):
    """A list."""

    place: Place
    items: tuple[Node, ...]


class Entry(Struct, frozen=True):
    """A key and what it holds."""

    place: Place
    """Where the key stands."""
    value: Node


class Keys(Struct, frozen=True):
    """Keys, in the order they were written."""

    place: Place
    entries: dict[str, Entry]


class Refused(Struct, frozen=True):
    """Something that has been reported already and is not looked at again."""

    place: Place


Node = Words | Items | Keys | Refused


def place_of(node: Node, path: tuple[str | int, ...]) -> Place:
    """Where a key or item deep inside a node stands; the nearest thing around it when absent."""
    for step in path:
        match node:
            case Keys(entries=entries) if step in entries:
                node = entries[str(step)].value
            case Items(items=items) if isinstance(step, int) and step < len(items):
                node = items[step]
            case _:
                break
    return node.place


def place_within(lines: list[str], place: Place, piece: str) -> Place:
    """Where a piece of the words that begin at a place stands, perhaps on a later line.

    It is the place itself where the piece is written otherwise, in escapes for instance.
    """
    whole = r"(?<!\w){}(?!\w)" if piece[0].isalnum() else "{}"
    sought = whole.format(r"\s+".join(map(re.escape, piece.split())))
    text = "\n".join(lines[place.line - 1 : place.line + _MOST_LINES])
    found = re.compile(sought).search(text, place.column - 1)
    if found is None:
        return place
    before = text[: found.start()].split("\n")
    return Place(place.line + len(before) - 1, len(before[-1]) + 1)
