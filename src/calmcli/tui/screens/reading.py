"""A page of plain lines to read, over whatever was there before."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from calmcli import words
from calmcli.tui.screens.calm import BLANK, CalmScreen
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import Words


class ReadingScreen(CalmScreen[None]):
    """Shows lines; arrows scroll, and one key goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "q,escape,enter,space",
            "go_back",
            "back",
            key_display="q",
            id="reading.back",
            tooltip="Go back to where you were",
        ),
        BLANK,
    ]

    def __init__(self, title: str, lines: Sequence[str]) -> None:
        super().__init__()
        self._title, self._lines = title, lines

    def compose(self) -> ComposeResult:
        """The title, the lines, the way back."""
        with VerticalScroll(id="page"):
            yield Words(self._title, classes="heading")
            yield Words("\n".join(self._lines), id="lines")
        yield Keys()

    def action_go_back(self) -> None:
        """Go back."""
        self.dismiss(None)

    def action_show_help_now(self) -> None:
        """Show who can be reached, unless that is what is shown."""
        if self._title != words.HELP_NOW:
            super().action_show_help_now()
