"""Visits in lines: the list, everything in one, and its day."""

from collections.abc import Iterator
from datetime import datetime

from calmcli.cells import COLUMNS, wrapped
from calmcli.visits.clock import EVENING_STARTS, has_passed, on_the_day, step_time
from calmcli.visits.review import noted_then
from calmcli.visits.visit import Step, Visit
from calmcli.words import visits as said
from calmcli.words.when import in_full


def title(visit: Visit) -> str:
    """A visit in one line: its name, and when it is."""
    when = said.when(visit.at, all_day=visit.all_day) or said.NO_TIME_YET
    return f"{visit.name}, {when}"


def when_understood(visit: Visit, now: datetime) -> str:
    """The day and time in full, as they were typed, and whether they are past; empty for none."""
    if visit.at is None:
        return ""
    told = said.UNDERSTOOD.format(when=in_full(visit.at, all_day=visit.all_day))
    return f"{told} {said.HAS_PASSED}" if has_passed(visit, now) else told


def visit_lines(visit: Visit, columns: int = COLUMNS) -> list[str]:
    """Everything in a visit."""
    lines = wrapped(title(visit), columns)
    for label, words in _fields(visit):
        lines += wrapped(f"{label}: {words}", columns, "", "  ")
    if visit.steps:
        lines += ["", said.STEPS]
    for number, step in enumerate(visit.steps, start=1):
        lines += wrapped(_step(visit, step), columns, f"{number:>3} ")
    return lines


def today_lines(visit: Visit, now: datetime, columns: int = COLUMNS) -> list[str]:
    """The steps of a visit on the clock, each with its number."""
    lines = wrapped(title(visit), columns)
    for due in on_the_day(visit, now):
        now_mark = said.WHAT_COUNTS_AS_NOW if due.is_now else ""
        words = ", ".join(filter(None, (due.step.name, due.step.exercise, now_mark)))
        time = f"{due.time:<10}" if visit.at is not None and not visit.all_day else ""
        lines += wrapped(words, columns, f"{due.number:>3} {time}")
    return lines if visit.steps else [*lines, said.NO_STEPS]


def _fields(visit: Visit) -> Iterator[tuple[str, str]]:
    """What there is of a visit but its steps, each under its label."""
    values = {
        "who": visit.who,
        "needs": "; ".join(visit.needs),
        "faints": said.YES if visit.faints else None,
        "signal": visit.signal,
        "questions": "; ".join(visit.questions),
        "breath": visit.breath,
        "way_out": visit.way_out,
        "next_time": visit.next_time,
    }
    for key, words in values.items():
        if words:
            yield said.FIELDS[key], words
    if visit.last_time:
        yield said.FROM_LAST_TIME, visit.last_time


def _step(visit: Visit, step: Step) -> str:
    told = [
        said.STEP_WORDS[key].format(words=getattr(step, key))
        for key in said.STEP_WORDS
        if getattr(step, key) is not None
    ]
    if step.noted:
        told.append(noted_then(step))
    if step.needle:
        told.append(said.NEEDLE)
    return ", ".join(filter(None, (step.name, step_time(visit, step) or _from_then(step), *told)))


def _from_then(step: Step) -> str:
    """When a step comes, seen from a visit whose time is open."""
    if step.minutes is None and step.evening_before:
        return said.EVENING_BEFORE.format(time=f"{EVENING_STARTS:%H:%M}")
    if not step.minutes:
        return ""
    told = said.MINUTES_BEFORE if step.minutes < 0 else said.MINUTES_AFTER
    return told.format(minutes=abs(step.minutes))
