"""Asking for a word of one's own before a script begins. It can be skipped, and is not kept."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from calmcli.content.inputs import MOST_ANSWER
from calmcli.tui.screens.answering import AnsweringScreen
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import Words


class AskingScreen(AnsweringScreen[str]):
    """Answers with what was typed, empty when it was skipped. Letters are letters here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "answer",
            "go on",
            key_display="Enter",
            id="asking.answer",
            tooltip="Go on with what was typed",
        ),
        Binding(
            "escape",
            "skip",
            "without a word",
            key_display="Escape",
            id="asking.skip",
            tooltip="Go on without a word",
            priority=True,
        ),
    ]

    def __init__(self, question: str, most: int = MOST_ANSWER) -> None:
        super().__init__()
        self._question, self._most = question, most

    def compose(self) -> ComposeResult:
        """The question and a line to type in."""
        with Vertical(id="asking"):
            yield Words(self._question, classes="heading")
            yield Input(max_length=self._most, compact=True)
        yield Keys()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Go on with what was typed."""
        self.dismiss(message.value)

    def action_skip(self) -> None:
        """Go on without."""
        self.dismiss("")
