"""A shape that fills and empties with the breath. Only the cells that change are painted again."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip

from calmcli.timeline import Cue
from calmcli.tui.look import Look
from calmcli.tui.shapes import SHAPES
from calmcli.tui.shapes.picture import NOTHING, Glyph, Picture, Place
from calmcli.tui.widgets.cells import Cells

_REVERSED = Style(reverse=True)


class Shape(Cells):
    """One of the shapes, as large as its room allows, in whole steps from empty to full."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "shape--lit",
        "shape--rest",
        "shape--held",
        "shape--empty",
    }

    def __init__(self, name: str, look: Look, *, id: str) -> None:  # noqa: A002  Textual's own name for it
        super().__init__(id=id)
        self._draw, self._look = SHAPES[name], look
        self._picture, self._drawn_for = NOTHING, (0, 0)
        self._level, self._step, self._direction = 0.0, 0, 0

    @property
    def picture(self) -> Picture:
        """The shape at the present size."""
        if self._drawn_for != self.size:
            self._drawn_for = self.size
            self._picture = self._draw(*self.size, self._look.blocks)
            self._step = round(self._level * self._picture.steps)
        return self._picture

    def show(self, level: float, cue: Cue) -> None:
        """Draw a level from 0 to 1 within a cue, and paint only what differs from before."""
        picture = self.picture
        self._level, step = level, round(level * picture.steps)
        changed = picture.between(*sorted((self._step, step)))
        direction = (cue.level_to > cue.level_from) - (cue.level_to < cue.level_from)
        if direction != self._direction:
            changed |= {*picture.rising, *picture.falling}
        self._step, self._direction = step, direction
        if changed:
            self.paint(_runs(changed))

    def next_change_ms(self, cue: Cue) -> float | None:
        """When in this cue the next step comes, in milliseconds of the timeline; None in holds."""
        picture, up = self.picture, cue.level_to > cue.level_from
        if not self.display or not picture.steps:
            return None
        step = picture.next_step(self._step, up=up)
        return None if step is None else cue.reaches((step + (-0.5 if up else 0.5)) / picture.steps)

    def render_line(self, y: int) -> Strip:
        """One row of its room."""
        segments, end, blank = [], 0, self.rich_style
        for x, text, style in self._row(y, self.picture.row(y)):
            segments += [Segment(" " * (x - end), blank), Segment(text, style)]
            end = x + 1
        segments.append(Segment(" " * (self.size.width - end), blank))
        return Strip([each for each in segments if each.text], self.size.width).simplify()

    def render_cells(self, region: Region) -> Strip:
        """A few cells of a row, all of them part of it; the rest of the row is not made."""
        row = self._row(region.y, range(region.x, region.right))
        strip = Strip([Segment(text, style) for _, text, style in row], region.width)
        background = self.background_colors[1]
        for each in self.get_line_filters():
            strip = strip.apply_filter(each, background)
        return strip

    def _row(self, y: int, columns: Iterable[int]) -> Iterator[tuple[int, str, Style]]:
        """The column, the character and the style of each of these cells of a row."""
        picture = self.picture
        marks = picture.marks(self._direction)
        for x in columns:
            glyph = marks.get((x, y)) or picture.glyph((x, y), self._step)
            held = picture.is_vessel and (x, y) in picture.cells
            yield x, glyph.text or self._empty, self._style(glyph, held=held)

    @property
    def _empty(self) -> str:
        """How the empty part of a vessel is shown: by its colour, where there is one."""
        return " " if self._look.blocks and self._look.colours else "."

    def _style(self, glyph: Glyph, *, held: bool) -> Style:
        lit, rest = ("shape--held", "shape--empty") if held else ("shape--lit", "shape--rest")
        style = self.get_component_rich_style(lit if glyph.lit else rest)
        return style + _REVERSED if glyph.reverse else style


def _runs(places: Iterable[Place]) -> Iterator[Region]:
    """The regions that hold these cells and no others, row by row."""
    start = end = row = -1
    for y, x in sorted((y, x) for x, y in places):
        if (y, x) != (row, end):
            if row >= 0:
                yield Region(start, row, end - start, 1)
            start, row = x, y
        end = x + 1
    if row >= 0:
        yield Region(start, row, end - start, 1)
