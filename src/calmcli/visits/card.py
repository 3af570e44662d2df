"""The card: one page in two halves, with nothing on it that the person did not put there."""

from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Literal

from msgspec import Struct
from msgspec.structs import replace

from calmcli.cells import wrapped
from calmcli.markdown import as_it_is
from calmcli.visits.clock import step_time
from calmcli.visits.visit import FIRST_QUESTIONS, Step, Visit
from calmcli.words import papers as on_paper
from calmcli.words import visits as said

MOST_LINES, MOST_COLUMNS = 60, 80
MOST_PRINTED_LINES = 76
"""Lines of text whose words a browser prints on one page, in its smaller letters."""
_MOST_ITEMS = 60

Wanted = Literal["them", "me", "both"]
WANTED: tuple[Wanted, ...] = ("them", "me", "both")


class Block(Struct, frozen=True):
    """A heading and what stands under it."""

    heading: str
    """Empty for words that stand alone."""
    items: tuple[str, ...]
    numbered: bool = False


class Half(Struct, frozen=True):
    """One side of the card."""

    title: str
    blocks: tuple[Block, ...]


class Card(Struct, frozen=True):
    """What is on the page, in any form of it."""

    title: str
    """The visit's name, and when it is."""
    halves: tuple[Half, ...]
    left_out: int = 0
    """How many items did not fit on the page."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was put on it yet."""
        return not any(half.blocks for half in self.halves)


def card_of(visit: Visit, wanted: Wanted = "both", most_lines: int = MOST_LINES) -> Card:
    """The card of a visit, or one half of it, so that it fits on a page of so many lines."""
    title = ", ".join(filter(None, (visit.name, said.when(visit.at, all_day=visit.all_day))))
    halves = []
    if wanted != "me":
        halves.append(Half(on_paper.CARD_FOR_THEM, tuple(_for_them(visit))))
    if wanted != "them":
        halves.append(Half(on_paper.CARD_FOR_ME_TITLE, tuple(_for_me(visit))))
    return _fitted(Card(title, tuple(halves)), most_lines)


def text_lines(card: Card) -> list[str]:
    """The card as lines of plain text."""
    lines = wrapped(card.title, MOST_COLUMNS)
    for number, half in enumerate(card.halves):
        lines += ["", *([on_paper.CUT, ""] if number else []), half.title]
        if not half.blocks:
            lines.append(on_paper.NOTHING_ON_CARD)
        for block in half.blocks:
            lines += ["", *_block_lines(block)]
    return lines


def markdown(card: Card) -> str:
    """The card as Markdown."""
    lines = [f"# {as_it_is(card.title)}"]
    for half in card.halves:
        lines += ["", f"## {half.title}"]
        if not half.blocks:
            lines += ["", on_paper.NOTHING_ON_CARD]
        for block in half.blocks:
            lines += ["", *([f"### {block.heading}", ""] if block.heading else [])]
            marks = (f"{n}." if block.numbered else "-" for n in range(1, _MOST_ITEMS + 1))
            lines += [
                f"{mark} {as_it_is(item)}" for mark, item in zip(marks, block.items, strict=False)
            ]
    return "\n".join(lines) + "\n"


def _for_them(visit: Visit) -> Iterator[Block]:
    yield from _alone(on_paper.WITH_ME, visit.who)
    yield from _listed(on_paper.WHAT_HELPS, visit.needs)
    if visit.faints:
        yield Block("", (on_paper.I_MAY_FAINT,))
    yield from _alone(on_paper.STOP_SIGN, visit.signal)
    yield from _alone(said.FROM_LAST_TIME, visit.last_time)
    first, more = visit.questions[:FIRST_QUESTIONS], visit.questions[FIRST_QUESTIONS:]
    yield from _listed(on_paper.FIRST_QUESTIONS, first, numbered=True)
    yield from _listed(on_paper.MORE_QUESTIONS, more)


def _for_me(visit: Visit) -> Iterator[Block]:
    yield from _alone(on_paper.MY_BREATH, visit.breath)
    yield from _alone(on_paper.WAY_OUT, visit.way_out)
    yield from _listed(said.STEPS, (_step_line(visit, step) for step in visit.steps))


def _step_line(visit: Visit, step: Step) -> str:
    """A step in one line: when, what, and what was planned for it."""
    time = step_time(visit, step)
    planned = [
        "" if step.expected is None else f"{on_paper.EXPECT} {step.expected}",
        f"{on_paper.WITH} {step.who}" if step.who else "",
        f'{on_paper.SAY} "{step.say}"' if step.say else "",
    ]
    exercise = f"({step.exercise})" if step.exercise else ""
    name = " ".join(filter(None, (time, step.name, exercise)))
    return ", ".join(filter(None, (name, *planned)))


def _alone(heading: str, words: str | None) -> Iterator[Block]:
    if words:
        yield Block(f"{heading}:", (words,))


def _listed(heading: str, items: Iterable[str], *, numbered: bool = False) -> Iterator[Block]:
    if listed := tuple(items)[:_MOST_ITEMS]:
        yield Block(heading, listed, numbered)


@lru_cache(maxsize=256)
def _block_lines(block: Block) -> tuple[str, ...]:
    """A block in lines; what is fitted asks for each again and again."""
    if not block.heading or block.heading.endswith(":"):
        words = " ".join((block.heading, *block.items)).strip()
        return tuple(wrapped(words, MOST_COLUMNS, "", "  "))
    lines = wrapped(block.heading, MOST_COLUMNS)
    for number, item in enumerate(block.items, start=1):
        mark = f"{number:>3}. " if block.numbered else "  - "
        lines += wrapped(item, MOST_COLUMNS, mark)
    return tuple(lines)


def _fitted(card: Card, most_lines: int) -> Card:
    """The card with the last items of its longest block left out, until it fits."""
    while len(text_lines(card)) > most_lines:
        at, block = max(
            (
                ((i, j), block)
                for i, half in enumerate(card.halves)
                for j, block in enumerate(half.blocks)
            ),
            key=lambda found: len(_block_lines(found[1])),
        )
        items = block.items[:-1] or (_cut(block.items[0]),)
        left_out = card.left_out + (len(items) < len(block.items))
        card = replace(
            card, halves=_with_block(card, at, replace(block, items=items)), left_out=left_out
        )
    return card


def _cut(text: str) -> str:
    """A text of half its length, which says that there is more."""
    return text[: len(text) // 2].rstrip(". ") + "..."


def _with_block(card: Card, at: tuple[int, int], block: Block) -> tuple[Half, ...]:
    halves = list(card.halves)
    blocks = list(halves[at[0]].blocks)
    blocks[at[1]] = block
    halves[at[0]] = replace(halves[at[0]], blocks=tuple(blocks))
    return tuple(halves)
