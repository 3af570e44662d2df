"""What calmcli answers to the rating given after."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from calmcli.tui.screens.calm import CalmScreen
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import Words


class ReplyScreen(CalmScreen[None]):
    """A line or two; any of its keys leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,q,escape,space",
            "leave",
            "leave",
            key_display="Enter",
            id="reply.leave",
            tooltip="Leave",
        ),
    ]

    def __init__(self, lines: list[str]) -> None:
        super().__init__()
        self._lines = lines

    def compose(self) -> ComposeResult:
        """The reply."""
        with VerticalScroll(id="reply"):
            for line in self._lines:
                yield Words(line, classes="paragraph")
        yield Keys()

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(None)
