"""What is asked about one step of a visit: beforehand, and afterwards."""

from collections.abc import Callable, Iterator
from typing import Any

from msgspec.structs import replace

from calmcli.content.model import VisitTemplate
from calmcli.visits.beginning import offered_words
from calmcli.visits.question import Question
from calmcli.visits.review import noted_then
from calmcli.visits.typed import chosen, distress, exercise_id, minutes_from, own_words
from calmcli.visits.visit import EVENING, Step, Visit, at_time, with_step
from calmcli.words import visits as said


def step_questions(step: Step, template: VisitTemplate | None) -> Iterator[Question]:
    """Everything about one step."""
    yield expected_question(step)
    yield _of_step(step, said.ASK_EXERCISE, "exercise", exercise_id)
    offered = offered_words(template, step)
    yield _of_step(step, said.ASK_SAY, "say", lambda typed: chosen(typed, offered)[0], offered)
    yield _of_step(step, said.ASK_STEP_WHO, "who", own_words)
    yield _when_question(step)


def expected_question(step: Step) -> Question:
    """How hard a step is expected to be."""
    return _of_step(step, said.ASK_EXPECTED, "expected", distress)


def came_question(step: Step) -> Question:
    """How much distress there was at a step, with what was noted while it went on."""
    asked = _of_step(step, said.ASK_CAME, "came", distress)
    there = ", ".join(filter(None, (asked.now, noted_then(step))))
    return replace(asked, now=there)


def helped_question(step: Step) -> Question:
    """What helped at a step."""
    return _of_step(step, said.ASK_HELPED, "helped", own_words)


def _when_question(step: Step) -> Question:
    there = EVENING if step.evening_before and step.minutes is None else step.minutes
    return _asked(step, said.ASK_MINUTES, there, minutes_from, at_time)


def _of_step(
    step: Step, ask: str, name: str, read: Callable[[str], Any], offered: tuple[str, ...] = ()
) -> Question:
    def put(at_present: Step, value: Any) -> Step:
        return replace(at_present, **{name: value})

    return _asked(step, ask, getattr(step, name), read, put, offered=offered)


def _asked(
    step: Step,
    ask: str,
    there: Any,
    read: Callable[[str], Any],
    change: Callable[[Step, Any], Step],
    *,
    offered: tuple[str, ...] = (),
) -> Question:
    def put(visit: Visit, value: Any) -> Visit:
        at_present = visit.step(step.id)
        return visit if at_present is None else with_step(visit, change(at_present, value))

    return Question(
        f"{step.name}: {ask}",
        lambda visit, typed: put(visit, read(typed)),
        offered,
        now="" if there is None else str(there),
        empty=lambda visit: put(visit, None),
    )
