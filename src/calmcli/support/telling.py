"""The support page as lines of text, the same for the screen, plain mode and a screen reader."""

from collections.abc import Iterator, Sequence
from datetime import date

from calmcli.support.facts import STALE_AFTER_DAYS, Check, Line, Person, Reach, Support

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
EXAMPLE = "calmcli support --country CC, such as --country NZ"
FOR_GOOD = "calmcli settings set support.country NZ"


def support_lines(support: Support, today: date) -> list[str]:
    """The whole page; an empty line stands between its parts.

    People of one's own come first, then the emergency by itself, then everyone else.
    """
    own = [_own_people(support), _emergency(support), _people(support, today)]
    page: list[str] = []
    for part in (*own, _directories(support, today), _ending(support, today), support.notes):
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


def _people(support: Support, today: date) -> Iterator[str]:
    if support.lines:
        yield f"A person to talk to ({OWN_FILE if support.has_own_lines else support.name}):"
    shared = _shared([line.check for line in support.lines], today)
    for line in support.lines:
        yield from _line(line, "" if shared else _standing(line.check, today))
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


def _directories(support: Support, today: date) -> Iterator[str]:
    if support.directories:
        yield "Lists of people to talk to, in many countries:"
    shared = _shared([directory.check for directory in support.directories], today)
    for directory in support.directories:
        yield f"  {directory.address}"
        if not shared and (standing := _standing(directory.check, today)):
            yield f"    {standing}"
    if shared:
        yield f"  {shared}"


def _ending(support: Support, today: date) -> Iterator[str]:
    if standing := _standing(support.emergency_check, today):
        yield f"The emergency number above: {standing[0].lower()}{standing[1:]}"
    if support.country is not None:
        yield f"Another country: {EXAMPLE}"
        return
    yield f"The lines of one country: {EXAMPLE}"
    yield f"To see them first from now on: {FOR_GOOD}"
    row = ""
    for code in support.listed:
        if len(row) + len(code) + 3 > WIDEST:
            yield row
            row = ""
        row = f"{row} {code}" if row else f"  {code}"
    if row:
        yield row


def _shared(checks: Sequence[Check], today: date) -> str:
    """What holds of every one of several numbers, said once; nothing where they differ."""
    first = _standing(checks[0], today) if len(checks) > 1 else ""
    if not first or any(_standing(check, today) != first for check in checks):
        return ""
    return _NONE_CHECKED if checks[0].verified_on is None else f"All of these: {first.lower()}"


def _standing(check: Check, today: date) -> str:
    """How far a number can be leaned on; nothing when it was checked of late."""
    if check.verified_on is None:
        return "" if check.is_ones_own else "Not yet checked against its official page."
    if check.is_stale(today):
        return f"Last checked on {check.verified_on}, more than {STALE_AFTER_DAYS} days ago."
    return ""


def _either(numbers: Sequence[str]) -> str:
    return " or ".join(numbers)
