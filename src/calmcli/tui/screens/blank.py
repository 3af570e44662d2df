"""Nothing to see, for when someone looks over a shoulder. Whatever plays goes on."""

from textual.app import ComposeResult
from textual.events import Click, Key, ScreenResume
from textual.screen import Screen

from calmcli.tui.screens.answering import AnsweringScreen
from calmcli.tui.widgets.words import Words

_PROMPT = "$"


class QuietScreen(Screen[None]):
    """An empty page below all others, never painted and so never in need of other styles."""

    HORIZONTAL_BREAKPOINTS = []  # noqa: RUF012  as Textual has it
    VERTICAL_BREAKPOINTS = []  # noqa: RUF012

    def on_screen_resume(self, event: ScreenResume) -> None:
        """Keep the styles it has."""
        event.refresh_styles = False


class BlankScreen(AnsweringScreen[None]):
    """Looks like a terminal at rest; any key goes back."""

    CSS_PATH = None
    DISCREET_ROWS = 3

    def compose(self) -> ComposeResult:
        """What a shell shows when nobody uses it."""
        yield Words(_PROMPT)

    def on_key(self, event: Key) -> None:
        """Go back; the key does nothing else."""
        event.stop()
        event.prevent_default()
        self.dismiss(None)

    def on_click(self, _event: Click) -> None:
        """Go back."""
        self.dismiss(None)
