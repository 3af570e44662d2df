"""A shape that fills and empties with the breath. Only the cells that change are painted again."""

from collections.abc import Iterable, Iterator
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from calmcli.timeline import Cue
from calmcli.tui.look import Look
from calmcli.tui.shapes import SHAPES
from calmcli.tui.shapes.picture import NOTHING, Glyph, Picture, Place
from calmcli.tui.widgets.cells import Cells, Run

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
        self._inks: dict[tuple[Glyph, bool], tuple[str, str]] = {}

    @property
    def picture(self) -> Picture:
        """The shape at the present size."""
        if self._drawn_for != self.outer_size:  # half as long to find out as the size inside
            self._drawn_for = self.outer_size
            self._picture = self._draw(*self.outer_size, self._look.blocks)
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
            self.paint(changed)

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

    def notify_style_update(self) -> None:
        """Its inks have changed with its styles."""
        super().notify_style_update()
        self._inks.clear()

    def _row(self, y: int, columns: Iterable[int]) -> Iterator[tuple[int, str, Style]]:
        """The column, the character and the style of each of these cells of a row."""
        for x in columns:
            glyph, held = self._glyph((x, y))
            yield x, glyph.text or self._empty, self._style(glyph, held=held)

    def cell(self, x: int, y: int) -> Run:
        """One of its cells, as it is painted by itself."""
        glyph, held = self._glyph((x, y))
        ink = self._inks.get((glyph, held))
        if ink is None:
            style = self._style(glyph, held=held)
            ink = self._inks[glyph, held] = self.ink(style), glyph.text or self._empty
        return x, y, *ink

    def _glyph(self, place: Place) -> tuple[Glyph, bool]:
        """What stands in a cell, and whether that is part of a vessel."""
        picture = self._picture
        glyph = picture.marks(self._direction).get(place) or picture.glyph(place, self._step)
        return glyph, picture.is_vessel and place in picture.cells

    @property
    def _empty(self) -> str:
        """How the empty part of a vessel is shown: by its colour, where there is one."""
        return " " if self._look.blocks and self._look.colours else "."

    def _style(self, glyph: Glyph, *, held: bool) -> Style:
        lit, rest = ("shape--held", "shape--empty") if held else ("shape--lit", "shape--rest")
        style = self.get_component_rich_style(lit if glyph.lit else rest)
        return style + _REVERSED if glyph.reverse else style
