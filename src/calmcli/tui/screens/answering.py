"""What every screen of ours shares: it takes keys when all of it is there, and answers once."""

from pathlib import Path
from typing import TYPE_CHECKING, ClassVar, TypeVar, cast

from textual.await_complete import AwaitComplete
from textual.events import Key, ScreenResume
from textual.geometry import Size
from textual.screen import Screen

from calmcli.tui.styles import ROOMS

if TYPE_CHECKING:
    from calmcli.tui.app import CalmApp

Result = TypeVar("Result")


class AnsweringScreen(Screen[Result]):
    """A screen whose answer takes itself away, and never the one below it."""

    CSS_PATH: ClassVar[Path | None] = ROOMS
    takes_keys = False
    """Whether all of it is there, so that a key finds what it is for."""

    def __init__(self) -> None:
        super().__init__()
        has_read = self.app.stylesheet.has_source
        self._brings_styles = not all(has_read(str(path)) for path in self.css_path)

    def _on_screen_resume(self, event: ScreenResume) -> None:
        """Take keys, once what takes them has been marked; what is new has its styles already.

        Textual calls its own after this one.
        """
        if not (self.takes_keys or self._brings_styles):
            event.refresh_styles = False
        self.call_later(self._take_keys)

    def _take_keys(self) -> None:
        self.takes_keys = True
        app = cast("CalmApp", self.app)
        app.call_later(app.early_keys.hand_over)

    def ignores(self, _key: Key) -> bool:
        """Whether a key is not meant for it, though it is on top."""
        return False

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
