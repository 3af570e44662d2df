"""What every screen of ours shares: it takes keys when all of it is there, and answers once."""

from typing import TYPE_CHECKING, TypeVar, cast

from textual.await_complete import AwaitComplete
from textual.geometry import Size
from textual.screen import Screen

if TYPE_CHECKING:
    from calmcli.tui.app import CalmApp

Result = TypeVar("Result")


class AnsweringScreen(Screen[Result]):
    """A screen whose answer takes itself away, and never the one below it."""

    takes_keys = False
    """Whether all of it is there, so that a key finds what it is for."""

    def on_screen_resume(self) -> None:
        """Take keys, once what takes them has been marked."""
        self.call_later(self._take_keys)

    def _take_keys(self) -> None:
        self.takes_keys = True
        app = cast("CalmApp", self.app)
        app.call_later(app.early_keys.hand_over)

    def _screen_resized(self, size: Size) -> None:
        """Lay it out at a new size, once: Textual tells a screen of a size again as it has it."""
        if size != self._compositor.size:
            super()._screen_resized(size)

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Answer and go; nothing where it is no longer on top.

        Of two keys typed at once, the second still comes to a screen that the first took away,
        and Textual would take whichever is on top by then.
        """
        if self.app.screen is self:
            return super().dismiss(result)
        return AwaitComplete()
