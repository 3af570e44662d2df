"""The visits there are, and the way to a new one."""

from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical

from calmcli.house import House
from calmcli.tui.screens.choosing import enter
from calmcli.tui.screens.room import RoomScreen
from calmcli.tui.visiting import Visiting
from calmcli.tui.widgets.choices import Choices
from calmcli.tui.widgets.columns import Choice, Columns
from calmcli.tui.widgets.keys import Keys
from calmcli.tui.widgets.words import BriefWords, Words
from calmcli.visits.appointments import Appointments
from calmcli.words import visits as said
from calmcli.words.when import when_in_brief

if TYPE_CHECKING:
    from calmcli.visits.visit import Visit


class VisitsScreen(RoomScreen):
    """One row a visit, the nearest first, and a row to prepare one."""

    BINDINGS: ClassVar[list[BindingType]] = [enter(said.OPEN_KEY, said.OPEN_TIP)]

    def __init__(self, house: House, appointments: Appointments) -> None:
        super().__init__(house)
        self._appointments = appointments
        self._visits: list[Visit] = []

    def compose(self) -> ComposeResult:
        """The rows."""
        with Vertical(id="rows"):
            yield Words(said.VISITS, classes="heading")
            yield Choices(blocks=self.calm_app.blocks)
            yield BriefWords(id="meaning")
        yield Keys()

    def on_mount(self) -> None:
        """Show what there is now."""
        self._show()

    def _show(self) -> None:
        read = self._appointments.read()
        self._visits = read.visits
        rows = [
            Choice(
                visit.name,
                said.when(visit.at, all_day=visit.all_day),
                when_in_brief(visit.at, all_day=visit.all_day),
            )
            for visit in read.visits
        ]
        self.choices.show(Columns([*rows, Choice(said.MAKE_ONE)], named=True), self.choices.at)
        self.query_one("#meaning", Words).say("\n".join(read.messages))

    def initial_of(self, index: int) -> str:
        """The first letter of a visit's name."""
        names = [*(visit.name for visit in self._visits), said.MAKE_ONE]
        return names[index][:1]

    @on(Choices.Chosen)
    def go_there(self, message: Choices.Chosen) -> None:
        """Open one, or prepare one."""
        self._go(message.index)

    @work
    async def _go(self, index: int) -> None:
        visiting = Visiting(self.calm_app, self._appointments)
        if index < len(self._visits):
            await visiting.open(self._visits[index])
        else:
            await visiting.new()
        self._show()
