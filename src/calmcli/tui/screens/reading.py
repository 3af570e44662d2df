"""A page of plain lines to read, over whatever was there before."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.content import Content

from calmcli.cells import COLUMNS
from calmcli.tui.screens.calm import BLANK, CalmScreen
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import HungWords, Words

Lines = Sequence[str] | Callable[[int], Sequence[str]]
"""Lines, or what lays them out in so many columns."""

_FEWEST = 16
_BESIDE, _BAR = 10, 1
BACK = Binding(
    "q,escape,enter,space",
    "go_back",
    "back",
    key_display="q",
    id="reading.back",
    tooltip="Go back to where you were",
)
"""For screens that are only read, or shown to a phone."""


class ReadingScreen(CalmScreen[None]):
    """Shows lines; arrows scroll, and one key goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [BACK, BLANK]

    def __init__(self, title: str, lines: Lines) -> None:
        super().__init__()
        self._title, self._lines = title, lines

    def compose(self) -> ComposeResult:
        """The title, the lines, the way back."""
        with VerticalScroll(id="page"):
            if self._title:
                yield Words(self._title, classes="heading")
            yield HungWords(self._laid_out(), id="lines")
        yield Keys()

    def on_resize(self) -> None:
        """Lay the lines out anew."""
        if callable(self._lines):
            self.query_one("#lines", Words).update(Content(self._laid_out()))

    def _laid_out(self) -> str:
        beside = _BAR if self.calm_app.is_narrow else _BESIDE
        columns = max(_FEWEST, min(COLUMNS, self.app.size.width - beside))
        return "\n".join(self._lines(columns) if callable(self._lines) else self._lines)

    def action_go_back(self) -> None:
        """Go back."""
        self.dismiss(None)
