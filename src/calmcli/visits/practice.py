"""From a step of a visit to the session for it."""

import dataclasses
from dataclasses import dataclass
from datetime import datetime

from msgspec.structs import replace

from calmcli.content.library import Found, Library, shipped_script
from calmcli.course import Plan
from calmcli.exercises import timeline_of, usual_timeline
from calmcli.kinds import KINDS
from calmcli.profile import Profile, has_tension_caution
from calmcli.timeline import MS_PER_S
from calmcli.visits.clock import until_next
from calmcli.visits.visit import Step, Visit
from calmcli.words import visits as said

USUAL = KINDS["breathing"].usual
TENSION = "applied-tension"
_TENSING = {"applied-tension", "leg-tension"}


@dataclass(frozen=True)
class Practice:
    """What to do at a step."""

    exercise: str | None
    """The id of a script; None where there is none to do."""
    remark: str = ""
    """What there is to say about the choice."""


def practice_for(visit: Visit, step: Step, profile: Profile) -> Practice:
    """The exercise of a step; who faints is offered tension where a needle comes.

    A caution outranks that offer: then it is said instead what to tell them.
    """
    faints = visit.faints or "fainting" in profile.cautions
    none = "" if step.exercise else said.NO_EXERCISE
    tension = step.if_faint or (TENSION if step.needle else None)
    if tension and has_tension_caution(profile):
        exercise = USUAL if step.exercise in _TENSING else step.exercise
        return Practice(exercise, said.SAY_YOU_FAINT if faints else none)
    if tension and faints and step.exercise not in _TENSING:
        return Practice(tension, said.INSTEAD.format(exercise=tension))
    return Practice(step.exercise, none)


def as_offered(visit: Visit, profile: Profile) -> Visit:
    """The same visit, with what this person is offered at each step."""
    steps = (
        replace(step, exercise=practice_for(visit, step, profile).exercise) for step in visit.steps
    )
    return replace(visit, steps=tuple(steps))


def plan_for(
    visit: Visit, step: Step, practice: Practice, library: Library, now: datetime
) -> tuple[Plan, str]:
    """The plan for a step, and what there is to say about it; it ends when the next step comes."""
    found, remark = _find(library, practice)
    plan = Plan(
        found=found,
        visit=visit.id,
        visit_step=step.id,
        place=step.place,
    )
    next_at = until_next(visit, step, now)
    if next_at is not None and found.script.kind == "breathing":
        seconds = (next_at - now).total_seconds()
        own_ms = usual_timeline(found.script).length_ms
        one_breath_ms = timeline_of(found.script).first_parts(1).length_ms or 0
        if one_breath_ms <= seconds * MS_PER_S < (own_ms or 0):
            plan = dataclasses.replace(plan, until=next_at)
    return plan, remark


def _find(library: Library, practice: Practice) -> tuple[Found, str]:
    found = library.get(practice.exercise or USUAL)
    if found is not None:
        return found, practice.remark
    return shipped_script(USUAL), said.NOT_THERE.format(exercise=practice.exercise)
