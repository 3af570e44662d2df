"""Tapping along with the breath, for about twenty seconds, to find its pace."""

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from calmcli.exercises.own_pace import Tapping
from calmcli.rating import Leave
from calmcli.tui.screens.calm import BLANK, CalmScreen
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import BriefWords, Words
from calmcli.words import pace as said

_LOOK_EVERY_S = 0.25


class TappingScreen(CalmScreen[int | Leave | None]):
    """Answers with one whole breath in milliseconds, None where none could be told, or leaving."""

    DISCREET_ROWS = 3
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "space",
            "tap",
            said.TAP,
            key_display="space",
            id="tapping.tap",
            tooltip="A breath in or a breath out begins",
        ),
        Binding("s", "go_without", said.WITHOUT, id="tapping.skip", tooltip="Go on without taps"),
        Binding("q,escape", "leave", "leave", key_display="q", id="tapping.leave", tooltip="Leave"),
        BLANK,
    ]

    def __init__(self, begin: Callable[[], Tapping]) -> None:
        super().__init__()
        self._begin = begin
        self._tapping = begin()

    def compose(self) -> ComposeResult:
        """What to do, and the tap that was last."""
        with Vertical(id="tapping"):
            key = self.calm_app.key_for("tapping.tap").capitalize()
            yield BriefWords(said.TAP_ALONG.format(key=key), classes="heading")
            yield Words(said.TAP_AS_IT_COMES, id="as-it-comes")
            yield Words(id="tapped")
        yield Keys()

    def on_mount(self) -> None:
        """Notice when it has gone on for long enough."""
        self.set_interval(_LOOK_EVERY_S, self.look)

    def on_screen_resume(self) -> None:
        """Begin anew after something else was read: those taps were of another moment."""
        if self._tapping.count:
            self._tapping = self._begin()
            self._tell()

    def look(self) -> None:
        """Go on once it is over."""
        if self.is_active and self._tapping.is_over():
            self.dismiss(self._tapping.cycle_ms)

    def action_tap(self) -> None:
        """A breath in or a breath out begins."""
        self._tapping.tap()
        self._tell()
        self.look()

    def action_go_without(self) -> None:
        """Go on without."""
        self.dismiss(None)

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(Leave.LEAVE)

    def _tell(self) -> None:
        taps = self._tapping
        last = said.NEXT_OUT if taps.expects_in else said.NEXT_IN
        self.query_one("#tapped", Words).say(last if taps.count else "")
        self.set_class(bool(taps.count), "-tapped")
