"""What someone may say of themselves; each question can be left open."""

from typing import ClassVar

from msgspec.structs import replace
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from calmcli.house import House
from calmcli.profile import ITEMS
from calmcli.shelves import keep_profile, read_profile
from calmcli.tui.screens.choosing import enter
from calmcli.tui.screens.room import RoomScreen
from calmcli.tui.widgets.choices import Choices
from calmcli.tui.widgets.columns import Choice, Columns
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import BriefWords, Words
from calmcli.words import cautions as said
from calmcli.words import home

_NEXT = {None: True, True: False, False: None}


class ProfileScreen(RoomScreen):
    """One row a question: open, yes, no. An answer is kept the moment it is given."""

    BINDINGS: ClassVar[list[BindingType]] = [
        enter("open, yes, no", "Open, yes or no"),
        Binding("y", "answer('y')", show=False, id="profile.yes", tooltip="Yes"),
        Binding("n", "answer('n')", show=False, id="profile.no", tooltip="No"),
        Binding("o", "answer('o')", show=False, id="profile.open", tooltip="Leave it open"),
    ]

    def __init__(self, house: House) -> None:
        super().__init__(house)
        self._profile = read_profile(house.places)

    def compose(self) -> ComposeResult:
        """What it is for, and the questions."""
        with Vertical(id="profile"):
            yield Words(home.ROOMS["profile"][0], classes="heading")
            yield Words(" ".join(said.ABOUT), id="profile-about")
            yield Choices(blocks=self.calm_app.blocks)
            yield BriefWords(id="question-whole")
            yield BriefWords(id="kept")
        yield Keys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There is no number here, and its key says no."""
        if action == "hide_numbers":
            return False
        return super().check_action(action, parameters)

    def on_mount(self) -> None:
        """Show what has been said."""
        self._show()

    def _show(self) -> None:
        answers = [said.ANSWERS[getattr(self._profile, item)] for item in ITEMS]
        rows = [
            Choice(said.QUESTIONS[item], each) for item, each in zip(ITEMS, answers, strict=True)
        ]
        self.choices.show(Columns(rows), self.choices.at)

    @on(Choices.Marked)
    def tell(self, message: Choices.Marked) -> None:
        """Say the marked question in full where the list has no room for all of it."""
        self._say_whole(message.index)

    def on_resize(self) -> None:
        """Where the list is narrow, the answer stands nowhere but below it."""
        self.call_after_refresh(self._say_marked)

    def _say_marked(self) -> None:
        if self.choices.at is not None:
            self._say_whole(self.choices.at)

    def _say_whole(self, index: int) -> None:
        item = ITEMS[index]
        answer = said.ANSWERS[getattr(self._profile, item)]
        beside = f" {answer}" if self.calm_app.is_narrow else ""
        whole = f"{said.QUESTIONS[item]}{beside}"
        self.query_one("#question-whole", Words).say(whole if self.choices.is_cut(index) else "")

    @on(Choices.Chosen)
    def turn(self, message: Choices.Chosen) -> None:
        """From open to yes, from yes to no, from no to open."""
        self._answer(_NEXT[getattr(self._profile, ITEMS[message.index])])

    def action_answer(self, key: str) -> None:
        """Answer the marked question."""
        self._answer({"y": True, "n": False, "o": None}[key])

    def _answer(self, answer: bool | None) -> None:  # noqa: FBT001  the answer itself
        if self.choices.at is None:
            return
        profile = replace(self._profile, **{ITEMS[self.choices.at]: answer})
        kept = "lost"
        if self.house.places is not None:
            kept = keep_profile(self.house.places, profile).value
        if kept != "lost":
            self._profile = profile
        self._show()
        self.query_one("#kept", Words).say(said.KEPT[kept])
