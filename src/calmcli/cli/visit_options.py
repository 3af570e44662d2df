"""The options that put something into a visit, and what becomes of it."""

from argparse import ArgumentTypeError, Namespace
from collections.abc import Callable
from typing import Any, get_args

from msgspec.structs import replace

from calmcli.cli.parser import Parser
from calmcli.content.model import VisitPlace
from calmcli.errors import UsageError
from calmcli.visits.questions import add_own_step
from calmcli.visits.typed import distress, exercise_id, minutes_from, own_words
from calmcli.visits.visit import (
    Step,
    Visit,
    at_time,
    emptied,
    with_needs,
    with_questions,
    with_step,
)
from calmcli.when import read_when
from calmcli.words import visit_helps
from calmcli.words import visits as said

NOTHING = "-"
CLEARABLE = (
    "at",
    "who",
    "needs",
    "faints",
    "signal",
    "questions",
    "breath",
    "way_out",
    "last_time",
    "next_time",
)
_OF_A_STEP: dict[str, Callable[[str], Any]] = {
    "expected": distress,
    "came": distress,
    "exercise": exercise_id,
    "say": own_words,
    "step_who": own_words,
    "helped": own_words,
    "minutes": minutes_from,
}
_FIELDS = {"step_who": "who"}


def fitting(read: Callable[[str], Any]) -> Callable[[str], Any]:
    """Reads what was typed as an option; '-' is None."""

    def option(typed: str) -> Any:
        try:
            return NOTHING if typed == NOTHING else read(typed)
        except UsageError as error:
            raise ArgumentTypeError(str(error).rstrip(".")) from None

    return option


def add_visit_options(typed: Parser) -> None:
    """What a visit has as a whole."""
    words = fitting(own_words)
    typed.add_argument("--name", type=words, metavar="NAME", help=visit_helps.NAME)
    typed.add_argument("--at", metavar="TIME", help=visit_helps.AT)
    typed.add_argument("--with", dest="who", type=words, metavar="NAME", help=visit_helps.WITH)
    _add_several(typed, "--need", "needs", visit_helps.NEED)
    typed.add_argument("--faint", action="store_true", help=visit_helps.FAINT)
    typed.add_argument("--signal", type=words, metavar="SIGN", help=visit_helps.SIGNAL)
    _add_several(typed, "--question", "questions", visit_helps.QUESTION)
    typed.add_argument("--breath", type=words, metavar="TEXT", help=visit_helps.BREATH)
    typed.add_argument("--way-out", type=words, metavar="TEXT", help=visit_helps.WAY_OUT)
    typed.add_argument("--carry", action="store_true", help=visit_helps.CARRY)
    _add_several(typed, "--add-step", "add_step", visit_helps.ADD_STEP)


def add_step_options(typed: Parser, *, after: bool) -> None:
    """What one step has: before the visit, or after it."""
    typed.add_argument("--step", type=_number, metavar="N", help=visit_helps.STEP)
    if after:
        _add_of_step(typed, "--came", "0-10", visit_helps.CAME)
        _add_of_step(typed, "--helped", "TEXT", visit_helps.HELPED)
        return
    _add_of_step(typed, "--expected", "0-10", visit_helps.EXPECTED)
    _add_of_step(typed, "--exercise", "ID", visit_helps.EXERCISE)
    _add_of_step(typed, "--say", "TEXT", visit_helps.SAY_STEP)
    _add_of_step(typed, "--step-who", "NAME", visit_helps.STEP_WHO)
    _add_of_step(typed, "--minutes", "N", visit_helps.STEP_MINUTES)
    typed.add_argument("--place", choices=get_args(VisitPlace), help=visit_helps.PLACE)


def put_in(
    visit: Visit, options: Namespace, last_time: Callable[[], str | None], now: Any
) -> Visit:
    """A visit with everything in it that was typed as an option. Raises UsageError."""
    given = vars(options)
    for name in given.get("clear") or ():
        visit = emptied(visit, name)
    for name in ("name", "who", "signal", "breath", "way_out", "next_time"):
        if given.get(name) is not None:
            visit = replace(visit, **{name: given[name]})
    visit = with_needs(visit, given.get("needs") or ())
    visit = with_questions(visit, given.get("questions") or ())
    if given.get("faint"):
        visit = replace(visit, faints=True)
    if given.get("at") is not None:
        at, all_day = read_when(given["at"], now)
        visit = replace(visit, at=at, all_day=all_day)
    if given.get("carry"):
        visit = replace(visit, last_time=last_time())
    for name in given.get("add_step") or ():
        visit = add_own_step(visit, name)
    return _put_in_step(visit, given)


def puts_something_in(options: Namespace, *names: str) -> bool:
    """Whether any option was given that puts something in."""
    return any(getattr(options, name, None) not in (None, False) for name in names)


def step_of(visit: Visit, number: int) -> Step:
    """A step by its number. Raises UsageError when there is none."""
    if not 1 <= number <= len(visit.steps):
        raise UsageError(said.NO_SUCH_STEP.format(word=number, most=len(visit.steps)))
    return visit.steps[number - 1]


def _put_in_step(visit: Visit, given: dict[str, Any]) -> Visit:
    changes = {
        _FIELDS.get(name, name): None if given[name] == NOTHING else given[name]
        for name in (*_OF_A_STEP, "place")
        if given.get(name) is not None
    }
    if changes and given.get("step") is None:
        raise UsageError(said.WHICH_STEP)
    if given.get("step") is not None and changes:
        step = step_of(visit, given["step"])
        if "minutes" in changes:
            step = at_time(step, changes.pop("minutes"))
        visit = with_step(visit, replace(step, **changes))
    if given.get("drop_step") is not None:
        dropped = step_of(visit, given["drop_step"])
        steps = tuple(step for step in visit.steps if step.id != dropped.id)
        visit = replace(visit, steps=steps)
    return visit


def _add_several(typed: Parser, option: str, name: str, help_text: str) -> None:
    typed.add_argument(
        option, dest=name, action="append", type=fitting(own_words), metavar="TEXT", help=help_text
    )


def _add_of_step(typed: Parser, option: str, metavar: str, help_text: str) -> None:
    read = fitting(_OF_A_STEP[option.removeprefix("--").replace("-", "_")])
    typed.add_argument(option, type=read, metavar=metavar, help=help_text)


def _number(typed: str) -> int:
    if not (typed.isascii() and typed.isdecimal()):
        raise ArgumentTypeError(said.STEP_NUMBER)
    return int(typed[:6])
