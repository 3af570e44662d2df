"""A ring of fine dots that closes from below as the breath goes in, and opens again as it goes."""

from collections import defaultdict
from collections.abc import Iterator
from math import atan2, cos, hypot, pi, sin
from typing import NamedTuple

from calmcli.tui.shapes.picture import NOTHING, Glyph, Picture, Place, Since, looks_of

_HIGHEST = 21
_LOWEST = 3
_THICK = 2.2
"""How thick the lit part is, in dots; the rest is a thin and broken line."""
_BEAD = 3
"""From one dot of the thin line to the next."""
_OVER = 0.4
_SLICES = 0.8
"""How many steps there are for each dot along an arm."""
_DOTS = ((0x01, 0x08), (0x02, 0x10), (0x04, 0x20), (0x40, 0x80))
"""The bits of the four by two dots of a braille character."""
_BRAILLE = 0x2800


class _Dot(NamedTuple):
    place: Place
    bit: int
    turn: int
    """Its step among all of them, from 1 at the foot of the ring."""
    is_thin: bool
    """Whether it is there before its turn, too."""


def draw_ring(width: int, height: int, blocks: bool) -> Picture:  # noqa: FBT001  as every shape
    """A ring in the middle of the room, with a mark in it that points the way the breath goes.

    Its two arms take turns, so that a step changes a cell or two.
    """
    rows = min(_HIGHEST, height, (width + 1) // 2)
    rows -= 1 - rows % 2
    if rows < _LOWEST:
        return NOTHING
    left, top = (width - (2 * rows - 1)) // 2, (height - rows) // 2
    by_cell: dict[Place, list[_Dot]] = defaultdict(list)
    for dot in _dots(rows):
        by_cell[left + dot.place[0], top + dot.place[1]].append(dot)
    steps = max(dot.turn for dots in by_cell.values() for dot in dots)
    cells = {place: looks_of(_looks(dots, blocks)) for place, dots in by_cell.items()}
    middle = left + rows - 1, top + rows // 2
    rising, falling = (Glyph(each, lit=True) for each in ("▴▾" if blocks else "^v"))
    return Picture(steps, cells, {middle: rising}, {middle: falling})


def _dots(rows: int) -> Iterator[_Dot]:
    """The dots of a ring as high as so many rows, and one column less than twice as wide."""
    across, down = 4 * rows - 2, 4 * rows
    centre_x, centre_y, radius = (across - 1) / 2, (down - 1) / 2, (across - 1) / 2
    slices = round(pi * radius * _SLICES)
    beads = round(pi * radius / _BEAD)
    thin = {
        (round(centre_x + radius * sin(angle)), round(centre_y + radius * cos(angle)))
        for angle in (pi * (bead + 0.5) / beads for bead in range(2 * beads))
    }
    for y in range(down):
        for x in range(across):
            off_x, off_y = x - centre_x, y - centre_y
            inside = radius + _OVER - hypot(off_x, off_y)
            if 0 <= inside < _THICK or (x, y) in thin:
                turn = 2 * min(slices - 1, int(abs(atan2(off_x, off_y)) / pi * slices))
                turn += 1 if off_x > 0 else 2
                yield _Dot((x // 2, y // 4), _DOTS[y % 4][x % 2], turn, (x, y) in thin)


def _looks(dots: list[_Dot], blocks: bool) -> Iterator[Since]:  # noqa: FBT001
    """A cell as its dots come, one turn after another."""
    bits = sum(dot.bit for dot in dots if dot.is_thin)
    turns = sorted({dot.turn for dot in dots})
    if not blocks:
        yield Since(0, Glyph(".", lit=False))
        yield Since(turns[len(turns) // 2], Glyph("#", lit=True))
        return
    yield Since(0, Glyph(chr(_BRAILLE + bits) if bits else " ", lit=False))
    for turn in turns:
        bits |= sum(dot.bit for dot in dots if dot.turn == turn)
        yield Since(turn, Glyph(chr(_BRAILLE + bits), lit=True))
