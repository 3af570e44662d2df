"""A room with a short list, and a line for what became of what was chosen."""

from abc import abstractmethod
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from calmcli.tui.screens.choosing import ChoosingScreen
from calmcli.tui.widgets.choices import Choices
from calmcli.tui.widgets.columns import Choice, Columns
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import BriefWords, Words
from calmcli.words import sound as said


class OfferingScreen(ChoosingScreen[None]):
    """Stays as things are chosen, until it is left with one key."""

    TITLE_WORDS: ClassVar[str]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "q,escape",
            "go_back",
            said.BACK,
            key_display="q",
            id="offering.back",
            tooltip=said.BACK_TIP,
        ),
    ]

    @abstractmethod
    def rows(self) -> list[Choice]:
        """What there is to choose, as it stands now."""

    def compose(self) -> ComposeResult:
        """The title, the list, the line."""
        with Vertical(id="offering"):
            yield Words(self.TITLE_WORDS, classes="heading")
            yield Choices(blocks=self.calm_app.blocks)
            yield BriefWords(id="outcome")
        yield Keys()

    def on_mount(self) -> None:
        """Show what there is."""
        self.show_rows()

    def show_rows(self) -> None:
        """Show what there is, with the same row marked."""
        self.choices.show(Columns(self.rows(), named=True), self.choices.at)

    def tell(self, outcome: str) -> None:
        """Say what became of it."""
        self.query_one("#outcome", Words).say(outcome)

    def action_go_back(self) -> None:
        """Go back."""
        self.dismiss(None)
