"""From a template to a visit of one's own."""

from collections.abc import Iterable

import msgspec

from calmcli.content.model import TemplateStep, VisitTemplate
from calmcli.visits.visit import Step, Visit, new_step_id


def from_template(visit: Visit, template: VisitTemplate) -> Visit:
    """A visit with the usual steps of a template; what it offers to say or ask is not put in."""
    visit = msgspec.structs.replace(visit, template=template.id)
    return add_steps(visit, template, (step for step in template.steps if not step.optional))


def add_steps(visit: Visit, template: VisitTemplate, chosen: Iterable[TemplateStep]) -> Visit:
    """A visit with some steps of its template, each where it stands there."""
    for one in chosen:
        step = Step(
            id=new_step_id(visit),
            name=one.name,
            place=one.place,
            minutes=one.minutes,
            evening_before=one.evening_before,
            exercise=one.exercise,
            if_faint=one.if_faint,
            needle=one.needle,
        )
        order = [each.name for each in template.steps]
        later = set(order[order.index(one.name) + 1 :])
        at = next((i for i, each in enumerate(visit.steps) if each.name in later), len(visit.steps))
        steps = (*visit.steps[:at], step, *visit.steps[at:])
        visit = msgspec.structs.replace(visit, steps=steps)
    return visit


def offered_words(template: VisitTemplate | None, step: Step) -> tuple[str, ...]:
    """What a template offers to say at a step."""
    offered = template.steps if template else ()
    return tuple(each.say for each in offered if each.name == step.name and each.say)
