"""The support page as lines of text, the same for the screen, plain mode and a screen reader."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import partial

from calmcli.support.facts import STALE_AFTER_DAYS, Check, Line, Person, Reach, Support

Standing = Callable[[Check], str]
"""How far a number can be leaned on; nothing when it was checked of late."""

WIDEST = 76
"""Columns a line may take, so that it stands indented on a screen of 80."""

WHAT_AN_EMERGENCY_IS = (
    "That is new chest pain, fainting with an injury, trouble breathing, or a",
    "sign of a stroke, such as weakness on one side. No exercise is for that.",
)
YOUR_PEOPLE = "Your people:"
OWN_FILE = "from your own support.yaml"
WHERE_112_WORKS = "112 works from GSM mobile phones in many countries, not in all."
_NONE_CHECKED = "None of these has been checked against its official page yet."
_NOTHING_CHECKED = ("No number or address here has been checked against its official page yet.",)
SOMEONE = "A person to talk to: somebody near you, or somebody you could ring."
BY_KEY = "Lines of one country are here too: {key} chooses it."
EXAMPLE = "calmcli support --country CC, such as --country NZ"
FOR_GOOD = "calmcli settings set support.country NZ"


def support_lines(support: Support, today: date, *, key: str = "") -> list[str]:
    """The whole page; an empty line stands between its parts.

    People of one's own come first, then the emergency by itself, then everyone else. `key` chooses
    a country, where one does; else what can be typed for that is named.
    """
    checks = [line.check for line in support.lines] + [each.check for each in support.directories]
    each_its_own = partial(_standing, today)
    said_once = _shared([*checks, support.emergency_check], each_its_own)
    standing = _unsaid if said_once else each_its_own
    parts = (
        _own_people(support),
        _emergency(support),
        _people(support, standing),
        () if support.lines else _nobody_named(support, key),
        _directories(support, standing),
        _ending(support, standing, key),
        _NOTHING_CHECKED if said_once == _NONE_CHECKED else filter(None, [said_once]),
        support.notes,
    )
    page: list[str] = []
    for part in parts:
        lines = list(part)
        page += ["", *lines] if page and lines else lines
    return page


def _own_people(support: Support) -> Iterator[str]:
    if support.people:
        yield YOUR_PEOPLE
    for person in support.people:
        yield from _person(person)


def _person(person: Person) -> Iterator[str]:
    whole = f"  {person.name}: {person.reach}" if person.reach else f"  {person.name}"
    if len(whole) <= WIDEST:
        yield whole
    else:
        yield f"  {person.name}:"
        yield f"    {person.reach}"
    if person.note:
        yield f"    {person.note}"


def _emergency(support: Support) -> Iterator[str]:
    number = _either(support.emergency)
    yield f"In a medical emergency: call {number}, or tell the staff near you."
    if support.country is None and support.emergency == ("112",):
        yield WHERE_112_WORKS
    yield from WHAT_AN_EMERGENCY_IS


def _nobody_named(support: Support, key: str) -> Iterator[str]:
    """Who there is where no line is named, and how to have those of a country named."""
    yield SOMEONE
    if key:
        yield BY_KEY.format(key=key)
    elif support.country is None:
        yield f"The lines of one country: {EXAMPLE}"
        yield f"To see them first from now on: {FOR_GOOD}"
        yield from _codes(support.listed)


def _codes(listed: Sequence[str]) -> Iterator[str]:
    row = ""
    for code in listed:
        if len(row) + len(code) + 3 > WIDEST:
            yield row
            row = ""
        row = f"{row} {code}" if row else f"  {code}"
    if row:
        yield row


def _people(support: Support, standing: Standing) -> Iterator[str]:
    if support.lines:
        yield f"A person to talk to ({OWN_FILE if support.has_own_lines else support.name}):"
    shared = _shared([line.check for line in support.lines], standing)
    for line in support.lines:
        yield from _line(line, "" if shared else standing(line.check))
    if shared:
        yield f"  {shared}"


def _line(line: Line, standing: str) -> Iterator[str]:
    reach = _ways(line.reach)
    whole = f"  {line.name}: {reach}."
    if len(whole) <= WIDEST:
        yield whole
    else:
        yield f"  {line.name}:"
        yield f"    {reach}."
    if line.hours:
        yield f"    Open {line.hours}."
    if line.languages:
        yield f"    In {line.languages}."
    if line.note:
        yield f"    {line.note}"
    if standing:
        yield f"    {standing}"


def _ways(reach: Sequence[Reach]) -> str:
    """Every way in a row: "call 116 123, or text HOME to 741741"; a verb is not said twice."""
    said, ways = "", []
    for way in reach:
        verb = {"call": "call ", "text": "text ", "chat": "chat at "}[way.by]
        words = f"{way.words} to " if way.words else ""
        ways.append(("" if verb == said and not words else verb) + words + way.to)
        said = verb
    return ", or ".join(ways)


def _directories(support: Support, standing: Standing) -> Iterator[str]:
    if support.directories:
        yield "Lists of people to talk to, in many countries:"
    shared = _shared([directory.check for directory in support.directories], standing)
    for directory in support.directories:
        yield f"  {directory.address}"
        if not shared and (its_own := standing(directory.check)):
            yield f"    {its_own}"
    if shared:
        yield f"  {shared}"


def _ending(support: Support, standing: Standing, key: str) -> Iterator[str]:
    if its_own := standing(support.emergency_check):
        yield f"The emergency number above: {its_own[0].lower()}{its_own[1:]}"
    if support.country is not None and not key:
        yield f"Another country: {EXAMPLE}"


def _shared(checks: Sequence[Check], standing: Standing) -> str:
    """What holds of every one of several numbers, said once; nothing where they differ."""
    first = standing(checks[0]) if len(checks) > 1 else ""
    if not first or any(standing(check) != first for check in checks):
        return ""
    return _NONE_CHECKED if checks[0].verified_on is None else f"All of these: {first.lower()}"


def _unsaid(_check: Check) -> str:
    """Nothing, where how far they can be leaned on is said once for all."""
    return ""


def _standing(today: date, check: Check) -> str:
    """How far a number can be leaned on; nothing when it was checked of late."""
    if check.verified_on is None:
        return "" if check.is_ones_own else "Not yet checked against its official page."
    if check.is_stale(today):
        return f"Last checked on {check.verified_on}, more than {STALE_AFTER_DAYS} days ago."
    return ""


def _either(numbers: Sequence[str]) -> str:
    return " or ".join(numbers)
