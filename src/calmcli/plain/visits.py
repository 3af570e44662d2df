"""Visits in lines: the list, a new one, and everything that can be done with one."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

from calmcli.endings import EXIT_CTRL_C, Ended
from calmcli.house import House
from calmcli.plain.asking import ask_all, confirm
from calmcli.plain.lines import Lines
from calmcli.plain.numbered import LEAVES, choose
from calmcli.plain.visit_day import DayInLines
from calmcli.plain.visit_papers import PapersInLines
from calmcli.shelves import read_profile
from calmcli.visits.appointments import Appointments
from calmcli.visits.card import card_of, text_lines
from calmcli.visits.clock import is_still_to_come
from calmcli.visits.draft import Draft
from calmcli.visits.frames import blanks, filled
from calmcli.visits.ladder import ladder_lines
from calmcli.visits.practice import as_offered, as_on_card
from calmcli.visits.questions import (
    edit_choices,
    edit_questions,
    expected_questions,
    new_questions,
    review_questions,
)
from calmcli.visits.review import review_lines
from calmcli.visits.rooms import ROOMS
from calmcli.visits.showing import title, visit_lines
from calmcli.visits.visit import Visit, with_needs
from calmcli.words import papers as on_paper
from calmcli.words import visits as said


def visits_room(house: House, lines: Lines) -> None:
    """The visits there are, until the room is left."""
    if house.places is None:
        lines.say(said.NOWHERE)
        return
    VisitsInLines(house, lines, Appointments(house.places, house.clock.local)).run()


class VisitsInLines:
    """Leads through visits, asking one thing at a time."""

    def __init__(self, house: House, lines: Lines, appointments: Appointments) -> None:
        self._house, self._lines, self._appointments = house, lines, appointments
        papers = PapersInLines(lines)
        self.rooms: dict[str, Callable[[Visit], None]] = {
            "today": DayInLines(house, lines, appointments).run,
            "edit": self.edit,
            "card": self.card,
            "say": self.say,
            "review": self.review,
            "picture": self.look_back,
            "ladder": self.ladder,
            "write": lambda visit: papers.write(self._as_on_card(visit)),
            "code": papers.code,
            "calendar": papers.calendar,
            "delete": self.delete,
        }
        """What is done in each room."""

    def run(self) -> None:
        """The list, and what is done with one of them, until it is left."""
        while True:
            read = self._appointments.read()
            self._lines.say(*read.messages, *([] if read.visits else [said.NONE_YET]))
            rows = [*(title(visit) for visit in read.visits), said.MAKE_ONE]
            at = choose(self._lines, said.ASK_WHICH, rows)
            if at is None:
                return
            if at < len(read.visits):
                self.open(read.visits[at])
            else:
                self.new()

    def open(self, visit: Visit) -> None:
        """What can be done with one visit, until it is left."""
        while True:
            current = self._appointments.current(visit)
            if current is None:
                return
            self._lines.say(title(current))
            rows = [", ".join(said.OPEN_ROWS[room]) for room in ROOMS]
            at = choose(self._lines, said.ASK_WHAT, rows)
            if at is None:
                return
            self.rooms[ROOMS[at]](current)

    def new(self, template_id: str | None = None) -> None:
        """Ask, show, and keep when it is wished."""
        lines, offered = self._lines, self._appointments.templates()
        template = self._appointments.template(template_id)
        if template is None:
            rows = [*(f"{each.title}. {each.about}" for each in offered), said.OTHER_TEMPLATE]
            names = [(each.id, each.title) for each in offered]
            at = choose(lines, f"{said.ASK_TEMPLATE} {said.ASK_WHICH_TEMPLATE}", rows, names)
            if at is None:
                return
            template = offered[at] if at < len(offered) else None
        draft = Draft(self._appointments, self._appointments.begin(template), is_new=True)
        last_time, now = self._appointments.last_time(), self._house.clock.local()
        lines.say(said.HOW_TO_ANSWER)
        with self._saying_what_stays(draft):
            goes_on = ask_all(
                lines, draft, lambda visit: new_questions(visit, template, now, last_time)
            )
            if goes_on and draft.visit.steps and confirm(lines, said.ASK_EXPECTING, "y"):
                ask_all(lines, draft, expected_questions)
            self._show_and_keep(draft)

    def edit(self, visit: Visit) -> None:
        """Change one thing after another, then show and keep."""
        template, now = self._appointments.template(visit.template), self._house.clock.local()
        draft, how = Draft(self._appointments, visit), [said.HOW_TO_ANSWER]
        with self._saying_what_stays(draft):
            while True:
                rows = [label for label, _ in edit_choices(draft.visit, template, now)]
                at = choose(self._lines, said.ASK_CHANGE, rows)
                if at is None:
                    break
                self._lines.say(*how)
                how = []
                ask_all(self._lines, draft, partial(edit_questions, at, template, now))
            if draft.visit != visit:
                self._show_and_keep(draft)

    def card(self, visit: Visit) -> None:
        """The card, as it would be printed."""
        card = card_of(self._as_on_card(visit))
        self._lines.say(*text_lines(card))
        if card.left_out:
            self._lines.say(on_paper.NOT_ON_CARD.format(count=card.left_out))

    def _as_on_card(self, visit: Visit) -> Visit:
        return as_on_card(visit, read_profile(self._house.places), self._house.library)

    def say(self, visit: Visit | None = None) -> None:
        """Fill in sentences, one after another; each can go onto the card."""
        while True:
            at = choose(self._lines, said.ASK_FRAME, blanks())
            if at is None:
                return
            frame = list(said.FRAMES)[at]
            blank = filled(frame, "")
            typed = (self._lines.ask(said.ASK_BLANK.format(sentence=blank)) or "").strip()
            if typed.lower() in LEAVES:
                return
            sentence = filled(frame, typed)
            self._lines.say(sentence)
            current = None if visit is None else self._appointments.current(visit)
            if current is not None and confirm(self._lines, said.ASK_ONTO_CARD, "y"):
                self._keep(with_needs(current, [sentence]))

    def review(self, visit: Visit) -> None:
        """Ask what came, keep it, and show both numbers."""
        if is_still_to_come(visit, self._house.clock.local()):
            when = said.when(visit.at, all_day=visit.all_day)
            self._lines.say(said.STILL_TO_COME.format(when=when))
            return
        self._lines.say(said.HOW_TO_ANSWER)
        draft = Draft(self._appointments, visit, by="review")
        with self._saying_what_stays(draft):
            ask_all(self._lines, draft, review_questions)
        if draft.visit != visit:
            self._keep(draft.visit)
        self.look_back(draft.visit)

    def look_back(self, visit: Visit) -> None:
        """What was expected and what came."""
        self._lines.say(*review_lines(visit))

    def ladder(self, visit: Visit) -> None:
        """The steps by what is expected."""
        self._lines.say(*ladder_lines(visit))

    def delete(self, visit: Visit) -> None:
        """Take it away once it is confirmed."""
        self._lines.say(*visit_lines(self._as_offered(visit)))
        if confirm(self._lines, said.DELETE_ASK, said.YES):
            self._appointments.delete(visit)
            self._lines.say(said.DELETED.format(name=visit.name))
        else:
            self._lines.say(said.STAYS)

    def _show_and_keep(self, draft: Draft) -> None:
        self._lines.say(*visit_lines(self._as_offered(draft.visit)))
        if confirm(self._lines, said.KEEP_IT, "x"):
            draft.undo()
            self._lines.say(said.LEFT)
        else:
            self._lines.say(said.KEPT[draft.keep().value])

    @contextmanager
    def _saying_what_stays(self, draft: Draft) -> Iterator[None]:
        """Say in a line what is kept, where Ctrl+C ends the questions."""
        try:
            yield
        except Ended as ended:
            if ended.exit_code == EXIT_CTRL_C and (parting := draft.parting()):
                self._lines.say("", parting)  # the terminal has put ^C where we are
            raise

    def _as_offered(self, visit: Visit) -> Visit:
        return as_offered(visit, read_profile(self._house.places))

    def _keep(self, visit: Visit) -> None:
        self._lines.say(said.KEPT[self._appointments.keep(visit).value])
