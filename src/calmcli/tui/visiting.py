"""Leads through visits on the whole screen, screen by screen; each can be left with one key."""

from collections.abc import Awaitable, Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING

from calmcli.rating import asks_for_a_person
from calmcli.shelves import read_profile
from calmcli.tui.screens.day import DayScreen
from calmcli.tui.screens.question import QuestionScreen
from calmcli.tui.screens.rating import RatingScreen
from calmcli.tui.screens.reading import Lines, ReadingScreen
from calmcli.tui.screens.rows import RowsScreen
from calmcli.tui.visit_papers import Papers
from calmcli.tui.widgets.columns import Choice
from calmcli.visits.appointments import Appointments
from calmcli.visits.card import card_of, text_lines
from calmcli.visits.clock import is_still_to_come, on_the_day
from calmcli.visits.draft import Draft
from calmcli.visits.frames import blanks, filled
from calmcli.visits.ladder import ladder_lines
from calmcli.visits.practice import as_offered, as_on_card, plan_for, practice_for
from calmcli.visits.question import Question
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
from calmcli.visits.visit import Visit, with_needs, with_noted
from calmcli.words import papers as on_paper
from calmcli.words import visits as said
from calmcli.words.session import A_PERSON

if TYPE_CHECKING:
    from calmcli.tui.app import CalmApp


class Visiting:
    """What can be done with visits, each as a walk through a few screens."""

    def __init__(self, app: "CalmApp", appointments: Appointments) -> None:
        self._app, self._appointments = app, appointments
        papers = Papers(app)
        self.rooms: dict[str, Callable[[Visit], Awaitable[None]]] = {
            "today": self.today,
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

    async def open(self, visit: Visit) -> None:
        """What can be done with one visit, until it is left."""
        rows = [Choice(*said.OPEN_ROWS[key]) for key in ROOMS]
        at: int | None = None
        while (current := self._appointments.current(visit)) is not None:
            at = await self._choose(title(current), rows, at)
            if at is None:
                return
            await self.rooms[ROOMS[at]](current)

    async def new(self) -> None:
        """Ask, show, and keep when it is wished."""
        offered = self._appointments.templates()
        rows = [*(Choice(each.title, each.about) for each in offered), Choice(said.OTHER_TEMPLATE)]
        at = await self._choose(said.ASK_TEMPLATE, rows)
        if at is None:
            return
        template = offered[at] if at < len(offered) else None
        draft = Draft(self._appointments, self._appointments.begin(template), is_new=True)
        last_time, now = self._appointments.last_time(), self._app.house.clock.local()
        goes_on = await self._ask(
            draft, lambda visit: new_questions(visit, template, now, last_time)
        )
        if goes_on and draft.visit.steps:
            rows = [Choice(said.EXPECT_LATER_ROW, said.EXPECT_LATER), Choice(said.EXPECT_NOW_ROW)]
            if await self._choose(said.EXPECTING_HEADING, rows) == 1:
                await self._ask(draft, expected_questions)
        await self._show_and_keep(draft)

    async def edit(self, visit: Visit) -> None:
        """Change one thing after another, then show and keep."""
        template, now = self._appointments.template(visit.template), self._app.house.clock.local()
        draft = Draft(self._appointments, visit)
        at: int | None = None
        while True:
            choices = edit_choices(draft.visit, template, now)
            rows = [Choice(label, asked[0].now) for label, asked in choices]
            at = await self._choose(said.CHANGE, rows, at)
            if at is None:
                break
            await self._ask(draft, partial(edit_questions, at, template, now))
        if draft.visit != visit:
            await self._show_and_keep(draft)

    async def today(self, visit: Visit) -> None:
        """The steps on the clock, and the exercise of whichever is chosen, until it is left."""
        at: int | None = None
        while True:
            offered = as_offered(visit, read_profile(self._app.house.places))
            due = on_the_day(offered, self._app.house.clock.local())
            rows = [
                Choice(
                    f"{each.time} {each.step.name}".strip(),
                    ", ".join(
                        filter(None, (each.step.exercise, said.WHAT_COUNTS_AS_NOW * each.is_now))
                    ),
                )
                for each in due
            ]
            now = next((each.number - 1 for each in due if each.is_now), None)
            day = DayScreen(title(visit), rows, now if at is None else at)
            at = await self._app.push_screen_wait(day)
            if at is None:
                return
            if day.notes:
                visit = await self._note(visit, at)
            else:
                await self.begin_step(visit, at)

    async def begin_step(self, visit: Visit, at: int) -> None:
        """The exercise of a step, from its first question to its reply."""
        house, step = self._app.house, visit.steps[at]
        practice = practice_for(visit, step, read_profile(house.places))
        if practice.exercise is None:
            await self._read(step.name, [practice.remark])
            return
        now, always = house.clock.local(), house.settings().skip.always
        plan, remark = plan_for(visit, step, practice, house.library, now, always=always)
        if remark:
            await self._read(step.name, [remark])
        await self._app.lead_through(house.open_plan(plan))

    async def _note(self, visit: Visit, at: int) -> Visit:
        """Ask how it is at a step now, and keep it there."""
        step = visit.steps[at]
        question = said.ASK_NOW.format(step=step.name)
        rating = await self._app.push_screen_wait(RatingScreen(question, lambda: said.ABOUT_NOTING))
        if not isinstance(rating, int):
            return visit
        visit = with_noted(visit, step, rating, self._app.house.clock.local())
        self._appointments.keep(visit)
        if asks_for_a_person(rating):
            key = self._app.key_for("help-now")
            await self._read(step.name, [A_PERSON.format(key=key)])
        return visit

    async def card(self, visit: Visit) -> None:
        """The card, as it would be printed."""
        card = card_of(self._as_on_card(visit))
        more = [on_paper.NOT_ON_CARD.format(count=card.left_out)] if card.left_out else []
        await self._read("", [*text_lines(card), *(["", *more] if more else [])])

    def _as_on_card(self, visit: Visit) -> Visit:
        house = self._app.house
        return as_on_card(visit, read_profile(house.places), house.library)

    async def say(self, visit: Visit) -> None:
        """Fill in sentences, one after another; each goes onto the card on wish."""
        frames, rows, at = list(said.FRAMES), list(map(Choice, blanks())), None
        while (at := await self._choose(said.SAY_HEADING, rows, at)) is not None:
            gap = Question(filled(frames[at], ""), partial(_with_sentence, frames[at]))
            answered = await self._app.push_screen_wait(QuestionScreen(visit, gap))
            if answered is None or answered == visit:
                continue
            onto = [Choice(said.ONTO_CARD), Choice(said.NOT_ONTO_CARD)]
            if await self._choose(answered.needs[-1], onto) == 0:
                self._appointments.keep(answered)
                visit = answered

    async def review(self, visit: Visit) -> None:
        """Ask what came, keep it, and show both numbers."""
        if is_still_to_come(visit, self._app.house.clock.local()):
            when = said.when(visit.at, all_day=visit.all_day)
            await self._read(visit.name, [said.STILL_TO_COME.format(when=when)])
            return
        draft = Draft(self._appointments, visit, by="review")
        await self._ask(draft, review_questions)
        self._app.parting = str
        await self.look_back(draft.visit)

    async def look_back(self, visit: Visit) -> None:
        """What was expected and what came."""
        await self._read(
            "", lambda columns: review_lines(visit, blocks=self._app.blocks, columns=columns)
        )

    async def ladder(self, visit: Visit) -> None:
        """The steps by what is expected."""
        await self._read("", lambda columns: ladder_lines(visit, columns=columns))

    async def delete(self, visit: Visit) -> None:
        """Take it away once it is confirmed."""
        rows = [Choice(said.STAY_ROW), Choice(said.DELETE_ROW)]
        if await self._choose(title(visit), rows) == 1:
            self._appointments.delete(visit)

    async def _ask(self, draft: Draft, asked: Callable[[Visit], Iterable[Question]]) -> bool:
        """Put all answers into a draft; whether the questions came to their end."""
        self._app.parting = draft.parting
        at, told = 0, ""
        while at < len(questions := list(asked(draft.visit))):
            before, question = draft.visit, questions[at]
            screen = QuestionScreen(before, question, draft.put, told)
            answered = await self._app.push_screen_wait(screen)
            if answered is None and not screen.goes_back:
                return False
            unchanged = draft.visit == before
            told = "" if unchanged or question.again else question.understood(draft.visit)
            at = max(0, at + (-1 if screen.goes_back else 1))
        return True

    async def _show_and_keep(self, draft: Draft) -> None:
        """Show all of it; only one row of its own leaves it unkept."""
        offered = as_offered(draft.visit, read_profile(self._app.house.places))
        await self._read("", partial(visit_lines, offered))
        rows = [Choice(said.KEEP_ROW), Choice(said.UNKEPT_ROW)]
        if await self._choose(title(draft.visit), rows) == 1:
            draft.undo()
        elif (kept := draft.keep().value) != "journal":
            await self._read(draft.visit.name, [said.KEPT[kept]])
        self._app.parting = str

    async def _choose(self, heading: str, rows: list[Choice], at: int | None = None) -> int | None:
        return await self._app.push_screen_wait(RowsScreen(heading, rows, at))

    async def _read(self, heading: str, lines: Lines) -> None:
        await self._app.push_screen_wait(ReadingScreen(heading, lines))


def _with_sentence(frame: str, visit: Visit, words: str) -> Visit:
    return with_needs(visit, [filled(frame, words)])
