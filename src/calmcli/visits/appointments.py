"""All visits of one person, with the templates they begin from: what both front ends need."""

from collections.abc import Callable
from datetime import datetime

from calmcli.content.model import VisitTemplate
from calmcli.content.templates import Templates
from calmcli.paths import Places
from calmcli.store.keeper import Kept
from calmcli.visits.beginning import from_template
from calmcli.visits.keeping import VisitsRead, blank_visit, delete_visit, keep_visit, read_visits
from calmcli.visits.visit import Visit
from calmcli.words import visits as said


class Appointments:
    """Reads, keeps and deletes visits. What it answers is fit to be said."""

    def __init__(self, places: Places, local: Callable[[], datetime]) -> None:
        self._places, self._local = places, local

    def read(self) -> VisitsRead:
        """The visits there are, the nearest first."""
        return read_visits(self._places, self._local())

    def current(self, visit: Visit) -> Visit | None:
        """The newest state of a visit; None when it is gone."""
        return next((each for each in self.read().visits if each.id == visit.id), None)

    def is_gone(self, visit: Visit) -> bool:
        """Whether one that was kept was removed meanwhile; not where that cannot be known."""
        read = self.read()
        return not read.messages and all(each.id != visit.id for each in read.visits)

    def templates(self) -> list[VisitTemplate]:
        """The sorts of visits to begin from."""
        return [found.script for found in Templates(self._places.visits).all()]

    def template(self, template_id: str | None) -> VisitTemplate | None:
        """A template; None where there is none that can be read."""
        found = None if template_id is None else Templates(self._places.visits).get(template_id)
        return None if found is None else found.script

    def begin(self, template: VisitTemplate | None, name: str = "") -> Visit:
        """A new visit, kept nowhere yet."""
        visit = blank_visit(name or (template.title if template else said.A_VISIT), self._local())
        return visit if template is None else from_template(visit, template)

    def last_time(self) -> str | None:
        """What the latest visit that left something to be told left; None when none did."""
        noted = [visit for visit in self.read().visits if visit.next_time]
        latest = max(noted, key=lambda visit: visit.at or visit.started_at, default=None)
        return None if latest is None else latest.next_time

    def keep(self, visit: Visit) -> Kept:
        """Keep a visit as it stands."""
        return keep_visit(self._places, visit, self._local())

    def delete(self, visit: Visit) -> Kept:
        """Take a visit away, its words with it."""
        return delete_visit(self._places, visit)
