"""What every screen of a session shares: help now, and the list of keys."""

from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.binding import Binding, BindingType
from textual.screen import Screen

from calmcli import words
from calmcli.tui.widgets.keys import bindings_of, key_name

if TYPE_CHECKING:
    from calmcli.tui.app import CalmApp

Result = TypeVar("Result")


class CalmScreen(Screen[Result]):
    """A screen with help now and its keys one key away."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "h",
            "show_help_now",
            words.HELP_NOW,
            id="help-now",
            tooltip="Help now: who can be reached",
        ),
        Binding(
            "question_mark", "show_keys", "keys", key_display="?", id="keys", tooltip="This list"
        ),
    ]

    @property
    def calm_app(self) -> "CalmApp":
        """The app this screen belongs to."""
        return cast("CalmApp", self.app)

    def step_aside(self) -> None:
        """Called before another screen covers this one."""

    def action_show_help_now(self) -> None:
        """Show who can be reached."""
        self.step_aside()
        self.calm_app.open_page(words.HELP_NOW, self.calm_app.house.support())

    def action_show_keys(self) -> None:
        """List what each key does here."""
        self.step_aside()
        lines = [
            f"{key_name(each):<10}{each.tooltip}" for each in bindings_of(self) if each.tooltip
        ]
        self.calm_app.open_page(words.KEYS, lines)
