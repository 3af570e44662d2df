"""The steps of a visit as a ladder, from what is expected to be least hard upwards."""

from calmcli.cells import COLUMNS, wrapped
from calmcli.visits.visit import Step, Visit
from calmcli.words import looking_back as said

SUGGESTED = range(3, 6)
"""What is expected of a step that could be next: hard enough to notice, and to be managed."""


def ladder(visit: Visit) -> list[Step]:
    """The steps with an expected number, the least first; the order of the day among equals."""
    rated = [step for step in visit.steps if step.expected is not None]
    return sorted(rated, key=lambda step: step.expected or 0)


def next_step(visit: Visit) -> Step | None:
    """A step around 3 to 5 that could be next; one not gone through yet before one that was."""
    within = [step for step in ladder(visit) if step.expected in SUGGESTED]
    return next((step for step in within if step.came is None), within[0] if within else None)


def ladder_lines(visit: Visit, *, columns: int = COLUMNS) -> list[str]:
    """The ladder in lines, with what could be next."""
    rungs, suggested = ladder(visit), next_step(visit)
    lines = [*wrapped(f"{said.LADDER}: {visit.name}", columns), ""]
    for step in rungs:
        came = "" if step.came is None else f", {said.ONLY_CAME.format(came=step.came)}"
        lines += wrapped(f"{step.name}{came}", columns, f"{step.expected:>4}  ")
    unrated = len(visit.steps) - len(rungs)
    if unrated and rungs:
        lines.append(f"      {said.UNRATED.format(count=unrated)}")
    if not rungs:
        lines += wrapped(said.LADDER_EMPTY, columns)
    elif suggested is not None:
        next_one = said.LADDER_NEXT.format(name=suggested.name, expected=suggested.expected)
        lines += ["", *wrapped(next_one, columns)]
    else:
        lines += ["", *wrapped(said.LADDER_NONE, columns)]
    return [*lines, "", *wrapped(said.LADDER_ABOUT, columns), *wrapped(said.THERAPIST, columns)]
