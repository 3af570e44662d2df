"""The day of one visit, for whoever asked for nothing else."""

from textual import work

from calmcli.tui.screens.calm import CalmScreen
from calmcli.tui.visiting import Visiting
from calmcli.visits.appointments import Appointments
from calmcli.visits.visit import Visit


class TodayScreen(CalmScreen[None]):
    """An empty page below the steps, or below the exercise of one of them; it ends with them."""

    def __init__(self, appointments: Appointments, visit: Visit, step: int | None) -> None:
        super().__init__()
        self._appointments, self._visit, self._step = appointments, visit, step

    def on_mount(self) -> None:
        """Begin."""
        self.lead_through()

    @work
    async def lead_through(self) -> None:
        """The steps, or the exercise of one of them at once."""
        visiting = Visiting(self.calm_app, self._appointments)
        if self._step is None:
            await visiting.today(self._visit)
        else:
            await visiting.begin_step(self._visit, self._step)
        self.dismiss(None)
