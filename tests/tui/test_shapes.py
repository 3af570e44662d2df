"""Painting only what changed gives the same picture as painting everything."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.style import Style
from textual.geometry import Region, Size

from calmcli.timeline import Cue
from calmcli.tui.look import Look
from calmcli.tui.shapes import SHAPES
from calmcli.tui.shapes.picture import Glyph, Picture
from calmcli.tui.widgets.shape import Shape

Cells = list[list[tuple[str, bool]]]

levels = st.one_of(st.sampled_from([0.0, 1.0, 0.5]), st.floats(0, 1))
sizes = st.builds(Size, st.integers(0, 60), st.integers(0, 24))
shapes = st.sampled_from(list(SHAPES))
looks = st.builds(Look, blocks=st.booleans(), colours=st.booleans())
each_shape = pytest.mark.parametrize("shape", SHAPES)
INWARD = Cue(0, 4000, "Breathe in", 0.0, 1.0, 0)
OUTWARD = Cue(4000, 6000, "Breathe out", 1.0, 0.0, 0)
HELD = Cue(4000, 4000, "Hold", 1.0, 1.0, 0)
cues = st.sampled_from([INWARD, OUTWARD, HELD])
SESSION_ROOM = 70, 11
"""What a shape has at 80 by 24."""


class Alone(Shape):
    """A shape that needs no app: its size is given, and what it asks to have painted is noted."""

    room = Size(0, 0)
    asked: list[Region]
    size = outer_size = property(lambda self: self.room)
    rich_style = property(lambda _self: Style())

    def get_component_rich_style(self, *_names: str, **_options: bool) -> Style:  # type: ignore[override]
        return Style()

    def refresh(self, *regions: Region, **_options: bool) -> None:  # type: ignore[override]
        self.asked += regions or (self.size.region,)


class Room:
    """A shape on a screen of its own, where only what it asks for is painted."""

    def __init__(self, name: str, size: Size, look: Look | None = None) -> None:
        self.shape = Alone(name, look or Look(), id="shape")
        self.resize(size)

    def resize(self, size: Size) -> None:
        self.shape.room = size
        self.cells = self.whole()

    def show(self, level: float, cue: Cue = INWARD) -> None:
        """Show a level; only the cells it names are painted."""
        asked = self.shape.asked = []
        self.shape.show(level, cue)
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


@given(shapes, st.lists(st.tuples(levels, cues, sizes, st.booleans()), min_size=1), looks)
def test_no_cell_is_ever_stale(
    shape: str, moments: list[tuple[float, Cue, Size, bool]], look: Look
) -> None:
    room = Room(shape, moments[0][2], look)
    for level, cue, size, resized in moments:
        if resized:
            room.resize(size)
        room.show(level, cue)
        assert room.cells == room.whole()


@given(shapes, sizes, levels, sizes, looks)
def test_every_row_is_as_wide_as_its_room_even_as_that_changes(
    shape: str, size: Size, level: float, other: Size, look: Look
) -> None:
    room = Room(shape, size, look)
    room.show(level)
    assert [len(row) for row in room.whole()] == [size.width] * size.height
    room.resize(other)
    assert [len(row) for row in room.whole()] == [other.width] * other.height


def coverage(glyph: Glyph) -> float:
    """How much of a cell is filled, 0 to 1."""
    mark = glyph.text or " "
    if mark == " ":
        part = 0.0
    elif 0x2800 <= ord(mark) < 0x2900:
        part = (ord(mark) - 0x2800).bit_count() / 8
    elif mark in "▘▝▖▗":
        part = 1 / 4
    elif mark in "▀▌▚▞▄▐":
        part = 2 / 4 if mark not in "▌▄" else 1 / 2
    elif mark in "▛▜▙▟":
        part = 3 / 4
    elif mark in "▁▂▃▅▆▇":
        part = (ord(mark) - 0x2580) / 8
    elif mark in "▏▎▍▋▊▉":
        part = (0x2590 - ord(mark)) / 8
    else:
        part = ".-=+#".index(mark) / 5 + 0.2
    return 1 - part if glyph.reverse else part


def filled(picture: Picture, step: int) -> list[float]:
    return [coverage(picture.glyph(place, step)) for place in picture.cells]


@given(shapes, sizes, st.booleans())
def test_a_fuller_breath_never_empties_a_cell(shape: str, size: Size, blocks: bool) -> None:
    picture = SHAPES[shape](*size, blocks)
    fills = [filled(picture, step) for step in range(picture.steps + 1)]
    for less, more in pairwise(fills):
        assert all(a <= b for a, b in zip(less, more, strict=True))


@given(shapes, sizes, st.booleans())
def test_two_steps_differ_where_they_are_said_to_and_nowhere_else(
    shape: str, size: Size, blocks: bool
) -> None:
    picture = SHAPES[shape](*size, blocks)
    for step in range(picture.steps):
        differ = {
            place
            for place in picture.cells
            if picture.glyph(place, step) != picture.glyph(place, step + 1)
        }
        assert picture.between(step, step + 1) == differ


@each_shape
@pytest.mark.parametrize("blocks", [True, False])
def test_full_is_far_more_than_empty(shape: str, *, blocks: bool) -> None:
    picture = SHAPES[shape](*SESSION_ROOM, blocks)
    empty, full = sum(filled(picture, 0)), sum(filled(picture, picture.steps))
    assert full > 3 * empty
    assert all(coverage(picture.glyph(place, picture.steps)) > 0.1 for place in picture.cells)


@each_shape
@pytest.mark.parametrize("blocks", [True, False])
def test_in_and_out_and_a_hold_differ_without_any_colour(shape: str, *, blocks: bool) -> None:
    seen = []
    for cue in (INWARD, OUTWARD, HELD):
        room = Room(shape, Size(*SESSION_ROOM), Look(blocks=blocks, colours=False))
        room.show(0.5, cue)
        seen.append(room.whole())
    assert seen[0] != seen[1] != seen[2] != seen[0]


@each_shape
def test_no_shape_without_blocks_has_any(shape: str) -> None:
    room = Room(shape, Size(*SESSION_ROOM), Look(blocks=False))
    for level in (0, 0.3, 0.5, 1):
        room.show(level)
        assert all(text.isascii() and not reverse for row in room.whole() for text, reverse in row)


@each_shape
def test_a_breath_of_six_seconds_has_ten_steps_a_second(shape: str) -> None:
    picture = SHAPES[shape](*SESSION_ROOM, True)
    visible = [step for step in range(picture.steps) if picture.between(step, step + 1)]
    assert len(visible) >= 60


@pytest.mark.parametrize(("shape", "most"), [("ring", 3), ("bar", 1)])
def test_a_step_of_a_thin_shape_changes_hardly_a_cell(shape: str, most: int) -> None:
    picture = SHAPES[shape](*SESSION_ROOM, True)
    assert all(len(picture.between(step, step + 1)) <= most for step in range(picture.steps))


@given(shapes, sizes, st.floats(0, 1), st.sampled_from([INWARD, OUTWARD]), looks)
def test_the_next_step_is_the_moment_the_picture_changes(
    shape: str, size: Size, start: float, cue: Cue, look: Look
) -> None:
    room = Room(shape, size, look)
    room.show(cue.level_at(cue.start_ms + start * cue.length_ms), cue)
    before = room.whole()
    next_ms = room.shape.next_change_ms(cue)
    if next_ms is not None:
        room.show(cue.level_at(next_ms - 1e-3), cue)
        assert room.whole() == before
        room.show(cue.level_at(next_ms + 1e-3), cue)
        assert room.whole() != before


@given(shapes, sizes, levels)
def test_a_hold_is_perfectly_still(shape: str, size: Size, level: float) -> None:
    room = Room(shape, size)
    room.show(level, HELD)
    assert room.shape.next_change_ms(HELD) is None
