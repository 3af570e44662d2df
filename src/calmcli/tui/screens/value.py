"""Choosing one of a few values."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from calmcli.tui.screens.choosing import ChoosingScreen, enter
from calmcli.tui.widgets.choices import Choices
from calmcli.tui.widgets.columns import Choice, Columns
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import Words


class ValueScreen(ChoosingScreen[str | None]):
    """Answers with the chosen value, None to leave it as it is."""

    BINDINGS: ClassVar[list[BindingType]] = [
        enter("choose", "Choose this one"),
        Binding(
            "q,escape", "leave", "as it is", key_display="q", id="value.leave", tooltip="Leave it"
        ),
    ]

    def __init__(self, heading: str, values: Sequence[str], value: str) -> None:
        super().__init__()
        self._heading, self._values, self._value = heading, list(values), value

    def compose(self) -> ComposeResult:
        """The values, the present one marked."""
        with Vertical(id="values"):
            yield Words(self._heading, classes="heading")
            yield Choices(blocks=self.calm_app.blocks)
        yield Keys()

    def on_mount(self) -> None:
        """Mark the present value."""
        at = self._values.index(self._value) if self._value in self._values else None
        self.choices.show(Columns([Choice(each) for each in self._values]), at)

    def initial_of(self, index: int) -> str:
        """The first letter of a value."""
        return self._values[index][:1]

    @on(Choices.Chosen)
    def answer(self, message: Choices.Chosen) -> None:
        """Answer with it."""
        self.dismiss(self._values[message.index])

    def action_leave(self) -> None:
        """Leave it as it is."""
        self.dismiss(None)
