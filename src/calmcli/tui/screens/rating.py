"""Asking how much distress there is. Nothing is chosen beforehand, and one key skips."""

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from calmcli.rating import Answer, Leave
from calmcli.tui.screens.calm import BLANK, HIDE_NUMBERS, CalmScreen
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.scale import Scale
from calmcli.tui.widgets.words import Words
from calmcli.words import inside
from calmcli.words import session as words

_FRESH_EVERY_S = 5
_NOTHING_CHOSEN = {"rating.digit-0": words.CHOOSE_KEY, "rating.confirm": None}
"""What the keys say until there is a number that Enter could go on with."""


class RatingScreen(CalmScreen[Answer]):
    """Answers with a rating, None when it was skipped, or the wish to leave."""

    DISCREET_ROWS = 3
    ENDS = ("leave",)
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "0",
            "type_digit(0)",
            show=False,
            key_display="0 to 10",
            id="rating.digit-0",
            tooltip="Choose a number; 10 is 1 and then 0",
        ),
        Binding(
            "enter",
            "confirm",
            "go on",
            key_display="Enter",
            id="rating.confirm",
            tooltip="Go on with the chosen number",
        ),
        Binding(
            "s",
            "skip_rating",
            "without a number",
            id="rating.skip",
            tooltip="Go on without a number",
        ),
        Binding(
            "k",
            "take_kinder",
            inside.KINDER_HERE,
            id="rating.kinder",
            tooltip="The kinder script instead",
        ),
        Binding(
            "slash",
            "pick_another",
            inside.ANOTHER,
            key_display="/",
            id="rating.another",
            tooltip="Another script",
        ),
        Binding("q,escape", "leave", "leave", key_display="q", id="rating.leave", tooltip="Leave"),
        *(
            Binding(str(digit), f"type_digit({digit})", show=False, id=f"rating.digit-{digit}")
            for digit in range(1, 10)
        ),
        Binding(
            "left,down",
            "move(-1)",
            show=False,
            key_display="Left",
            id="rating.less",
            tooltip="One less",
        ),
        Binding(
            "right,up",
            "move(1)",
            show=False,
            key_display="Right",
            id="rating.more",
            tooltip="One more",
        ),
        HIDE_NUMBERS,
        BLANK,
    ]

    def __init__(self, question: str, about: Callable[[], str]) -> None:
        super().__init__()
        self._question, self._about = question, about

    def compose(self) -> ComposeResult:
        """The question, the scale, the word for the number, what is about to begin."""
        with Vertical(id="rating"):
            yield Words(id="above")
            yield Words(self._question, classes="heading")
            yield Scale(blocks=self.calm_app.blocks)
            yield Words(id="band")
            yield Words(self._about(), id="about")
            yield from self.beneath()
        yield Keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Once a script has been played there is none to choose; a number needs its scale."""
        if action in ("type_digit", "move", "confirm") and not self.is_mounted:
            return False
        if action in ("take_kinder", "pick_another"):
            return False
        return super().check_action(action, parameters)

    def beneath(self) -> ComposeResult:
        """What else is said below."""
        yield from ()

    def on_mount(self) -> None:
        """Say how to choose, and keep the time at which it would end true while someone thinks."""
        self.query_one(Keys).call(_NOTHING_CHOSEN)
        self.set_interval(_FRESH_EVERY_S, self._refresh_about)

    def show_numbers(self) -> None:
        """Say how long it takes, or not."""
        self._refresh_about()

    def keys_changed(self) -> None:
        """Name the keys anew: there are others now."""
        self.query_one(Keys).refresh()

    def _refresh_about(self) -> None:
        self.query_one("#about", Words).say(self._about())

    @on(Scale.Chosen)
    def show_band(self, message: Scale.Chosen) -> None:
        """Say the chosen number in words, and that Enter goes on with it."""
        self.query_one(Keys).call({})
        self.query_one("#band", Words).say(words.BANDS[message.rating])

    def action_type_digit(self, digit: int) -> None:
        """Choose by a number key."""
        self.query_one(Scale).type_digit(digit)

    def action_move(self, by: int) -> None:
        """Choose by an arrow."""
        self.query_one(Scale).move(by)

    def action_confirm(self) -> None:
        """Go on with the chosen number; with none chosen nothing happens."""
        chosen = self.query_one(Scale).chosen
        if chosen is not None:
            self.dismiss(chosen)

    def action_skip_rating(self) -> None:
        """Go on without a number."""
        self.dismiss(None)

    def action_leave(self) -> None:
        """Leave."""
        self.dismiss(Leave.LEAVE)
