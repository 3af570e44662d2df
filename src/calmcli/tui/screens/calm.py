"""What every screen of a session shares: help now, and the list of keys."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual import on
from textual.binding import Binding, BindingType
from textual.events import Key, ScreenResume, ScreenSuspend

from calmcli.tui.screens.answering import AnsweringScreen, Result
from calmcli.tui.screens.blank import BlankScreen
from calmcli.tui.widgets.keys import bindings_of, key_name
from calmcli.words import looks
from calmcli.words import session as words

if TYPE_CHECKING:
    from calmcli.home import Item
    from calmcli.tui.app import CalmApp

_OWN = "key."
"""What the ids of a screen's own doings begin with, among all that can be found."""
_NEEDS_NO_NAME = ("find", "choose", "show_keys")
_TWICE_S = 0.5
"""Seconds within which a key pressed again was meant for what it has just closed."""
BLANK = Binding("b", "blank_screen", show=False, id="blank", tooltip=looks.BLANK)
HIDE_NUMBERS = Binding("n", "hide_numbers", show=False, id="numbers", tooltip=looks.HIDE_NUMBERS)
"""For screens where letters are commands, and there is something to see that may be private."""


class CalmScreen(AnsweringScreen[Result]):
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
        Binding(
            "ctrl+p",
            "find",
            show=False,
            key_display="Ctrl+P",
            id="find",
            tooltip="Everything here, by its name",
        ),
    ]

    ENDS: ClassVar[tuple[str, ...]] = ()
    """Actions that end something. A key pressed twice to close what lay over it does none."""

    def __init__(self) -> None:
        super().__init__()
        self._was_covered = False
        self._uncovered_at: float | None = None
        # Textual tells a screen of its size when it has painted it once, and what was there jumps
        width, height = self.app.size
        self.add_class(
            *self._get_breakpoint_classes(width, self.app.HORIZONTAL_BREAKPOINTS or []),
            *self._get_breakpoint_classes(height, self.app.VERTICAL_BREAKPOINTS or []),
            update=False,  # it has no styles yet
        )

    @property
    def calm_app(self) -> "CalmApp":
        """The app this screen belongs to."""
        return cast("CalmApp", self.app)

    @on(ScreenSuspend)
    def note_covered(self) -> None:
        """Something lies over it now."""
        self._was_covered = True

    @on(ScreenResume)
    def note_uncovered(self, event: ScreenResume) -> None:
        """What lay over it has been closed."""
        if self._was_covered:
            self._uncovered_at = event.time

    def on_key(self, event: Key) -> None:
        """Let no second press of the key that closed what lay over it end what lies below."""
        if self.ignores(event):
            event.stop()

    def ignores(self, key: Key) -> bool:
        """Whether a key that would end something was pressed for what it has just closed."""
        if self._uncovered_at is None or key.time - self._uncovered_at > _TWICE_S:
            return False
        active = self.active_bindings.get(key.key)
        if active is None or active.binding.action not in self.ENDS:
            return False
        self._uncovered_at = key.time  # a key that is held comes again and again
        return True

    def findable(self) -> "list[Item]":
        """What can be found by its name from here: what this screen does."""
        from calmcli.home import Item  # noqa: PLC0415  no session waits for it

        return [
            Item(_OWN + str(each.id), each.tooltip, key_name(each))
            for each in self._own_bindings()
            if each.tooltip and each.action not in _NEEDS_NO_NAME and "(" not in each.action
        ]

    def follow(self, item: "Item | None") -> None:
        """Do what was found."""
        for each in self._own_bindings():
            if item is not None and item.id == _OWN + str(each.id):
                self.call_later(self.run_action, each.action)

    def _own_bindings(self) -> list[Binding]:
        return [each for each in bindings_of(self) if hasattr(self, f"action_{each.action}")]

    def step_aside(self) -> None:
        """Called before another screen covers this one."""

    def action_show_help_now(self) -> None:
        """Show who can be reached."""
        self.step_aside()
        self.calm_app.open_help()

    def action_show_keys(self) -> None:
        """List what each key does here."""
        self.step_aside()
        lines = [
            f"{key_name(each):<10}{each.tooltip}" for each in bindings_of(self) if each.tooltip
        ]
        self.calm_app.open_page(words.KEYS, lines)

    def action_find(self) -> None:
        """Find something by its name, and do it or go there."""
        self.step_aside()
        self.calm_app.open_finder(self.findable(), self.follow)

    def action_blank_screen(self) -> None:
        """Show nothing until the next key; whatever plays goes on."""
        self.app.push_screen(BlankScreen())

    def action_hide_numbers(self) -> None:
        """Show no numbers, or show them again."""
        self.calm_app.numbers = not self.calm_app.numbers
        self.show_numbers()

    def show_numbers(self) -> None:
        """Called when numbers come or go, for those that stand in a sentence."""
