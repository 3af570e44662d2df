"""Writing a note, in as many lines as it takes."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.document._document import EditResult
from textual.document._edit import Edit
from textual.widgets import TextArea

from calmcli.journal.entries import LONGEST_NOTE
from calmcli.tui.screens.answering import AnsweringScreen
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import Words
from calmcli.words import leafing as said


class NoteArea(TextArea):
    """Takes no more letters than a note has room for."""

    def edit(self, edit: Edit) -> EditResult:
        """Leave out what there is no room for: each key would be slow in a text without end."""
        goes = len(self.get_text_range(edit.top, edit.bottom))
        edit.text = edit.text[: max(0, LONGEST_NOTE - len(self.text) + goes)]
        return super().edit(edit)


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
            yield NoteArea(self._note, compact=True, show_line_numbers=False)
        yield Keys()

    def on_text_area_changed(self, message: TextArea.Changed) -> None:
        """Say when it is full."""
        is_full = len(message.text_area.text) >= LONGEST_NOTE
        self.query_one(".heading", Words).say(said.NOTE_FULL if is_full else said.NOTE_HEADING)

    def action_keep(self) -> None:
        """Keep what stands there now, or leave it as it was where nothing does yet."""
        written = self.query(TextArea)
        self.dismiss(written.first().text if written else None)

    def action_leave(self) -> None:
        """Leave it as it was."""
        self.dismiss(None)
