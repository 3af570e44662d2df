"""Typing a line that is kept when it can be, and asked for again when it cannot."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from calmcli.tui.screens.answering import AnsweringScreen
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import BriefWords, Words

MOST_LETTERS = 2000
"""More than any line here has a use for."""

Keep = Callable[[str], str]
"""Keeps what was typed; what is to be said where it cannot be, else nothing."""


class TypingScreen(AnsweringScreen[None]):
    """Letters are letters here; Escape leaves all as it was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "keep",
            "keep",
            key_display="Enter",
            id="typing.keep",
            tooltip="Keep what was typed",
        ),
        Binding(
            "escape",
            "leave",
            "as it was",
            key_display="Escape",
            id="typing.leave",
            tooltip="Leave all as it was",
            priority=True,
        ),
    ]

    def __init__(self, heading: str, about: str, value: str, keep: Keep) -> None:
        super().__init__()
        self._heading, self._about, self._value, self._keep = heading, about, value, keep

    def compose(self) -> ComposeResult:
        """What is asked for, a line to type in, and what it takes."""
        with Vertical(id="typing"):
            yield Words(self._heading, classes="heading")
            yield Input(self._value, max_length=MOST_LETTERS, compact=True, select_on_focus=False)
            yield BriefWords(self._about, id="takes")
        yield Keys()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Keep it, or say why not and stay."""
        refusal = self._keep(message.value)
        if refusal:
            self.query_one("#takes", Words).say(refusal)
        else:
            self.dismiss(None)

    def action_leave(self) -> None:
        """Leave all as it was."""
        self.dismiss(None)
