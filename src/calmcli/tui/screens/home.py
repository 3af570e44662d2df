"""Home: what helps now on top, and everything else one or two keys away."""

from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from calmcli.home import GroundMe, Item, Wish, home_items, script_troubles
from calmcli.house import House
from calmcli.tui.screens.choosing import enter
from calmcli.tui.screens.room import RoomScreen
from calmcli.tui.widgets.choices import Choices
from calmcli.tui.widgets.columns import Choice, Columns
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import Words
from calmcli.words import home as said

_ROOM_FOR_GAPS = 18


class HomeScreen(RoomScreen):
    """Answers with what was chosen, None to leave."""

    BINDINGS: ClassVar[list[BindingType]] = [
        enter("go there", "Begin it, or go there"),
        Binding("slash", "find", "find", key_display="/", id="home.find", tooltip="Find anything"),
        Binding(
            "g",
            "ground_me",
            show=False,
            id="home.ground",
            tooltip="Ground me: back to the room, with eyes open",
        ),
        Binding("q,escape", "leave", "leave", key_display="q", id="room.leave", tooltip="Leave"),
    ]

    def __init__(self, house: House, last: Wish | None = None) -> None:
        super().__init__(house)
        self._groups = home_items(house)
        self._last = last
        self._rows: list[Item | None] = []

    def compose(self) -> ComposeResult:
        """The question, and the list."""
        with Vertical(id="home"):
            yield Words(said.HOME, classes="heading")
            yield Choices(blocks=self.calm_app.blocks)
            yield Words(id="troubles")
        yield Keys()

    def on_mount(self) -> None:
        """Mark what was chosen last; at first it is what helps most at once."""
        items = [item for group in self._groups for item in group]
        last = next((item for item in items if item.wish == self._last), items[0])
        self._lay_out(last)
        self.call_after_refresh(self._look_for_troubles)

    def _look_for_troubles(self) -> None:
        """Read the person's own scripts once home is there: it may take a moment."""
        if self.is_attached:
            self.query_one("#troubles", Words).say(script_troubles(self.house))

    def on_resize(self) -> None:
        """Leave out the gaps where room is short."""
        at = self.choices.at
        if self._rows and at is not None:
            self._lay_out(self._rows[at])

    def _lay_out(self, marked: Item | None) -> None:
        with_gaps = self.size.height >= _ROOM_FOR_GAPS
        rows: list[Item | None] = []
        for group in self._groups:
            rows += [*([None] if rows and with_gaps else []), *group]
        self._rows = rows
        choices = [item and Choice(item.words, self._beside(item)) for item in rows]
        self.choices.show(Columns(choices, whole=True), rows.index(marked))

    def show_numbers(self) -> None:
        """Say how long each takes, or not."""
        self.on_resize()

    def _beside(self, item: Item) -> str:
        return item.beside if self.calm_app.numbers else item.unnumbered

    def initial_of(self, index: int) -> str:
        """The first letter of an item."""
        item = self._rows[index]
        return item.words[:1] if item else ""

    @on(Choices.Chosen)
    def grant(self, message: Choices.Chosen) -> None:
        """Go where it leads."""
        item = self._rows[message.index]
        if item is not None:
            self.dismiss(item.wish)

    def action_ground_me(self) -> None:
        """Grounding at once."""
        self.dismiss(GroundMe())

    def findable(self) -> list[Item]:
        """All of home and every script first: that is what home is for."""
        return sorted(super().findable(), key=lambda item: item.wish is None)
