"""The steps of a visit on the clock: begin the exercise of one, or note how it is there."""

from typing import ClassVar

from textual.binding import Binding, BindingType

from calmcli.tui.screens.choosing import enter
from calmcli.tui.screens.rows import RowsScreen
from calmcli.words import visits as said


class DayScreen(RowsScreen):
    """Answers with the position of a step, as any rows do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        enter(said.BEGIN_KEY, said.BEGIN_TIP),
        Binding(said.NOTE_KEY, "note_now", said.NOTE_NOW, id="day.note", tooltip=said.NOTE_NOW_TIP),
    ]

    notes = False
    """Whether it is to be noted how it is there, rather than to begin its exercise."""

    def action_note_now(self) -> None:
        """Note how it is at the marked step."""
        self.notes = True
        self.action_choose()
