"""Rows to choose from. Only those in sight are ever asked for, so there may be any number."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from calmcli.tui.widgets.columns import Columns, Part, Rows

_MARKER_WIDTH = 2


class Choices(ScrollView, can_focus=False):
    """Shows rows, one of them marked. Its screen has the keys, so that no key is ever lost."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choices--at", "choices--beside"}

    class Chosen(Message):
        """A row was chosen."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    class Marked(Message):
        """Another row is marked."""

        def __init__(self, index: int) -> None:
            super().__init__()
            self.index = index

    def __init__(self, *, blocks: bool, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._marker = "▸ " if blocks else "> "
        self._rest = "…" if blocks else "~"
        self._rows: Rows = Columns([])
        self.at: int | None = None
        """The number of the marked row; None when there is none to choose."""

    def show(self, rows: Rows, at: int | None = None) -> None:
        """Show these rows from now on, with that one marked, or the first."""
        self._rows = rows
        self.at = self._nearest(0 if at is None else at, 1)
        self._fit()
        self._see()
        self.refresh()
        self._tell()

    def count_again(self) -> None:
        """There are more rows of the same than before, or fewer."""
        self._fit()
        self.refresh()

    def move(self, by: int) -> None:
        """Mark the row so many further on, or as far as there is one."""
        if self.at is None:
            return
        goal = min(max(self.at + by, 0), len(self._rows) - 1)
        self.mark(self._nearest(goal, 1 if by > 0 else -1))

    def page(self, by: int) -> None:
        """Move by as many rows as can be seen."""
        self.move(by * max(1, self.size.height - 1))

    def mark(self, index: int | None) -> None:
        """Mark a row, and have it in sight."""
        if index is not None and index != self.at:
            self.at = index
            self._see()
            self.refresh()
            self._tell()

    def find(self, fits: Callable[[int], bool]) -> int | None:
        """The next row after the marked one that fits, from the top again after the last."""
        count = len(self._rows)
        start = -1 if self.at is None else self.at
        order = ((start + step) % count for step in range(1, count + 1))
        return next(
            (index for index in order if self._rows.can_be_chosen(index) and fits(index)), None
        )

    def is_cut(self, index: int) -> bool:
        """Whether there is no room for all of the words of a row."""
        width = self.scrollable_content_region.width - _MARKER_WIDTH
        parts = self._rows.parts(index, width, self._rest)
        return any(self._rest in words for words, _ in parts) or _cells(parts) > width

    def choose(self) -> None:
        """Choose the marked row."""
        if self.at is not None:
            self.post_message(self.Chosen(self.at))

    def on_click(self, event: Click) -> None:
        """Choose the row under the pointer."""
        index = event.y + self.scroll_offset.y
        if index < len(self._rows) and self._rows.can_be_chosen(index):
            self.mark(index)
            self.choose()

    def on_resize(self) -> None:
        """Keep the marked row in sight, and all that is above it where there is room for that."""
        self._fit()
        self._see(from_top=self.at is not None and self.at < self.size.height)

    def render_line(self, y: int) -> Strip:
        """One row, its mark before it."""
        index, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if index >= len(self._rows):
            return Strip.blank(width, self.rich_style)
        marked = index == self.at
        marker = (self._marker if marked else " ").ljust(_MARKER_WIDTH)
        parts = [(marker, ""), *self._rows.parts(index, width - _MARKER_WIDTH, self._rest)]
        segments = [Segment(text, self._style(name, marked=marked)) for text, name in parts]
        return self._fitted(Strip(segments), width)

    def _fitted(self, strip: Strip, width: int) -> Strip:
        """A row in its width; one that is cut says so."""
        if strip.cell_length > width > 1:
            cut = strip.crop(0, width - 1)
            return Strip([*cut, Segment(self._rest, self.rich_style)], width)
        return strip.adjust_cell_length(width, self.rich_style)

    def _style(self, name: str, *, marked: bool) -> Style:
        if marked and not name:
            return self.get_component_rich_style("choices--at")
        return self.get_component_rich_style(f"choices--{name}") if name else self.rich_style

    def _nearest(self, index: int, step: int) -> int | None:
        """The row that can be chosen from here on in one direction, else in the other."""
        count = len(self._rows)
        ways = (
            (range(index, count) if step > 0 else range(index, -1, -1)),
            (range(index, -1, -1) if step > 0 else range(index, count)),
        )
        return next(
            (
                each
                for way in ways
                for each in way
                if 0 <= each < count and self._rows.can_be_chosen(each)
            ),
            None,
        )

    def _tell(self) -> None:
        if self.at is not None:
            self.post_message(self.Marked(self.at))

    def _fit(self) -> None:
        self.virtual_size = Size(self.size.width, len(self._rows))

    def _see(self, *, from_top: bool = False) -> None:
        if self.at is not None and self.size:
            top = 0 if from_top or self._nearest(0, 1) == self.at else self.at
            self.scroll_to_region(
                Region(0, top, 1, self.at - top + 1), animate=False, immediate=True
            )


def _cells(parts: Sequence[Part]) -> int:
    return sum(cell_len(words) for words, _ in parts)
