"""Painting a few cells of a widget without composing the screen anew.

Composing takes 1.8 ms of processor time and some 300 bytes, however little has changed, and a
breath moves ten times a second. Cells painted by themselves, in a style that is known already,
take a tenth of either.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, cast

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.geometry import Region, Size
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from calmcli.tui.app import CalmApp

Run = tuple[int, int, str, str]
"""Cells side by side: column, row, how a terminal is told their style, and their text."""


class Cells(Widget):
    """A widget of which a few cells change often. It has neither border nor padding."""

    def paint(self, places: Iterable[tuple[int, int]]) -> None:
        """Paint these cells now; as everything is painted, where that is not certain."""
        changed = [Region(x, y, 1, 1) for y, x in sorted((y, x) for x, y in places)]
        seen = self._seen_whole()
        if seen is None:
            self.refresh(*changed)
        else:
            self._paint_at(seen, changed, [self.cell(each.x, each.y) for each in changed])

    def cell(self, x: int, y: int) -> Run:
        """One of its cells, as it is painted by itself."""
        raise NotImplementedError

    def paint_whole(
        self, change: Callable[[], object], differing: Callable[[Size], Sequence[Run] | None]
    ) -> None:
        """Carry out a change that leaves its size as it is, and paint now what differs.

        Where that is not known, all of it is painted; where nothing is certain, as everything is.
        """
        seen = self._seen_whole()
        change()
        if seen is not None:
            self._repaint_required = False
            self._exchange_repaint_regions()
            rows = [Region(0, y, seen.width, 1) for y in range(seen.height)]
            self._styles_cache.set_dirty(*rows)
            runs = differing(seen.size)
            self._paint_at(seen, rows, list(self._whole(rows)) if runs is None else runs)

    def drawn(self, strip: Strip) -> Iterator[tuple[str, str]]:
        """The pieces of a strip, each with how a terminal is told its style."""
        for text, style, _ in strip:
            yield cast("CalmApp", self.app).ink(style or Style()), text

    def ink(self, style: Style) -> str:
        """How a terminal is told a style of ours."""
        strip, background = Strip([Segment(" ", style)], 1), self.background_colors[1]
        for each in self.get_line_filters():
            strip = strip.apply_filter(each, background)
        return next(ink for ink, _ in self.drawn(strip))

    def _whole(self, rows: Sequence[Region]) -> Iterator[Run]:
        for row in rows:
            x = row.x
            for ink, text in self.drawn(self.render_lines(row)[0]):
                yield x, row.y, ink, text
                x += cell_len(text)

    def _paint_at(self, seen: Region, changed: Sequence[Region], runs: Sequence[Run]) -> None:
        self._styles_cache.set_dirty(*changed)
        placed = [(seen.x + x, seen.y + y, ink, text) for x, y, ink, text in runs]
        if not cast("CalmApp", self.app).paint_cells(placed):
            self.refresh(*changed)

    def _seen_whole(self) -> Region | None:
        """Where on the screen it is, if all of it can be seen and is painted already."""
        if not self.is_mounted:
            return None
        screen, app = self.screen, self.app
        awaits_paint = (
            self._repaint_required
            or screen._layout_required  # noqa: SLF001
            or app._batch_count  # noqa: SLF001
            or self in screen._dirty_widgets  # noqa: SLF001
        )
        is_alone = screen.is_active and not app._notifications  # noqa: SLF001
        if awaits_paint or not is_alone or self not in screen._compositor:  # noqa: SLF001
            return None
        place = screen.find_widget(self)
        return place.region if place.clip.contains_region(place.region) else None
