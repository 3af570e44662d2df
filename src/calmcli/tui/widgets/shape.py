"""Shapes that fill and empty with the breath. Only the cells that change are painted again."""

from math import sqrt
from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from calmcli.timeline import Cue

EIGHTHS = 8
_RISING = " ▁▂▃▄▅▆▇ "
_RUNNING = " ▏▎▍▌▋▊▉ "
"""The eighths of a cell. A full one is a reversed blank: no seams, a third of the bytes, and it
can be seen without colour."""
_ROUGH = "    #####"
"""The same where blocks cannot be shown."""

_REVERSED = Style(reverse=True)


class Shape(Widget):
    """Something drawn in whole steps, from empty at 0 to full at `steps`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"shape--level"}

    def __init__(self, *, blocks: bool, id: str) -> None:  # noqa: A002  Textual's own name for it
        super().__init__(id=id)
        self._blocks = blocks
        self._step = 0

    @property
    def steps(self) -> int:
        """How many steps there are from empty to full at the present size."""
        raise NotImplementedError

    def show(self, level: float) -> None:
        """Draw a level from 0 to 1, and paint only what differs from the one before."""
        step = round(level * self.steps)
        if step != self._step:
            low, high = sorted((self._step, step))
            self._step = step
            self.refresh(self._between(low, high))

    def next_change_ms(self, cue: Cue) -> float | None:
        """When in this cue the next step comes, in milliseconds of the timeline; None in holds."""
        if not self.display or not self.steps:
            return None
        half = 0.5 if cue.level_to > cue.level_from else -0.5
        return cue.reaches((self._step + half) / self.steps)

    def _between(self, low: int, high: int) -> Region:
        """The cells that differ between two steps."""
        raise NotImplementedError

    def _cells(self, blocks: str) -> str:
        """The characters for 0 to 8 eighths of a cell."""
        return blocks if self._blocks else _ROUGH

    def _style(self, eighths: int) -> Style:
        style = self.get_component_rich_style("shape--level")
        return style + _REVERSED if eighths == EIGHTHS and self._blocks else style


class Orb(Shape):
    """A round vessel that fills from below."""

    @property
    def steps(self) -> int:
        """Eighths of a cell, from the bottom to the top."""
        return self.size.height * EIGHTHS

    def render_line(self, y: int) -> Strip:
        """One row of the vessel."""
        width, height = self.size
        inside = _chord(y, width, height)
        margin = Segment(" " * ((width - inside) // 2), self.rich_style)
        eighths = min(EIGHTHS, max(0, self._step - EIGHTHS * (height - 1 - y)))
        row = Segment(self._cells(_RISING)[eighths] * inside, self._style(eighths))
        return Strip([margin, row, margin], width)

    def _between(self, low: int, high: int) -> Region:
        top = self.size.height - 1 - (high - 1) // EIGHTHS
        bottom = self.size.height - 1 - low // EIGHTHS
        return Region(0, top, self.size.width, bottom - top + 1)


class Bar(Shape):
    """One line that runs out and back."""

    @property
    def steps(self) -> int:
        """Eighths of a cell, from left to right."""
        return self.size.width * EIGHTHS

    def render_line(self, y: int) -> Strip:  # noqa: ARG002
        """The bar; it has one row."""
        width, cells = self.size.width, self._cells(_RUNNING)
        whole, eighths = divmod(min(self._step, self.steps), EIGHTHS)
        part = cells[eighths] if whole < width else ""
        return Strip(
            [
                Segment(cells[EIGHTHS] * whole, self._style(EIGHTHS)),
                Segment(part, self._style(eighths)),
                Segment(" " * (width - whole - len(part)), self._style(0)),
            ],
            width,
        )

    def _between(self, low: int, high: int) -> Region:
        left, right = low // EIGHTHS, (high - 1) // EIGHTHS
        return Region(left, 0, right - left + 1, 1)


def _chord(y: int, width: int, height: int) -> int:
    """How many cells of a row lie inside the ellipse that fills width and height."""
    off_centre = (y + 0.5) / height * 2 - 1
    inside = round(width * sqrt(max(0.0, 1 - off_centre**2)))
    return max(width % 2, inside if inside % 2 == width % 2 else inside - 1)
