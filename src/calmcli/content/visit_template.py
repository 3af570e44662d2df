"""Visits: what a medical appointment of one sort is made of, for someone to begin from."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

from calmcli.content.described import Identified, Identity
from calmcli.content.rules import Fault, Rule
from calmcli.words.wording import quoted

MOST_STEPS = 24
"""Steps of one visit."""
MOST_ASKED = 10
"""Needs, and questions, of one visit."""
MOST_STEP_NAME = 40
MOST_SENTENCE = 120
MOST_SIGNAL = 60
FURTHEST_MINUTES = 28 * 24 * 60
"""How far from the time of the appointment a step may stand: four weeks."""

_EVENING_BEFORE = (-(28 * 60 - 1), -4 * 60)
"""20:00 on the day before, in minutes from a visit at 23:59 and from one at midnight."""

VisitPlace = Literal["home", "waiting", "room", "after"]
"""Where a person is: at home or on the way, waiting, in the room, or done with it."""

StepTitle = Annotated[str, Meta(min_length=1, max_length=MOST_STEP_NAME, examples=["Waiting room"])]
Sentence = Annotated[
    str, Meta(min_length=1, max_length=MOST_SENTENCE, examples=["Please ask before you touch me."])
]
Minutes = Annotated[int, Meta(ge=-FURTHEST_MINUTES, le=FURTHEST_MINUTES, examples=[-30])]


class TemplateStep(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One step of a visit, as small as it can be taken by itself."""

    name: StepTitle
    """What it is called; at most 40 characters."""
    place: Annotated[VisitPlace, Meta(examples=["waiting"])]
    """Where the person is then."""
    minutes: Minutes | None = None
    """Minutes from the time of the appointment, below 0 before it; left out where it has none."""
    evening_before: bool = False
    """Whether it comes at 20:00 on the day before; minutes that are given outrank it."""
    exercise: Identity | None = None
    """The script that may help there; it is offered to everyone, so it should suit everyone."""
    if_faint: Annotated[Identity, Meta(examples=["leg-tension"])] | None = None
    """The script for people who faint; where a needle comes it is `applied-tension` otherwise."""
    say: Sentence | None = None
    """Words that could be said there, offered and never put in unasked."""
    needle: bool = False
    """Whether a needle comes at this step."""
    optional: bool = False
    """Whether it is one to choose, and otherwise left out."""


def _step_names_differ(*, steps: tuple[TemplateStep | None, ...]) -> Iterator[Fault]:
    names: set[str] = set()
    for position, step in enumerate(steps):
        name = step.name.casefold() if step else ""
        if step and name in names:
            message = f"a step is called {quoted(step.name)} already"
            yield Fault(("steps", position, "name"), message, "give this one another name")
        names.add(name)


def _steps_stand_in_order(*, steps: tuple[TemplateStep | None, ...]) -> Iterator[Fault]:
    timed = [(position, step) for position, step in enumerate(steps) if step and _span(step)]
    for (_, earlier), (position, later) in pairwise(timed):
        if max(_span(later)) < min(_span(earlier)):
            message = f"this step is {_when(later)}, and one before it {_when(earlier)}"
            hint = "put the steps in the order in which they come"
            key = "evening_before" if later.minutes is None else "minutes"
            yield Fault(("steps", position, key), message, hint)


def _span(step: TemplateStep) -> tuple[int, ...]:
    """The minutes at which a step may come, whenever the visit is; empty where it has no time."""
    if step.minutes is not None:
        return (step.minutes,)
    return _EVENING_BEFORE if step.evening_before else ()


def _when(step: TemplateStep) -> str:
    return "the evening before" if step.minutes is None else f"at {step.minutes} minutes"


class VisitTemplate(Identified, frozen=True, kw_only=True, tag="visit"):
    """A sort of medical visit, with its usual steps; all of it can be changed in one's own."""

    kind: ClassVar[Literal["visit"]] = "visit"
    rules: ClassVar[tuple[Rule, ...]] = (
        Rule(("steps",), _step_names_differ),
        Rule(("steps",), _steps_stand_in_order),
    )

    steps: Annotated[
        tuple[TemplateStep, ...],
        Meta(
            min_length=1,
            max_length=MOST_STEPS,
            extra={"hint": "add 'steps:' and below it an item for each step"},
        ),
    ]
    """What comes, in order; at most 24."""
    needs: Annotated[tuple[Sentence, ...], Meta(max_length=MOST_ASKED)] = ()
    """What the staff could be told, to be ticked; at most 10, of at most 120 characters each."""
    questions: Annotated[tuple[Sentence, ...], Meta(max_length=MOST_ASKED)] = ()
    """What could be asked, to be ticked; at most 10, of at most 120 characters each."""
    signal: (
        Annotated[str, Meta(min_length=1, max_length=MOST_SIGNAL, examples=["a raised hand"])]
        | None
    ) = None
    """A sign that could mean stop; at most 60 characters."""
