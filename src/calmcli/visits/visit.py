"""One medical appointment as a person prepares it. Nothing is in it that they did not put there."""

from collections.abc import Iterable
from datetime import datetime
from typing import Literal

import msgspec
from msgspec.structs import force_setattr

from calmcli.content.model import VisitPlace
from calmcli.journal.entries import Moment, Rating
from calmcli.text import clean, whole_number
from calmcli.visits.fainting import tells_of_fainting

Evening = Literal["evening"]
EVENING: Evening = "evening"
"""What stands for the evening before where minutes could stand."""

FIRST_QUESTIONS = 3
"""How many questions come first; a short visit has room for no more."""


class Noted(msgspec.Struct, frozen=True, kw_only=True):
    """How it was at one moment of a step."""

    at: Moment
    """When it was noted."""
    rating: Rating
    """The distress there was, 0 to 10."""


class Step(msgspec.Struct, frozen=True, kw_only=True):
    """One step, as small as it can be taken by itself."""

    id: str
    """Tells it from the other steps of its visit; it says nothing."""
    name: str
    """What it is called."""
    place: VisitPlace = "home"
    """Where the person is then."""
    minutes: int | None = None
    """Minutes from the time of the appointment, below 0 before it; None where it has none."""
    evening_before: bool = False
    """Whether it comes on the evening before; minutes outrank it."""
    exercise: str | None = None
    """The id of the script to do there."""
    if_faint: str | None = None
    """The id of the script for people who faint, where it is another one."""
    needle: bool = False
    """Whether a needle comes at this step."""
    expected: Rating | None = None
    """The distress that is expected, 0 to 10; None when skipped."""
    say: str | None = None
    """Words to say."""
    who: str | None = None
    """Who is with the person then."""
    noted: tuple[Noted, ...] = ()
    """How it was while it went on, where that was noted."""
    came: Rating | None = None
    """About how much distress there was, 0 to 10; None when skipped."""
    helped: str | None = None
    """What helped."""

    def __post_init__(self) -> None:
        _clean_all(self)


class Visit(msgspec.Struct, frozen=True, kw_only=True):
    """One appointment. What is not known is None or empty, never 0."""

    id: str
    """A UUIDv7."""
    started_at: Moment
    """When it was made."""
    edited_at: Moment
    """When it last changed; of two states of it the later one counts."""
    name: str
    """What it is called."""
    template: str | None = None
    """The id of the template it began from."""
    at: Moment | None = None
    """When it is, at the offset of that day; None where that is open."""
    all_day: bool = False
    """Whether only the day of `at` is known."""
    who: str | None = None
    """Who comes along."""
    needs: tuple[str, ...] = ()
    """What the staff should know."""
    faints: bool = False
    """Whether the person ticked that they may faint."""
    signal: str | None = None
    """The sign that means stop."""
    questions: tuple[str, ...] = ()
    """What to ask; the first three come first."""
    breath: str | None = None
    """A line about the breath that suits."""
    way_out: str | None = None
    """How to get out, or home."""
    last_time: str | None = None
    """What an earlier visit left to be told at this one, carried over on wish."""
    next_time: str | None = None
    """What to tell them next time."""
    steps: tuple[Step, ...] = ()
    """What comes, in order."""

    def __post_init__(self) -> None:
        _clean_all(self)

    def step(self, step_id: str) -> Step | None:
        """The step with an id; None when there is none."""
        return next((step for step in self.steps if step.id == step_id), None)


def with_step(visit: Visit, step: Step) -> Visit:
    """A visit with another state of one of its steps."""
    steps = tuple(step if each.id == step.id else each for each in visit.steps)
    return msgspec.structs.replace(visit, steps=steps)


def at_time(step: Step, when: int | Evening | None) -> Step:
    """A step that comes so many minutes from the appointment, or the evening before it."""
    minutes = when if isinstance(when, int) else None
    return msgspec.structs.replace(step, minutes=minutes, evening_before=when == EVENING)


def with_noted(visit: Visit, step: Step, rating: int, now: datetime) -> Visit:
    """A visit with how it is at one of its steps now."""
    noted = (*step.noted, Noted(at=now, rating=rating))
    return with_step(visit, msgspec.structs.replace(step, noted=noted))


def with_needs(visit: Visit, more: Iterable[str]) -> Visit:
    """A visit with more of what helps them to know; who says there that they may faint, may."""
    more = tuple(more)
    needs = tuple(dict.fromkeys((*visit.needs, *more)))
    faints = visit.faints or tells_of_fainting(more)
    return msgspec.structs.replace(visit, needs=needs, faints=faints)


def with_questions(visit: Visit, more: Iterable[str]) -> Visit:
    """A visit with more to ask."""
    questions = tuple(dict.fromkeys((*visit.questions, *more)))
    return msgspec.structs.replace(visit, questions=questions)


def emptied(visit: Visit, field: str) -> Visit:
    """A visit with nothing in one of its fields."""
    return msgspec.structs.replace(visit, **{field: _EMPTY.get(field)})


_EMPTY: dict[str, object] = {"needs": (), "questions": (), "faints": False}
"""What stands in a field that has nothing in it, where that is not None."""
_MOST_IDS = 1_000_000


def new_step_id(visit: Visit) -> str:
    """An id that no step of a visit has."""
    taken = [whole_number(step.id, _MOST_IDS) or 0 for step in visit.steps]
    return str(max(taken, default=0) + 1)


def _clean_all(struct: msgspec.Struct) -> None:
    """Whatever text comes in is cleaned to one line, so it is fit for a screen and a page."""
    for name in struct.__struct_fields__:
        value = getattr(struct, name)
        if isinstance(value, str):
            force_setattr(struct, name, clean(value).strip())
        elif isinstance(value, tuple) and value and isinstance(value[0], str):
            kept = (clean(each).strip() for each in value)
            force_setattr(struct, name, tuple(each for each in kept if each))
