"""A disc that grows as the breath goes in."""

from collections import defaultdict
from collections.abc import Iterator
from math import hypot, sqrt

from calmcli.tui.shapes.picture import (
    FULL,
    NOTHING,
    NOWHERE,
    Glyph,
    Picture,
    Place,
    Since,
    looks_of,
)

_HIGHEST = 21
_LOWEST = 3
_SMALLEST = 0.35
"""Its radius when it is empty, of its radius when it is full."""
_STEPS_A_ROW = 9
_ROUND = 0.9
"""How much of a row's widest start is there at once: by single cells it would have a nose."""
_QUARTERS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟"
"""A cell with some of its quarters filled: their bits are 1, 2, 4, 8, from the top left."""
_ALL_QUARTERS = len(_QUARTERS)


def draw_orb(width: int, height: int, blocks: bool) -> Picture:  # noqa: FBT001  as every shape
    """A disc in the middle of the room, with a mark in it that points the way the breath goes."""
    rows = min(_HIGHEST, height, (width + 1) // 2)
    rows -= 1 - rows % 2
    if rows < _LOWEST:
        return NOTHING
    left, top = (width - (2 * rows - 1)) // 2, (height - rows) // 2
    steps = _STEPS_A_ROW * rows
    cells: dict[Place, tuple[Since, ...]] = {}
    for place in ((x, y) for y in range(rows) for x in range(2 * rows - 1)):
        looks = looks_of(_looks(_quarters(place, rows, steps), blocks))
        if looks[-1].glyph != NOWHERE:
            cells[left + place[0], top + place[1]] = looks
    middle = left + rows - 1, top + rows // 2
    up, down = "▴▾" if blocks else "^v"
    rising, falling = (Glyph(each, lit=True, reverse=blocks) for each in (up, down))
    return Picture(steps, cells, {middle: rising}, {middle: falling})


def _quarters(place: Place, rows: int, steps: int) -> Iterator[tuple[int, int]]:
    """The quarters of a cell that are ever filled: the step at which, and the bit."""
    column, row = place
    radius = rows / 2
    least = sqrt(radius / 2) * _ROUND
    for bit, (right, down) in enumerate(((0, 0), (1, 0), (0, 1), (1, 1))):
        off_x = (column + 0.25 + 0.5 * right - (rows - 0.5)) / 2
        off_y = row + 0.25 + 0.5 * down - rows / 2
        size = hypot(max(abs(off_x), least), max(abs(off_y), least)) / radius
        if size <= 1:
            step = round(steps * (size - _SMALLEST) / (1 - _SMALLEST))
            yield max(0, step), 1 << bit


def _looks(quarters: Iterator[tuple[int, int]], blocks: bool) -> Iterator[Since]:  # noqa: FBT001
    """A cell as its quarters fill."""
    by_step: dict[int, int] = defaultdict(int)
    for step, bit in quarters:
        by_step[step] |= bit
    bits = by_step.pop(0, 0)
    yield Since(0, _glyph(bits, blocks))
    for step in sorted(by_step):
        bits |= by_step[step]
        yield Since(step, _glyph(bits, blocks))


def _glyph(bits: int, blocks: bool) -> Glyph:  # noqa: FBT001
    if not blocks:
        return Glyph("#", lit=True) if bits.bit_count() > 2 else NOWHERE  # noqa: PLR2004
    if bits == _ALL_QUARTERS:
        return FULL
    return Glyph(_QUARTERS[bits], lit=True) if bits else NOWHERE
