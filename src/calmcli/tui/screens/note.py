"""Writing a note, in as many lines as it takes."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import TextArea

from calmcli.tui.screens.answering import AnsweringScreen
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import Words
from calmcli.words import leafing as said


class NoteScreen(AnsweringScreen[str | None]):
    """Answers with the note, None where it is to stay as it was. Letters are letters here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "keep",
            "keep",
            key_display="Escape",
            id="note.keep",
            tooltip="Keep what stands there now",
            priority=True,
        ),
        Binding(
            "ctrl+x",
            "leave",
            "as it was",
            key_display="Ctrl+X",
            id="note.leave",
            tooltip="Leave it as it was",
            priority=True,
        ),
    ]

    def __init__(self, note: str) -> None:
        super().__init__()
        self._note = note

    def compose(self) -> ComposeResult:
        """Room to write."""
        with Vertical(id="note"):
            yield Words(said.NOTE_HEADING, classes="heading")
            yield TextArea(self._note, compact=True, show_line_numbers=False)
        yield Keys()

    def action_keep(self) -> None:
        """Keep what stands there now, or leave it as it was where nothing does yet."""
        written = self.query(TextArea)
        self.dismiss(written.first().text if written else None)

    def action_leave(self) -> None:
        """Leave it as it was."""
        self.dismiss(None)
