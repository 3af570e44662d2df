"""Painting only what changed gives the same picture as painting everything."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style
from textual.geometry import Region, Size

from calmcli.timeline import Cue
from calmcli.tui.widgets.shape import Bar, Orb, Shape

Cells = list[list[tuple[str, bool]]]

levels = st.one_of(st.sampled_from([0.0, 1.0, 0.5]), st.floats(0, 1))
sizes = st.builds(Size, st.integers(0, 40), st.integers(0, 20))
shapes = st.sampled_from([Orb, Bar])


class Room:
    """A shape without an app: its size is given, and what it asks to have painted is painted."""

    def __init__(self, kind: type[Shape], size: Size, *, blocks: bool = True) -> None:
        self.shape = _alone(kind)(blocks=blocks, id="shape")
        self.resize(size)

    def resize(self, size: Size) -> None:
        self.shape.room = size  # type: ignore[attr-defined]
        self.cells = self.whole()

    def show(self, level: float) -> None:
        """Show a level; only the cells it names are painted."""
        asked: list[Region] = []
        self.shape.asked = asked  # type: ignore[attr-defined]
        self.shape.show(level)
        fresh, room = self.whole(), self.shape.size.region
        for region in asked:
            for x, y in ((x, y) for y in region.line_range for x in region.column_range):
                if room.contains(x, y):
                    self.cells[y][x] = fresh[y][x]

    def whole(self) -> Cells:
        """The picture painted from nothing."""
        strips = [self.shape.render_line(y) for y in range(self.shape.size.height)]
        return [
            [
                (character, bool(segment.style and segment.style.reverse))
                for segment in strip
                for character in segment.text
            ]
            for strip in strips
        ]


def _alone(kind: type[Shape]) -> type[Shape]:
    """A kind of shape that needs no app for its size, its style and its painting."""

    class Alone(kind):  # type: ignore[misc,valid-type]
        room = Size(0, 0)
        asked: list[Region] = []  # noqa: RUF012
        size = property(lambda self: self.room)
        rich_style = property(lambda _self: Style())

        def get_component_rich_style(self, *_names: str, **_options: bool) -> Style:
            return Style()

        def refresh(self, *regions: Region, **_options: bool) -> None:
            self.asked += regions or (self.size.region,)

    return Alone


def sized(kind: type[Shape], size: Size) -> Size:
    """A bar has one row."""
    return Size(size.width, min(1, size.height)) if kind is Bar else size


@given(shapes, st.lists(st.tuples(levels, sizes, st.booleans()), min_size=1), st.booleans())
def test_no_cell_is_ever_stale(
    kind: type[Shape], moments: list[tuple[float, Size, bool]], blocks: bool
) -> None:
    room = Room(kind, sized(kind, moments[0][1]), blocks=blocks)
    for level, size, resized in moments:
        if resized:
            room.resize(sized(kind, size))
        room.show(level)
        assert room.cells == room.whole()


@given(shapes, sizes, levels, sizes)
def test_every_row_is_as_wide_as_its_room_even_as_that_changes(
    kind: type[Shape], size: Size, level: float, other: Size
) -> None:
    room = Room(kind, sized(kind, size))
    room.show(level)
    assert [len(row) for row in room.whole()] == [size.width] * sized(kind, size).height
    room.resize(sized(kind, other))
    assert [len(row) for row in room.whole()] == [other.width] * sized(kind, other).height


def filled(cells: Cells) -> list[list[float]]:
    """How full each cell is; a row's eighths are never taken for a column's."""
    eighths = {
        mark: part / 8 for marks in ("▁▂▃▄▅▆▇", "▏▎▍▌▋▊▉") for part, mark in enumerate(marks, 1)
    }
    return [[1.0 if full else eighths.get(mark, 0.0) for mark, full in row] for row in cells]


@given(shapes, sizes, st.lists(levels, min_size=2))
def test_a_fuller_breath_never_empties_a_cell(
    kind: type[Shape], size: Size, rising: list[float]
) -> None:
    room, pictures = Room(kind, sized(kind, size)), []
    for level in sorted(rising):
        room.show(level)
        pictures.append(filled(room.whole()))
    for less, more in pairwise(pictures):
        assert all(
            a <= b
            for low, high in zip(less, more, strict=True)
            for a, b in zip(low, high, strict=True)
        )


@pytest.mark.parametrize("kind", [Orb, Bar])
def test_nothing_is_filled_at_0_and_everything_at_1(kind: type[Shape]) -> None:
    room = Room(kind, sized(kind, Size(18, 8)))
    assert sum(map(sum, filled(room.whole()))) == 0
    room.show(1)
    widths = [4, 8, 12, 16] if kind is Bar else []
    assert all(sum(row) >= 8 for row in filled(room.whole()))
    assert widths == [] or sum(filled(room.whole())[0]) == 18


@given(shapes, sizes, st.floats(0, 1), st.integers(500, 8000))
def test_the_next_step_is_the_moment_the_picture_changes(
    kind: type[Shape], size: Size, start: float, length_ms: int
) -> None:
    cue = Cue(0, length_ms, "Breathe in", 0.0, 1.0, 0)
    room = Room(kind, sized(kind, size))
    at_ms = start * length_ms
    room.show(cue.level_at(at_ms))
    step = room.shape._step
    next_ms = None if not room.shape.steps else cue.reaches((step + 0.5) / room.shape.steps)
    if next_ms is not None:
        room.show(cue.level_at(next_ms - 1e-3))
        assert room.shape._step == step
        room.show(cue.level_at(next_ms + 1e-3))
        assert room.shape._step == step + 1
