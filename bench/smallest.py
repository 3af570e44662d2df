"""The smallest Textual app that shows something: the yardstick for ours."""

from textual.app import App, ComposeResult
from textual.widgets import Static


class Smallest(App[None]):
    """One line."""

    def compose(self) -> ComposeResult:
        """The line."""
        yield Static("Breathe in")


Smallest().run()
