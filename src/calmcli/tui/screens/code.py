"""A QR code on the whole screen, dark on light in every theme, for a phone to read."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Center
from textual.content import Content
from textual.events import Resize
from textual.style import Style

from calmcli.tui.screens.calm import CalmScreen
from calmcli.tui.screens.reading import BACK
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import Words
from calmcli.visits.qr import runs
from calmcli.words import papers as on_paper

_DARK, _DARK_ON_LIGHT = Style.parse("on #000000"), Style.parse("#000000 on #ffffff")


class CodeScreen(CalmScreen[None]):
    """Shows it as a whole or says what it takes; any of a few keys goes back."""

    BINDINGS: ClassVar[list[BindingType]] = [BACK]

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__()
        self._lines = list(lines)

    def compose(self) -> ComposeResult:
        """The code, the way back."""
        with Center():
            yield Words(id="code")
        yield Keys()

    def on_resize(self, event: Resize) -> None:
        """Draw it as a whole, or say that the window is too small for it."""
        fits = event.size.width >= len(self._lines[0]) and event.size.height > len(self._lines)
        content = _drawn(self._lines) if fits else Content(on_paper.WINDOW_TOO_SMALL)
        self.query_one("#code", Words).update(content)

    def action_go_back(self) -> None:
        """Go back."""
        self.dismiss(None)


def _drawn(lines: Sequence[str]) -> Content:
    return Content("\n").join(
        Content.assemble(*((run, _DARK if dark else _DARK_ON_LIGHT) for run, dark in runs(line)))
        for line in lines
    )
