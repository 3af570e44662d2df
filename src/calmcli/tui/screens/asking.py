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
from calmcli.words.session import LEAVE_KEY


class AskingScreen(AnsweringScreen[str | None]):
    """Answers with what was typed, None when it was left. Letters are letters here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "answer",
            "go on",
            key_display="Enter",
            id="asking.answer",
            tooltip="Go on with what was typed, or without a word",
        ),
        Binding(
            "escape",
            "leave",
            "back",
            key_display="Escape",
            id="asking.leave",
            tooltip="Back, with nothing typed",
            priority=True,
        ),
    ]

    def __init__(
        self, question: str, most: int = MOST_ANSWER, *, empty: str = "", leaves: bool = False
    ) -> None:
        super().__init__()
        self._question, self._most, self._leaves = question, most, leaves
        self._empty = empty
        """What comes of an empty line, where that is not to write nothing."""

    def compose(self) -> ComposeResult:
        """The question and a line to type in."""
        with Vertical(id="asking"):
            yield Words(self._question, classes="heading")
            yield Input(max_length=self._most, compact=True, placeholder=self._empty)
        yield Keys()

    def on_mount(self) -> None:
        """Name where Escape leads."""
        if self._leaves:
            self.query_one(Keys).call({"asking.leave": LEAVE_KEY})

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Go on with what was typed."""
        self.dismiss(message.value)

    def action_leave(self) -> None:
        """Answer nothing."""
        self.dismiss(None)
