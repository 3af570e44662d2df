"""Everything that is kept of someone goes, after one typed word."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.widgets import Input

from calmcli.forgetting import Forgetting
from calmcli.house import House
from calmcli.paths import Places
from calmcli.tui.screens.answering import AnsweringScreen
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import Words
from calmcli.words import forgetting as said
from calmcli.words import home as named

if TYPE_CHECKING:
    from calmcli.tui.app import CalmApp

_LONGEST_WORD = 40


class ForgettingScreen(AnsweringScreen[None]):
    """Letters are letters here. It says what goes, takes the word, and says what is gone."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "answer",
            said.ANSWER_KEY,
            key_display="Enter",
            id="forgetting.answer",
            tooltip=said.ANSWER_TIP,
        ),
        Binding(
            "escape",
            "leave",
            "back",
            key_display="Escape",
            id="forgetting.leave",
            tooltip="Go back",
            priority=True,
        ),
        Binding(
            "up,pageup", "read(-1)", show=False, id="forgetting.up", tooltip="Read what is above"
        ),
        Binding(
            "down,pagedown", "read(1)", show=False, id="forgetting.on", tooltip="Read what is below"
        ),
    ]

    def __init__(self, house: House, places: Places) -> None:
        super().__init__()
        self._forgetting = Forgetting(places, house.let_go)

    def compose(self) -> ComposeResult:
        """What would go and what would not, and a line for the word."""
        with Vertical(id="forgetting"):
            with VerticalScroll(id="page", can_focus=False):
                yield Words(named.RARE_ROOMS["forget"][0], classes="heading")
                yield Words(self._told([" ".join(said.WHAT)]), id="lines")
            yield Input(placeholder=said.HINT, max_length=_LONGEST_WORD, compact=True)
        yield Keys()

    def _told(self, lines: list[str]) -> str:
        """What there is to say, and what is asked."""
        return "\n\n".join(filter(None, [*lines, self._forgetting.question]))

    def on_mount(self) -> None:
        """Letters go into the line from the start."""
        self.query_one(Input).focus()

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Remove what that word is for, or nothing; then say what became of it."""
        lines = self._forgetting.answer(message.value)
        cast("CalmApp", self.app).look_again()
        message.input.clear()
        message.input.display = self._forgetting.question is not None
        self.query_one("#lines", Words).update(self._told(lines))
        self.query_one(VerticalScroll).scroll_home(animate=False)

    def action_answer(self) -> None:
        """There is nothing more to type: go back."""
        self.dismiss(None)

    def action_read(self, pages: int) -> None:
        """Show what is above or below."""
        page = self.query_one(VerticalScroll)
        page.scroll_relative(y=pages * max(1, page.size.height - 1), animate=False)

    def action_leave(self) -> None:
        """Go back."""
        self.dismiss(None)
