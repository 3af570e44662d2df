"""How things are drawn here: what a person wishes, as far as the terminal can show it."""

from collections.abc import Mapping
from typing import TextIO

from msgspec import Struct
from msgspec.structs import replace

from calmcli.settings.model import Look as Wish
from calmcli.text import is_unicode

_WITHOUT_BLOCKS = ("linux",)
"""Kinds of terminal whose letters are UTF-8 and whose font has no such characters."""
_ANIMATES_NOTHING = "none"


class Look(Struct, frozen=True):
    """How things are to be drawn."""

    theme: str = "dark"
    """The name of the colours: one of ours, or one of Textual's."""
    shape: str = "ring"
    """The name of the shape a breath has."""
    blocks: bool = True
    """Whether block characters can be shown; else plain ASCII."""
    colours: bool = True
    """Whether there are colours; else bold, dim, underline and reverse only."""
    still: bool = False
    """Words and a count instead of a shape that moves."""
    numbers: bool = True
    """Whether counts, times and ratings given before are shown."""
    mouse: bool = True
    """Whether the mouse is ours; else it selects text as everywhere."""
    discreet: bool = False
    """A few quiet rows under the prompt instead of the whole screen."""


def discreet(look: Look) -> Look:
    """In a few rows among others: no colours of its own, and the mouse is the terminal's."""
    return replace(look, discreet=True, colours=False, mouse=False)


def look_for(environ: Mapping[str, str], screen: TextIO | None, wish: Wish) -> Look:
    """How a wish can be met: on this terminal, whose encoding may know no block characters."""
    has_blocks = is_unicode(getattr(screen, "encoding", None))
    return Look(
        theme=wish.theme,
        shape=wish.shape,
        blocks=has_blocks and not wish.ascii and environ.get("TERM") not in _WITHOUT_BLOCKS,
        colours=not environ.get("NO_COLOR"),
        still=wish.motion == "still"
        or environ.get("TEXTUAL_ANIMATIONS", "").lower() == _ANIMATES_NOTHING,
        numbers=wish.numbers,
        mouse=wish.mouse,
    )
