"""Painting a few cells of a widget without composing the screen anew.

Composing takes 1.8 ms of processor time and some 300 bytes, however little has changed, and a
breath moves twelve times a second. A cell painted by itself takes a tenth of either, and half of
that again where the rest of its line is not made for it.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, cast

from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

if TYPE_CHECKING:
    from calmcli.tui.app import CalmApp


class Cells(Widget):
    """A widget of which a few cells change often. It has neither border nor padding."""

    def render_cells(self, region: Region) -> Strip:
        """A few cells of one line, as they are to be painted."""
        return self.render_lines(region)[0]

    def paint(self, regions: Iterable[Region]) -> None:
        """Paint regions of a line each now; as everything is painted, where that is not certain."""
        changed = tuple(regions)
        seen = self._seen_whole()
        if not changed or seen is None:
            self.refresh(*changed)
            return
        self._paint_at(seen, changed)

    def paint_whole(self, change: Callable[[], object]) -> None:
        """Carry out a change that leaves its size as it is, and paint all of it now.

        Where that is not certain, it is painted as everything is.
        """
        seen = self._seen_whole()
        change()
        if seen is not None:
            self._repaint_required = False
            self._exchange_repaint_regions()
            self._paint_at(seen, [Region(0, y, seen.width, 1) for y in range(seen.height)])

    def _paint_at(self, seen: Region, changed: Sequence[Region]) -> None:
        self._styles_cache.set_dirty(*changed)
        runs = [(seen.x + each.x, seen.y + each.y, self.render_cells(each)) for each in changed]
        if not cast("CalmApp", self.app).paint_cells(runs):
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
