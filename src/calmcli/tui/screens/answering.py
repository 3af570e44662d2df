"""What every screen of ours shares: it answers once."""

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import Screen

Result = TypeVar("Result")


class AnsweringScreen(Screen[Result]):
    """A screen whose answer takes itself away, and never the one below it."""

    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        """Answer and go; nothing where it is no longer on top.

        Of two keys typed at once, the second still comes to a screen that the first took away,
        and Textual would take whichever is on top by then.
        """
        if self.app.screen is self:
            return super().dismiss(result)
        return AwaitComplete()
