"""A visit while its questions are asked: every answer is on the disk before the next question."""

from typing import Literal

from calmcli.store.keeper import Kept
from calmcli.visits.appointments import Appointments
from calmcli.visits.visit import Visit
from calmcli.words import visits as said

GoesOn = Literal["edit", "review"]
"""The command that goes on with what was begun."""


class Draft:
    """Keeps each state of a visit, and takes it back where that is wished at the end."""

    def __init__(
        self, appointments: Appointments, visit: Visit, *, is_new: bool = False, by: GoesOn = "edit"
    ) -> None:
        self.visit = visit
        """As it stands now."""
        self._appointments, self._by = appointments, by
        self._before = None if is_new else visit
        self._kept = Kept.NOTHING
        self._was_kept = not is_new

    def put(self, visit: Visit) -> None:
        """Keep another state of it; one in which nothing is new is there already."""
        if visit != self.visit:
            self.visit = visit
            self.keep()

    def keep(self) -> Kept:
        """Keep it as it stands; what was removed in another window meanwhile is kept no more."""
        if self._was_kept and self._appointments.is_gone(self.visit):
            self._kept = Kept.NOTHING
        else:
            self._kept = self._appointments.keep(self.visit)
            self._was_kept = self._kept is not Kept.LOST
        return self._kept

    def undo(self) -> None:
        """Be as before: no visit where there was none."""
        if self._kept is Kept.NOTHING:
            return
        if self._before is None:
            self._appointments.delete(self.visit)
        else:
            self._appointments.keep(self._before)

    def parting(self) -> str:
        """What is said where it is left amid the questions; nothing when nothing was kept."""
        if self._kept in (Kept.NOTHING, Kept.LOST):
            return ""
        return said.KEPT_SO_FAR.format(name=self.visit.name, command=self._by)
