"""What is asked about a visit, one thing at a time, the same on the screen and in lines."""

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import Any

from msgspec.structs import replace

from calmcli.content.model import VisitTemplate
from calmcli.visits.beginning import add_steps
from calmcli.visits.question import Question, Take
from calmcli.visits.showing import when_understood
from calmcli.visits.step_questions import (
    came_question,
    expected_question,
    helped_question,
    step_questions,
)
from calmcli.visits.typed import chosen, own_words, yes_or_no
from calmcli.visits.visit import Step, Visit, emptied, new_step_id, with_needs, with_questions
from calmcli.when import read_when
from calmcli.words import visits as said

Add = Callable[[Visit, Iterable[str]], Visit]
"""A visit with more lines in one of its fields."""


def new_questions(
    visit: Visit, template: VisitTemplate | None, now: datetime, last_time: str | None
) -> Iterator[Question]:
    """Everything about a visit that is being made."""
    yield name_question(visit)
    yield time_question(visit, now)
    yield who_question(visit)
    if last_time:
        yield last_time_question(last_time)
    yield needs_question(visit, template)
    yield faint_question(visit)
    yield signal_question(visit, template)
    yield questions_question(visit, template)
    yield steps_question(visit, template)
    yield breath_question(visit)
    yield way_out_question(visit)


def expected_questions(visit: Visit) -> Iterator[Question]:
    """How hard each step is expected to be."""
    for step in visit.steps:
        yield expected_question(step)


def review_questions(visit: Visit) -> Iterator[Question]:
    """How much distress there was at each step, what helped, what to tell them next time."""
    for step in visit.steps:
        yield came_question(step)
        yield helped_question(step)
    yield next_time_question(visit)


def name_question(visit: Visit) -> Question:
    """What it is called."""
    return Question(said.ASK_NAME, _into("name", own_words), now=visit.name)


def edit_choices(
    visit: Visit, template: VisitTemplate | None, now: datetime
) -> list[tuple[str, tuple[Question, ...]]]:
    """Everything about a visit that can be changed, with what is asked for it."""
    fields = {
        "name": name_question(visit),
        "at": time_question(visit, now),
        "who": who_question(visit),
        "needs": needs_question(visit, template),
        "faints": faint_question(visit),
        "signal": signal_question(visit, template),
        "questions": questions_question(visit, template),
        "breath": breath_question(visit),
        "way_out": way_out_question(visit),
        "next_time": next_time_question(visit),
        "steps": steps_question(visit, template),
    }
    steps = [
        (said.A_STEP.format(name=step.name), tuple(step_questions(step, template)))
        for step in visit.steps
    ]
    expected = (said.EXPECTING, tuple(expected_questions(visit)))
    return [
        *((said.FIELDS[key], (asked,)) for key, asked in fields.items()),
        *([expected] if steps else []),
        *steps,
    ]


def edit_questions(
    at: int, template: VisitTemplate | None, now: datetime, visit: Visit
) -> tuple[Question, ...]:
    """What is asked for one of the choices, of a visit as it is by then."""
    return edit_choices(visit, template, now)[at][1]


def time_question(visit: Visit, now: datetime) -> Question:
    """When it is."""

    def take(visit: Visit, typed: str) -> Visit:
        at, all_day = read_when(typed, now)
        return replace(visit, at=at, all_day=all_day)

    def understood(visit: Visit) -> str:
        return when_understood(visit, now)

    now_set = said.when(visit.at, all_day=visit.all_day)
    return Question(said.ASK_TIME, take, now=now_set, empty=_emptied("at"), understood=understood)


def who_question(visit: Visit) -> Question:
    """Who comes along."""
    return _in_words(said.ASK_WHO, "who", visit.who)


def last_time_question(last_time: str) -> Question:
    """Whether what was noted last time goes onto this card."""

    def take(visit: Visit, typed: str) -> Visit:
        return replace(visit, last_time=last_time if yes_or_no(typed) else None)

    return Question(said.ASK_LAST_TIME.format(words=last_time), take)


def needs_question(visit: Visit, template: VisitTemplate | None) -> Question:
    """What the staff should know."""
    offered = template.needs if template else ()
    return _several((said.ASK_NEEDS, said.MORE_NEEDS), "needs", with_needs, offered, visit)


def faint_question(visit: Visit) -> Question:
    """Whether the person may faint."""
    now = said.YES if visit.faints else ""
    return Question(said.ASK_FAINT, _into("faints", yes_or_no), now=now, empty=_emptied("faints"))


def signal_question(visit: Visit, template: VisitTemplate | None) -> Question:
    """The sign that means stop."""
    offered = (template.signal,) if template and template.signal else ()

    def take(visit: Visit, typed: str) -> Visit:
        return replace(visit, signal=chosen(typed, offered)[0])

    now = visit.signal or ""
    return Question(said.ASK_SIGNAL, take, offered, now=now, empty=_emptied("signal"))


def questions_question(visit: Visit, template: VisitTemplate | None) -> Question:
    """What to ask."""
    offered = template.questions if template else ()
    ask = said.ASK_QUESTIONS, said.MORE_QUESTIONS
    return _several(ask, "questions", with_questions, offered, visit)


def steps_question(visit: Visit, template: VisitTemplate | None) -> Question:
    """Which further steps there are."""
    there = {step.name for step in visit.steps}
    steps = [step for step in template.steps if step.name not in there] if template else []
    offered = tuple(step.name for step in steps)

    def take(visit: Visit, typed: str) -> Visit:
        names = chosen(typed, offered)
        if template is not None:
            visit = add_steps(visit, template, [step for step in steps if step.name in names])
        for name in names:
            if name not in offered:
                visit = add_own_step(visit, name)
        return visit

    return Question(
        said.ASK_STEPS if offered else said.ASK_OWN_STEP, take, offered, said.MORE_STEPS
    )


def add_own_step(visit: Visit, name: str) -> Visit:
    """A visit with one more step, at its end."""
    place = visit.steps[-1].place if visit.steps else "home"
    step = Step(id=new_step_id(visit), name=own_words(name), place=place)
    return replace(visit, steps=(*visit.steps, step))


def breath_question(visit: Visit) -> Question:
    """A line about the breath."""
    return _in_words(said.ASK_BREATH, "breath", visit.breath)


def way_out_question(visit: Visit) -> Question:
    """The way out."""
    return _in_words(said.ASK_WAY_OUT, "way_out", visit.way_out)


def next_time_question(visit: Visit) -> Question:
    """What to tell them next time."""
    return _in_words(said.ASK_NEXT_TIME, "next_time", visit.next_time)


def _into(name: str, read: Callable[[str], Any]) -> Take:
    return lambda visit, typed: replace(visit, **{name: read(typed)})


def _several(
    ask: tuple[str, str], name: str, add: Add, offered: tuple[str, ...], visit: Visit
) -> Question:
    """What each answer adds a line to; what all came to is told, so that a slip is seen."""

    def take(visit: Visit, typed: str) -> Visit:
        return add(visit, chosen(typed, offered))

    def there(visit: Visit) -> str:
        return "; ".join(getattr(visit, name))

    def understood(visit: Visit) -> str:
        return said.THERE_NOW.format(now=there(visit)) if there(visit) else ""

    first, again = ask
    return Question(first, take, offered, again, there(visit), _emptied(name), understood)


def _emptied(name: str) -> Callable[[Visit], Visit]:
    return lambda visit: emptied(visit, name)


def _in_words(ask: str, name: str, now: str | None) -> Question:
    return Question(ask, _into(name, own_words), now=now or "", empty=_emptied(name))
