"""Finding anything by its name: what the screen below can do, every room and every script."""

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Input

from calmcli.home import Item
from calmcli.searching import matching
from calmcli.tui.screens.choosing import ChoosingScreen, enter
from calmcli.tui.widgets.choices import Choices
from calmcli.tui.widgets.columns import Choice, Columns
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import Words
from calmcli.words import home as said

MOST_LETTERS = 60

Find = Callable[[Sequence[Item], str], Sequence[Item]]
"""Those of some items that fit what was typed, the likeliest first."""


class FindScreen(ChoosingScreen[Item | None]):
    """Answers with what was chosen, None for nothing. Letters are letters here."""

    BINDINGS: ClassVar[list[BindingType]] = [
        enter("go there", "Do it, or go there"),
        Binding("escape", "leave", "back", key_display="Escape", id="find.leave", tooltip="Back"),
    ]

    def __init__(
        self,
        items: Sequence[Item],
        find: Find = matching,
        hint: str = said.FIND,
        nothing: str = said.NOTHING_FOUND,
    ) -> None:
        super().__init__()
        self._items, self._find, self._hint, self._nothing = items, find, hint, nothing
        self._found: Sequence[Item] = items

    def compose(self) -> ComposeResult:
        """A line to type in, and what is found."""
        with Vertical(id="find"):
            yield Input(placeholder=self._hint, max_length=MOST_LETTERS, compact=True)
            yield Words(self._nothing, id="nothing")
            yield Choices(blocks=self.calm_app.blocks)
        yield Keys()

    def on_mount(self) -> None:
        """At first, everything."""
        self._show("")

    def on_input_changed(self, message: Input.Changed) -> None:
        """Show what is called so."""
        self._show(message.value)

    def on_input_submitted(self) -> None:
        """Choose what is marked."""
        self.choices.choose()

    def _show(self, typed: str) -> None:
        self._found = self._find(self._items, typed)
        rows = [Choice(each.words, each.beside) for each in self._found]
        self.choices.show(Columns(rows, named=True))
        self.query_one("#nothing").display = not self._found

    @on(Choices.Chosen)
    def answer(self, message: Choices.Chosen) -> None:
        """Go there."""
        self.dismiss(self._found[message.index])

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where letters are typed, none of them is a key."""
        if action in ("show_help_now", "show_keys", "hide_numbers", "blank_screen"):
            return False
        return super().check_action(action, parameters)

    def action_leave(self) -> None:
        """Back to where one was."""
        self.dismiss(None)

    def action_find(self) -> None:
        """Stay: it is what this screen is for."""
