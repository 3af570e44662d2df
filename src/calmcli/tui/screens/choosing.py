"""What every screen with rows to choose from shares: the keys that move and choose."""

from typing import ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.events import Key

from calmcli.tui.screens.calm import BLANK, HIDE_NUMBERS, CalmScreen
from calmcli.tui.widgets.choices import Choices

Result = TypeVar("Result")

_PAGE_UP, _PAGE_DOWN = "As far up as can be seen", "As far down as can be seen"
_FIRST, _LAST = "The first one", "The last one"


def enter(words: str, tooltip: str) -> Binding:
    """The key that chooses the marked row; each screen has its own word for what that does."""
    return Binding(
        "enter", "choose", words, key_display="Enter", id="choosing.choose", tooltip=tooltip
    )


class ChoosingScreen(CalmScreen[Result]):
    """A screen with one list. Arrows move in it, and so does the first letter of a row."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "up", "move_by(-1)", show=False, key_display="Up", id="choosing.up", tooltip="One up"
        ),
        Binding(
            "down",
            "move_by(1)",
            show=False,
            key_display="Down",
            id="choosing.down",
            tooltip="One down",
        ),
        Binding(
            "pageup",
            "page_by(-1)",
            show=False,
            key_display="Page Up",
            id="choosing.page-up",
            tooltip=_PAGE_UP,
        ),
        Binding(
            "pagedown",
            "page_by(1)",
            show=False,
            key_display="Page Down",
            id="choosing.page-down",
            tooltip=_PAGE_DOWN,
        ),
        Binding(
            "home",
            "move_by(-1000000000)",
            show=False,
            key_display="Home",
            id="choosing.first",
            tooltip=_FIRST,
        ),
        Binding(
            "end",
            "move_by(1000000000)",
            show=False,
            key_display="End",
            id="choosing.last",
            tooltip=_LAST,
        ),
        HIDE_NUMBERS,
        BLANK,
    ]

    has_initials: ClassVar[bool] = True
    """Whether a letter can find a row."""

    @property
    def choices(self) -> Choices:
        """The list."""
        return self.query_one(Choices)

    def initial_of(self, index: int) -> str:
        """What a row begins with, for the letter that finds it; empty where none does."""
        del index
        return ""

    def on_key(self, event: Key) -> None:
        """A letter that is no command finds the next row that begins with it."""
        letter = event.character or ""
        if self.has_initials and letter.isalnum() and event.key not in self.active_bindings:
            sought = letter.casefold()
            fits = self.choices.find(lambda index: self.initial_of(index).casefold() == sought)
            self.choices.mark(fits)

    def action_choose(self) -> None:
        """Choose the marked row."""
        self.choices.choose()

    def action_move_by(self, rows: int) -> None:
        """Move up or down."""
        self.choices.move(rows)

    def action_page_by(self, pages: int) -> None:
        """Move by as much as can be seen."""
        self.choices.page(pages)
