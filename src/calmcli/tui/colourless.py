"""Bold, dim, underline and reverse, and no colour at all (https://no-color.org)."""

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter


class Colourless(LineFilter):
    """Takes every colour out of what is drawn; Textual's own way leaves greys."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The same characters, with what is left of their styles."""
        return [
            Segment(text, style and _without_colour(style), None) for text, style, _ in segments
        ]


@lru_cache(1024)
def _without_colour(style: Style) -> Style:
    return Style(bold=style.bold, dim=style.dim, underline=style.underline, reverse=style.reverse)
