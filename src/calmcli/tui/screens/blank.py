"""Nothing to see, for when someone looks over a shoulder. Whatever plays goes on."""

from textual.app import ComposeResult
from textual.events import Click, Key

from calmcli.tui.screens.answering import AnsweringScreen
from calmcli.tui.widgets.words import Words

_PROMPT = "$"


class BlankScreen(AnsweringScreen[None]):
    """Looks like a terminal at rest; any key goes back."""

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
