"""A page as lines of some width, for the whole screen and for plain lines alike."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from textwrap import wrap
from typing import NamedTuple

from calmcli.learn.links import command_of
from calmcli.learn.page import Block, Heading, Item, Page, Paragraph, Table

WIDEST = 72
"""Columns beyond which lines are tiring to read."""
_LEAST_COLUMN = 14
_GAP = 3
_NARROWEST = 8


class Line(NamedTuple):
    """One line of a page."""

    text: str
    is_heading: bool = False


def lay_out(page: Page, width: int, *, commands: bool, tables: bool) -> list[Line]:
    """All of a page, its ways on numbered.

    `commands` writes below each of them what can be typed for it. `tables` sets tables in columns
    where there is room: lines that are listened to do better without.
    """
    width = max(_NARROWEST, min(width, WIDEST))
    blocks: list[Block] = [Heading(page.title), Paragraph(page.summary), *page.blocks]
    numbers = iter(range(1, len(page.links) + 1))
    lines: list[Line] = []
    for sort, group in groupby(blocks, type):
        for block in _together(sort, list(group)):
            lines += [Line("")] if lines else []
            for one in block:
                match one:
                    case Heading(words):
                        lines += [Line(text, is_heading=True) for text in _wrap(words, width)]
                    case Paragraph(words):
                        lines += map(Line, _wrap(words, width))
                    case Item():
                        number = next(numbers) if one.link else None
                        lines += map(Line, _item(one, number, width, commands=commands))
                    case Table():
                        lines += map(Line, _table(one, width, tables=tables))
    return lines


def _together(sort: type[Block], blocks: list[Block]) -> list[list[Block]]:
    """The items of a list follow each other without an empty line."""
    return [blocks] if sort is Item else [[block] for block in blocks]


def _wrap(words: str, width: int, first: str = "", rest: str = "") -> list[str]:
    return wrap(words, width, initial_indent=first, subsequent_indent=rest)


def _item(item: Item, number: int | None, width: int, *, commands: bool) -> Iterator[str]:
    marker = "- " if number is None else f"{number} "
    yield from _wrap(item.words, width, marker, "  ")
    if item.link and commands:
        yield f"  {command_of(item.link.target)}"


def _table(table: Table, width: int, *, tables: bool) -> Iterator[str]:
    widths = _widths(table, width) if tables else None
    if widths is None:
        yield from _told(table, width)
        return
    for at, row in enumerate((table.columns, *table.rows)):
        cells = [wrap(cell, column) or [""] for cell, column in zip(row, widths, strict=True)]
        if at > 1 and _is_wrapped(table, widths):
            yield ""
        for y in range(max(map(len, cells))):
            parts = [
                (cell[y] if y < len(cell) else "").ljust(column)
                for cell, column in zip(cells, widths, strict=True)
            ]
            yield (" " * _GAP).join(parts).rstrip()


def _widths(table: Table, width: int) -> list[int] | None:
    """How wide each column is to be; None where columns have no room beside each other."""
    natural = [
        max(len(row[at]) for row in (table.columns, *table.rows))
        for at in range(len(table.columns))
    ]
    left = width - _GAP * (len(natural) - 1)
    widths = [0] * len(natural)
    for count, at in enumerate(sorted(range(len(natural)), key=natural.__getitem__)):
        widths[at] = min(natural[at], left // (len(natural) - count))
        left -= widths[at]
    is_cramped = any(
        each < min(wanted, _LEAST_COLUMN) for each, wanted in zip(widths, natural, strict=True)
    )
    return None if is_cramped else widths


def _is_wrapped(table: Table, widths: Sequence[int]) -> bool:
    return any(
        len(cell) > width for row in table.rows for cell, width in zip(row, widths, strict=True)
    )


def _told(table: Table, width: int) -> Iterator[str]:
    """Row by row: what it is about, and below it each cell with the name of its column."""
    first, *names = table.columns
    for about, *cells in table.rows:
        yield from _wrap(f"{first}: {about}" if first else about, width)
        for name, cell in zip(names, cells, strict=True):
            yield from _wrap(f"{name}: {cell}", width, "  ", "    ")
