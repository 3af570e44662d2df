"""Choosing one of some rows, by arrows, by letter or by number."""

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
from calmcli.words import visits as said


class RowsScreen(ChoosingScreen[int | None]):
    """Answers with the position of the chosen row; None is back."""

    BINDINGS: ClassVar[list[BindingType]] = [
        enter(said.OPEN_KEY, said.OPEN_TIP),
        Binding("q,escape", "leave", "back", key_display="q", id="rows.leave", tooltip="Go back"),
    ]

    def __init__(
        self, heading: str, rows: Sequence[Choice], at: int | None = None, about: str = ""
    ) -> None:
        super().__init__()
        self._heading, self._rows, self._at, self._about = heading, list(rows), at, about

    def compose(self) -> ComposeResult:
        """What they are rows of, and the rows."""
        with Vertical(id="rows"):
            yield Words(self._heading, classes="heading")
            yield Choices(blocks=self.calm_app.blocks)
            if self._about:
                yield Words(self._about, id="about")
        yield Keys()

    def on_mount(self) -> None:
        """Mark the one that was open last."""
        self.choices.show(Columns(self._rows, named=True), self._at)

    def initial_of(self, index: int) -> str:
        """The first letter of a row, or the first digit of its number."""
        return self._rows[index].words.strip()[:1]

    @on(Choices.Chosen)
    def answer(self, message: Choices.Chosen) -> None:
        """Answer with its position."""
        self.dismiss(message.index)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
