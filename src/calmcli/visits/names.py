"""What the visits of entries are called."""

from typing import TYPE_CHECKING

from calmcli.clock import local_time
from calmcli.journal.entries import Entry
from calmcli.paths import Places
from calmcli.visits.keeping import read_visits
from calmcli.visits.showing import title
from calmcli.words import visits as said
from calmcli.words.session import summary

if TYPE_CHECKING:
    from calmcli.visits.visit import Visit


class VisitNames:
    """Finds names and days, reading the visits once, and only when an entry has one."""

    def __init__(self, places: Places) -> None:
        self._places = places
        self._visits: dict[str, Visit] | None = None

    def of(self, entry: Entry) -> str:
        """The visit of an entry and its step as they are now; empty where it had none."""
        if entry.visit is None:
            return ""
        if self._visits is None:
            read = read_visits(self._places, local_time())
            self._visits = {visit.id: visit for visit in read.visits}
        visit = self._visits.get(entry.visit)
        if visit is None:
            return said.NOT_HERE
        step = visit.step(entry.visit_step or "")
        return summary(title(visit), step.name if step else "")
