"""The steps of a visit on the clock of its day."""

from datetime import datetime, time, timedelta
from typing import NamedTuple

from msgspec import Struct

from calmcli.visits.visit import Step, Visit

EVENING_STARTS = time(20)


class Due(Struct, frozen=True):
    """A step and where it stands on the clock."""

    number: int
    """Its number in the visit, from 1."""
    step: Step
    time: str
    """About when it comes, as a clock shows it; empty where it has no time."""
    is_now: bool
    """Whether it is the last one whose time has come, on the day itself."""


class Coming(NamedTuple):
    """A step that is still ahead."""

    step: Step
    at: datetime


def step_moment(visit: Visit, step: Step) -> datetime | None:
    """About when a step comes, by the clock on the wall of that day; None where it has no time."""
    if visit.at is None or visit.all_day:
        return None
    if step.minutes is not None:
        return visit.at + timedelta(minutes=step.minutes)
    return _evening_before(visit.at) if step.evening_before else None


def step_time(visit: Visit, step: Step) -> str:
    """The time of a step as a clock shows it, with its day when that is another one."""
    moment = step_moment(visit, step)
    if moment is None or visit.at is None:
        return ""
    same_day = moment.date() == visit.at.date()
    return f"{moment:%H:%M}" if same_day else f"{moment:%a %H:%M}"


def on_the_day(visit: Visit, now: datetime) -> list[Due]:
    """Every step with its time, and which of them is about now."""
    current = _current(visit, now)
    return [
        Due(number, step, step_time(visit, step), step is current)
        for number, step in enumerate(visit.steps, start=1)
    ]


def is_still_to_come(visit: Visit, now: datetime) -> bool:
    """Whether its day has not begun yet; a visit without a day can be looked back at any time."""
    return visit.at is not None and now.astimezone(visit.at.tzinfo).date() < visit.at.date()


def has_passed(visit: Visit, now: datetime) -> bool:
    """Whether its time, or its day where only that is known, is behind us."""
    if visit.at is None:
        return False
    if visit.all_day:
        return visit.at.date() < now.astimezone(visit.at.tzinfo).date()
    return visit.at < now


def next_due(visit: Visit, step: Step, now: datetime) -> Coming | None:
    """The next step with a time that is still ahead; None where there is none."""
    at = visit.steps.index(step)
    for later in visit.steps[at + 1 :]:
        moment = step_moment(visit, later)
        if moment is not None and moment > now:
            return Coming(later, moment)
    return None


def _evening_before(at: datetime) -> datetime:
    """Clocks may be changed in the night between; a visit noted elsewhere keeps its own offset."""
    evening = datetime.combine(at.date() - timedelta(days=1), EVENING_STARTS)
    is_here = at.astimezone().utcoffset() == at.utcoffset()
    return evening.astimezone() if is_here else evening.replace(tzinfo=at.tzinfo)


def _current(visit: Visit, now: datetime) -> Step | None:
    if visit.at is None:
        return None
    here = now.astimezone(visit.at.tzinfo)
    if here.date() != visit.at.date():
        return None
    come = [
        (moment, step)
        for step in visit.steps
        if (moment := step_moment(visit, step)) is not None
        and moment <= here
        and moment.date() == here.date()
    ]
    return come[-1][1] if come else None
