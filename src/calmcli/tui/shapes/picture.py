"""What a shape looks like at every step from empty to full, and where two steps differ.

Shapes are told apart here only by when each of their cells changes. That is known as soon as
the size is, so nothing is worked out while a breath moves.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

Place = tuple[int, int]
"""A cell: column and row, from 0 at the top left."""


class Glyph(NamedTuple):
    """What stands in one cell."""

    text: str
    lit: bool
    """Whether it belongs to the part that is full; the rest is drawn fainter."""
    reverse: bool = False
    """Whether what the character leaves blank is coloured instead. A full cell is a reversed
    blank: no seams, a third of the bytes, and it can be seen without colour."""


class Since(NamedTuple):
    """From which step on a cell looks like this."""

    step: int
    glyph: Glyph


NOWHERE = Glyph(" ", lit=False)
"""A cell that is no part of the shape."""
EMPTY = Glyph("", lit=False)
"""An empty cell of the shape; how that is shown depends on whether there are colours."""
FULL = Glyph(" ", lit=True, reverse=True)
ROUGHLY_FULL = Glyph("#", lit=True)
"""A full cell where blocks cannot be shown."""


class Picture(Struct, frozen=True, dict=True):
    """A shape at one size."""

    steps: int
    """How many steps there are from empty to full; 0 where there is no room."""
    cells: Mapping[Place, tuple[Since, ...]]
    """How each cell that is ever painted looks, in order, the first from step 0 on."""
    rising: Mapping[Place, Glyph]
    """Marks that say the breath goes in; the same places may be marked as it goes out."""
    falling: Mapping[Place, Glyph]
    """Marks that say the breath goes out."""
    is_vessel: bool = False
    """Whether its empty part can be seen as a whole, too."""

    def glyph(self, place: Place, step: int) -> Glyph:
        """What stands in a cell at a step; marks aside."""
        looks = self.cells.get(place)
        if looks is None:
            return NOWHERE
        return looks[bisect_right(looks, step, key=_step) - 1].glyph

    def marks(self, direction: int) -> Mapping[Place, Glyph]:
        """The marks for a breath that goes in (above 0), goes out (below 0) or rests."""
        return self.rising if direction > 0 else self.falling if direction < 0 else {}

    def between(self, low: int, high: int) -> set[Place]:
        """The cells that differ between two steps."""
        return {place for step in range(low + 1, high + 1) for place in self._changes[step]}

    def next_step(self, step: int, *, up: bool) -> int | None:
        """The next step that looks different on the way up or down; None where there is none."""
        if up:
            return next(
                (each for each in range(step + 1, self.steps + 1) if self._changes[each]), None
            )
        return next((each - 1 for each in range(step, 0, -1) if self._changes[each]), None)

    def row(self, y: int) -> list[int]:
        """The columns of a row that are part of the shape, in order."""
        return self._rows.get(y, [])

    @cached_property
    def _rows(self) -> dict[int, list[int]]:
        rows: dict[int, list[int]] = {}
        for x, y in sorted({*self.cells, *self.rising, *self.falling}):
            rows.setdefault(y, []).append(x)
        return rows

    @cached_property
    def _changes(self) -> list[list[Place]]:
        """For each step, the cells that change as it is reached."""
        changes: list[list[Place]] = [[] for _ in range(self.steps + 1)]
        for place, step in self._each_change():
            changes[step].append(place)
        return changes

    def _each_change(self) -> Iterator[tuple[Place, int]]:
        for place, looks in self.cells.items():
            for look in looks[1:]:
                yield place, look.step


def looks_of(each: Iterable[Since]) -> tuple[Since, ...]:
    """How a cell looks over time, without the steps that leave it as it was."""
    looks: list[Since] = []
    for look in each:
        if not looks or look.glyph != looks[-1].glyph:
            looks.append(look)
    return tuple(looks)


def _step(since: Since) -> int:
    return since.step


NOTHING = Picture(0, {}, {}, {})
"""What is drawn where there is no room."""
