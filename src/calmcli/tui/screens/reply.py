"""What calmcli answers to the rating given after."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll

from calmcli.tui.screens.calm import BLANK, HIDE_NUMBERS, CalmScreen
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import Words


class ReplyScreen(CalmScreen[bool]):
    """A line or two; it answers whether the person wants grounding next."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter,q,escape,space",
            "leave",
            "leave",
            key_display="Enter",
            id="reply.leave",
            tooltip="Leave",
        ),
        Binding(
            "g",
            "ground_me",
            "ground me",
            id="reply.ground",
            tooltip="Ground me: back to the room, with eyes open",
        ),
        HIDE_NUMBERS,
        BLANK,
    ]

    def __init__(self, reply: Callable[[], list[str]], *, offers_grounding: bool) -> None:
        super().__init__()
        self._reply, self._offers_grounding = reply, offers_grounding

    def compose(self) -> ComposeResult:
        """The reply."""
        with VerticalScroll(id="reply"):
            for line in self._reply():
                yield Words(line, classes="paragraph")
        yield Keys()

    def show_numbers(self) -> None:
        """Say it with the two ratings, or without."""
        for paragraph, line in zip(
            self.query(".paragraph").results(Words), self._reply(), strict=True
        ):
            paragraph.say(line)

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(False)  # noqa: FBT003  the answer itself

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Grounding is offered where things got harder, not otherwise."""
        if action == "ground_me":
            return self._offers_grounding
        return super().check_action(action, parameters)

    def action_ground_me(self) -> None:
        """Go to grounding."""
        self.dismiss(True)  # noqa: FBT003  the answer itself
