"""The shapes a breath can have on the screen, by name."""

from collections.abc import Callable

from calmcli.tui.shapes.bar import draw_bar
from calmcli.tui.shapes.orb import draw_orb
from calmcli.tui.shapes.picture import Picture
from calmcli.tui.shapes.ring import draw_ring
from calmcli.tui.shapes.water import draw_water

Draw = Callable[[int, int, bool], Picture]
"""Draws a shape for so many columns and rows, with block characters or in ASCII."""

SHAPES: dict[str, Draw] = {
    "ring": draw_ring,
    "orb": draw_orb,
    "water": draw_water,
    "bar": draw_bar,
}
