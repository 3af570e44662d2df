"""`calmcli visit today`: the day, in lines or on the whole screen."""

from argparse import Namespace

from calmcli.cli.desk import Desk
from calmcli.cli.surface import wants_plain
from calmcli.cli.visit_options import step_of
from calmcli.visits.appointments import Appointments
from calmcli.visits.visit import Visit


def go_through(desk: Desk, appointments: Appointments, visit: Visit, options: Namespace) -> int:
    """Lead through the day; the exit code."""
    if options.step is not None:
        step_of(visit, options.step)
    wants_plain(asked=options.plain, usual=desk.at_first.plain)

    def in_lines() -> int:
        import sys  # noqa: PLC0415

        from calmcli.plain.lines import StandardLines  # noqa: PLC0415  not for the screen
        from calmcli.plain.visits import VisitsInLines  # noqa: PLC0415

        house = desk.house()
        lines = StandardLines(sys.stdout, sys.stdin, desk.clock.now)
        talk = VisitsInLines(house, lines, appointments)
        if options.step is None:
            talk.today(visit)
        else:
            talk.begin_step(visit, options.step)
        return 0

    return desk.sittings.live_through(in_lines, spoken=True)
