"""From a step of a visit to the session for it."""

from collections.abc import Iterable
from datetime import datetime

from msgspec import Struct
from msgspec.structs import replace

from calmcli.content.library import Found, Library, shipped_script
from calmcli.course import Plan
from calmcli.exercises import timeline_of
from calmcli.exercises.fitting import longest_within, seconds_of, variants_by_length
from calmcli.kinds import KINDS
from calmcli.profile import Profile, has_tension_caution
from calmcli.timeline import MS_PER_S
from calmcli.visits.clock import next_due
from calmcli.visits.visit import Step, Visit
from calmcli.words import visits as said
from calmcli.words.session import spoken_length

USUAL = KINDS["breathing"].usual
TENSION = "applied-tension"
_TENSING = {"applied-tension", "leg-tension"}


class Practice(Struct, frozen=True):
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


def as_on_card(visit: Visit, profile: Profile, library: Library) -> Visit:
    """The same visit with what is offered at each step, by the title that people read.

    Of what a person said of themselves nothing is added: who is to read there that they may faint
    ticked it on this visit.
    """
    offered = as_offered(visit, replace(profile, fainting=None))

    def titled(step: Step) -> Step:
        found = library.get(step.exercise) if step.exercise else None
        return step if found is None else replace(step, exercise=found.script.title)

    return replace(offered, steps=tuple(map(titled, offered.steps)))


def plan_for(
    visit: Visit,
    step: Step,
    practice: Practice,
    library: Library,
    now: datetime,
    *,
    always: Iterable[str] = (),
) -> tuple[Plan, str]:
    """The plan for a step, and what there is to say about it; it ends when the next step comes.

    `always` names the areas of the body that are always left out.
    """
    found, remark = _find(library, practice)
    following = next_due(visit, step, now)
    plan = Plan(found=found, visit=visit.id, visit_step=step.id, place=step.place)
    if following is None or (own_s := seconds_of(found, always)) <= (
        left_s := (following.at - now).total_seconds()
    ):
        return plan, remark
    if found.script.kind == "breathing":
        one_breath_ms = timeline_of(found.script).first_parts(1).length_ms or 0
        if one_breath_ms <= left_s * MS_PER_S:
            return replace(plan, until=following.at), remark
    elif shorter := longest_within(variants_by_length(library, found, always), left_s):
        told = said.SHORTER.format(title=shorter.script.title, step=following.step.name)
        return replace(plan, found=shorter), " ".join(filter(None, (remark, told)))
    told = said.TAKES_LONGER.format(
        title=found.script.title,
        length=spoken_length(own_s),
        step=following.step.name,
        left=spoken_length(left_s),
    )
    return plan, " ".join(filter(None, (remark, told)))


def _find(library: Library, practice: Practice) -> tuple[Found, str]:
    found = library.get(practice.exercise or USUAL)
    if found is not None:
        return found, practice.remark
    return shipped_script(USUAL), said.NOT_THERE.format(exercise=practice.exercise)
