"""A page as data: Markdown of the few sorts that pages are written in, and nothing more."""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

_LINK = re.compile(r"\[([^\]]+)\]\(([^)]+)\)")
_MARKS = re.compile(r"\*\*|`")
_RULE = re.compile(r"\|[-| ]+\|")
_SOURCES = "Sources"


class Link(NamedTuple):
    """A way on from a page."""

    words: str
    """What it is called."""
    target: str
    """Where it leads: `learn/TOPIC`, `breathe/SCRIPT`, `visit/TEMPLATE`, `support`."""


class Heading(NamedTuple):
    """The title of a section."""

    words: str


class Paragraph(NamedTuple):
    """Sentences that belong together."""

    words: str


class Item(NamedTuple):
    """One of a list; the ones with a way on begin with it."""

    words: str
    link: Link | None = None


class Table(NamedTuple):
    """Rows of cells, below the names of their columns."""

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block = Heading | Paragraph | Item | Table


class Page(NamedTuple):
    """One topic, as it is read."""

    topic: str
    """What is typed for it."""
    title: str
    summary: str
    """What it comes to, in its first paragraph."""
    blocks: tuple[Block, ...]
    """All that follows the summary, in order."""

    @property
    def links(self) -> list[Link]:
        """Every way on, in the order of the page."""
        return [block.link for block in self.blocks if isinstance(block, Item) and block.link]

    @property
    def sources(self) -> list[str]:
        """Where it comes from: the items of its last section."""
        _, *rest = self.section(_SOURCES)
        return [block.words for block in rest if isinstance(block, Item)]

    def section(self, title: str) -> list[Block]:
        """The blocks from one heading to the next; ValueError when there is no such heading."""
        start = self.blocks.index(Heading(title))
        ends = (at for at, each in enumerate(self.blocks) if at > start and _is_heading(each))
        return list(self.blocks[start : next(ends, None)])

    def prose(self) -> Iterator[str]:
        """Everything that is read, without where links lead."""
        yield from (self.title, self.summary)
        for block in self.blocks:
            if isinstance(block, Table):
                yield from block.columns
                for row in block.rows:
                    yield from row
            else:
                yield block.words


def read_page(topic: str, text: str) -> Page:
    """The page that a text is; ValueError when it is none."""
    match list(_blocks(text)):
        case [Heading(title), Paragraph(summary), *blocks]:
            return Page(topic, title, summary, tuple(blocks))
    raise ValueError(topic)


def _blocks(text: str) -> Iterator[Block]:
    for piece in re.split(r"\n\s*\n", text.strip()):
        lines = piece.splitlines() or [""]
        if lines[0].startswith("#"):
            yield Heading(_plain(lines[0].lstrip("# ")))
            lines = lines[1:]
        if lines and lines[0].startswith("|"):
            yield _table(lines)
        elif lines and lines[0].startswith("- "):
            yield from map(_item, re.split(r"\n- ", "\n".join(lines)[2:]))
        elif any(lines):
            yield Paragraph(_plain(" ".join(lines)))


def _item(text: str) -> Item:
    text = " ".join(text.split())
    found = _LINK.match(text)
    return Item(_plain(text), Link(_plain(found[1]), found[2]) if found else None)


def _table(lines: Iterable[str]) -> Table:
    columns, *rows = (
        tuple(_plain(cell.strip()) for cell in line.strip("|").split("|"))
        for line in lines
        if not _RULE.fullmatch(line)
    )
    return Table(columns, tuple(rows))


def _plain(words: str) -> str:
    """Words without the marks of Markdown."""
    return _MARKS.sub("", _LINK.sub(r"\1", words))


def _is_heading(block: Block) -> bool:
    return isinstance(block, Heading)
