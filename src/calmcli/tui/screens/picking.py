"""Choosing another script, favourites first."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from calmcli.choosing import Choosing
from calmcli.content.library import Found
from calmcli.tui.screens.choosing import ChoosingScreen, enter
from calmcli.tui.widgets.choices import Choices
from calmcli.tui.widgets.columns import Choice, Columns
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import Words
from calmcli.words import inside as said


class PickingScreen(ChoosingScreen[Found | None]):
    """Answers with the script that was chosen, None to keep the one there was."""

    BINDINGS: ClassVar[list[BindingType]] = [
        enter(said.PICK_TAKE, "Take this one"),
        Binding(
            "f",
            "mark_favourite",
            said.FAVOURITE,
            id="picking.favourite",
            tooltip="A favourite, or none any more",
        ),
        Binding(
            "q,escape",
            "go_back",
            "back",
            key_display="q",
            id="picking.back",
            tooltip="Keep the one there was",
        ),
    ]

    def __init__(self, choosing: Choosing, title: str) -> None:
        super().__init__()
        self._choosing, self._title = choosing, title
        self._scripts = choosing.choices()

    def compose(self) -> ComposeResult:
        """The question, and every script there is."""
        with Vertical(id="picking"):
            yield Words(said.PICK, classes="heading")
            yield Choices(blocks=self.calm_app.blocks)
        yield Keys()

    def on_mount(self) -> None:
        """Mark the one there was."""
        titles = [each.found.script.title for each in self._scripts]
        self._show(titles.index(self._title) if self._title in titles else 0)

    def initial_of(self, index: int) -> str:
        """The first letter of a title."""
        return self._scripts[index].found.script.title[:1]

    @on(Choices.Chosen)
    def take(self, message: Choices.Chosen) -> None:
        """Take it."""
        self.dismiss(self._scripts[message.index].found)

    def action_mark_favourite(self) -> None:
        """Mark the script, or take its mark away; it stays where it is for now."""
        at = self.choices.at
        if at is not None:
            self._choosing.mark(self._scripts[at].found)
            again = {each.found.script.id: each for each in self._choosing.choices()}
            self._scripts = [again.get(each.found.script.id, each) for each in self._scripts]
            self._show(at)

    def action_go_back(self) -> None:
        """Keep the one there was."""
        self.dismiss(None)

    def show_numbers(self) -> None:
        """Say how long each takes, or not."""
        self._show(self.choices.at or 0)

    def _length(self, length: str) -> list[str]:
        return [f"{length:>5}"] if self.calm_app.numbers else []

    def _show(self, at: int) -> None:
        rows = [
            Choice(each.found.script.title, "  ".join([*self._length(each.length), *each.marks]))
            for each in self._scripts
        ]
        self.choices.show(Columns(rows), at)
