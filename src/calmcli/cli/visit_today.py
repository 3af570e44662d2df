"""`calmcli visit today`: the day, in lines or on the whole screen."""

from argparse import Namespace
from typing import TYPE_CHECKING

from msgspec import Struct

from calmcli.cli.desk import Desk
from calmcli.cli.fronts import Fronts
from calmcli.cli.looking import wished_look
from calmcli.cli.surface import wants_plain
from calmcli.cli.visit_options import step_of
from calmcli.house import House
from calmcli.visits.appointments import Appointments
from calmcli.visits.visit import Visit

if TYPE_CHECKING:
    from calmcli.plain.lines import Lines
    from calmcli.tui.screens.today import TodayScreen


class Today(Struct, frozen=True):
    """The steps of a visit, or the exercise of one of them at once."""

    appointments: Appointments
    visit: Visit
    number: int | None
    """The step that was asked for, from 1; None is all of them."""

    def in_lines(self, house: House, lines: "Lines") -> None:
        """Lead through it line by line."""
        from calmcli.plain.visit_day import DayInLines  # noqa: PLC0415  not for the screen

        day = DayInLines(house, lines, self.appointments)
        if self.number is None:
            day.run(self.visit)
        else:
            day.begin_step(self.visit, self.number)

    def screen(self, _house: House) -> "TodayScreen":
        """Its screen."""
        from calmcli.tui.screens.today import TodayScreen  # noqa: PLC0415  lines need not pay

        step = None if self.number is None else self.number - 1
        return TodayScreen(self.appointments, self.visit, step)


def go_through(desk: Desk, appointments: Appointments, visit: Visit, options: Namespace) -> int:
    """Lead through the day; the exit code."""
    if options.step is not None:
        step_of(visit, options.step)
    plain = wants_plain(asked=options.plain, usual=desk.at_first.plain)
    room = Today(appointments, visit, options.step)
    fronts = Fronts(desk.house(), wished_look(desk.at_first.look), room=room)
    return desk.sittings.live_through(fronts.in_lines if plain else fronts.on_screen, spoken=plain)
