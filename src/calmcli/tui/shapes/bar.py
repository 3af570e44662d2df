"""A line that opens from its middle and closes again."""

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

EIGHTHS = 8
_WIDEST = 64
_ROOM_FOR_MARKS = 4
_NARROWEST = 6
_GROWING_RIGHT = "▏▎▍▌▋▊▉"
_ROUGH = "--===++"


def draw_bar(width: int, height: int, blocks: bool) -> Picture:  # noqa: FBT001  as every shape
    """A bar in the middle of the room; marks at its ends point the way it goes.

    The two halves take turns, an eighth of a cell each: one cell changes at a time, and they never
    differ by more than an eighth.
    """
    half = min(_WIDEST, width - _ROOM_FOR_MARKS) // 2
    marked = 2 * half >= _NARROWEST
    half = half if marked else width // 2
    if half < 1 or height < 1:
        return NOTHING
    middle, row = width // 2, (height - 1) // 2
    cells: dict[Place, tuple[Since, ...]] = {}
    for index in range(half):
        first = 2 * EIGHTHS * index
        cells[middle + index, row] = _right(first + 1, blocks)
        cells[middle - 1 - index, row] = _left(first + 2, blocks)
    left, right = (middle - half - 2, row), (middle + half + 1, row)
    opening = ("◂", "▸") if blocks else ("<", ">")
    rising = {left: Glyph(opening[0], lit=True), right: Glyph(opening[1], lit=True)}
    falling = {left: rising[right], right: rising[left]}
    marks = (rising, falling) if marked else ({}, {})
    return Picture(2 * EIGHTHS * half, cells, *marks, is_vessel=True)


def _right(first: int, blocks: bool) -> tuple[Since, ...]:  # noqa: FBT001
    """A cell that fills from its left."""
    parts = _GROWING_RIGHT if blocks else _ROUGH
    glyphs = [Glyph(part, lit=True) for part in parts]
    return _in_turn(first, [*glyphs, FULL if blocks else ROUGHLY_FULL])


def _left(first: int, blocks: bool) -> tuple[Since, ...]:  # noqa: FBT001
    """A cell that fills from its right: what is not there is drawn, and reversed."""
    if not blocks:
        return _right(first, blocks)
    glyphs = [Glyph(part, lit=True, reverse=True) for part in reversed(_GROWING_RIGHT)]
    return _in_turn(first, [*glyphs, FULL])


def _in_turn(first: int, glyphs: list[Glyph]) -> tuple[Since, ...]:
    later = (Since(first + 2 * part, glyph) for part, glyph in enumerate(glyphs))
    return looks_of([Since(0, EMPTY), *later])
