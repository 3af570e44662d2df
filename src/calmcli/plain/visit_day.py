"""The day of a visit in lines: its steps on the clock, their exercises, and how it is there."""

from calmcli.house import House
from calmcli.plain.lines import Lines
from calmcli.plain.numbered import ask
from calmcli.plain.rating import ask_rating
from calmcli.plain.sitting import Sitting
from calmcli.profile import Profile
from calmcli.rating import asks_for_a_person
from calmcli.shelves import read_profile
from calmcli.text import clean, whole_number
from calmcli.visits.appointments import Appointments
from calmcli.visits.practice import as_offered, plan_for, practice_for
from calmcli.visits.showing import today_lines
from calmcli.visits.visit import Visit, with_noted
from calmcli.words import visits as said
from calmcli.words.session import A_PERSON_PLAIN, BANDS


class DayInLines:
    """Shows the steps, and leads through the exercise of whichever is chosen."""

    def __init__(self, house: House, lines: Lines, appointments: Appointments) -> None:
        self._house, self._lines, self._appointments = house, lines, appointments

    def run(self, visit: Visit) -> None:
        """Until it is left."""
        lines = self._lines
        while True:
            lines.say(*today_lines(as_offered(visit, self._profile), self._house.clock.local()))
            typed = ask(lines, said.ASK_STEP).lower()
            if not typed:
                return
            digits = typed.removeprefix(said.NOTE_KEY).strip()
            number = whole_number(digits, len(visit.steps))
            if number is None:
                lines.say(said.NO_SUCH_STEP.format(word=clean(typed)[:20], most=len(visit.steps)))
            elif typed.startswith(said.NOTE_KEY):
                visit = self._note(visit, number)
            else:
                self.begin_step(visit, number)

    def begin_step(self, visit: Visit, number: int) -> None:
        """The exercise of a step, from its first question to its reply."""
        house, step = self._house, visit.steps[number - 1]
        practice = practice_for(visit, step, self._profile)
        if practice.exercise is None:
            self._lines.say(practice.remark)
            return
        now, always = house.clock.local(), house.settings().skip.always
        plan, remark = plan_for(visit, step, practice, house.library, now, always=always)
        if remark:
            self._lines.say(remark)
        Sitting(house.open_plan(plan), self._lines, house).run()

    @property
    def _profile(self) -> Profile:
        return read_profile(self._house.places)

    def _note(self, visit: Visit, number: int) -> Visit:
        """Ask how it is at a step now, and keep it there."""
        step = visit.steps[number - 1]
        others = {"h": lambda: self._lines.say(*self._house.support())}
        rating = ask_rating(self._lines, said.ASK_NOW.format(step=step.name), others)
        if not isinstance(rating, int):
            return visit
        visit = with_noted(visit, step, rating, self._house.clock.local())
        self._lines.say(said.NOTED_NOW.format(rating=rating, band=BANDS[rating]))
        if asks_for_a_person(rating):
            self._lines.say(A_PERSON_PLAIN)
        self._lines.say(said.KEPT[self._appointments.keep(visit).value])
        return visit
