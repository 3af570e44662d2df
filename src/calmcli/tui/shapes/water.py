"""Water that rises and sinks in a bowl."""

from math import sqrt

from calmcli.tui.shapes.picture import (
    EMPTY,
    FULL,
    NOTHING,
    ROUGHLY_FULL,
    Glyph,
    Picture,
    Place,
    Since,
    looks_of,
)

_WIDEST = 44
_HIGHEST = 18
_ROOM_FOR_MARKS = 6
_COLUMNS_A_ROW = 2.4
_ROUND = 0.5
"""How much of its height the curve of the bowl takes."""
_RISING = "▁▂▃▄▅▆▇"
_ROUGH = "--===++"


def draw_water(width: int, height: int, blocks: bool) -> Picture:  # noqa: FBT001  as every shape
    """A bowl in the middle of the room, an eighth of a row a step; marks stand at its sides."""
    rows = min(_HIGHEST, height)
    columns = min(_WIDEST, round(rows * _COLUMNS_A_ROW), width - _ROOM_FOR_MARKS)
    if rows < 1 or columns < 1:
        return NOTHING
    left, top = (width - columns) // 2, (height - rows) // 2
    parts = _RISING if blocks else _ROUGH
    fuller = [*(Glyph(part, lit=True) for part in parts), FULL if blocks else ROUGHLY_FULL]
    cells: dict[Place, tuple[Since, ...]] = {}
    for up in range(rows):
        first, inset = len(fuller) * up + 1, _inset(up, rows, columns)
        later = (Since(first + part, each) for part, each in enumerate(fuller))
        looks = looks_of([Since(0, EMPTY), *later])
        for column in range(inset, columns - inset):
            cells[left + column, top + rows - 1 - up] = looks
    sides = [(left - 2, top + rows // 2), (left + columns + 1, top + rows // 2)]
    rising, falling = (Glyph(each, lit=True) for each in ("▴▾" if blocks else "^v"))
    marks = dict.fromkeys(sides, rising), dict.fromkeys(sides, falling)
    return Picture(len(fuller) * rows, cells, *marks, is_vessel=True)


def _inset(up: int, rows: int, columns: int) -> int:
    """How many cells the bowl is narrower, on each side, so many rows above its floor."""
    curve = rows * _ROUND
    below = max(0.0, 1 - (up + 0.5) / curve)
    return round(columns / 3 * (1 - sqrt(1 - below**2)))
