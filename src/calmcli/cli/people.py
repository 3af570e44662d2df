"""People of one's own, put on a list, changed, and taken off it."""

import json
import os
import sys
from argparse import Namespace

from calmcli.cli.parser import did_you_mean
from calmcli.clock import steady_ns
from calmcli.errors import UsageError
from calmcli.output import JSON_VERSION, complain, say
from calmcli.paths import find_places
from calmcli.people import (
    MOST_PEOPLE,
    PeopleRead,
    add_person,
    change_person,
    read_people,
    remove_person,
)
from calmcli.plain.lines import StandardLines
from calmcli.plain.people import ask_person, person_lines
from calmcli.store.keeper import Kept
from calmcli.store.records import Record
from calmcli.support.facts import LONGEST_NAME, LONGEST_NOTE, LONGEST_REACH, NOBODY, Person
from calmcli.text import clean
from calmcli.words import people as said

_LONGEST = {"name": LONGEST_NAME, "reach": LONGEST_REACH, "note": LONGEST_NOTE}
_MOST_SHOWN = 40


def add(options: Namespace) -> int:
    """One more; what was not typed is asked for."""
    places = find_places(os.environ)
    count = len(read_people(places).records)
    if count >= MOST_PEOPLE:
        raise UsageError(said.TOO_MANY.format(count=count))
    person = _typed(options, NOBODY)
    if not person.name:
        say(said.NOTHING_KEPT)
        return 0
    return _tell(add_person(places, person), said.ADDED, person)


def list(options: Namespace) -> int:  # noqa: A001  as it is typed
    """Everyone, by number."""
    read = _read()
    people = [person for _, person in read.records]
    if options.json:
        say(json.dumps({"schema_version": JSON_VERSION, "people": [p._asdict() for p in people]}))
    else:
        say(*(person_lines(people) or [said.NONE_YET]))
    return 0


def edit(options: Namespace) -> int:
    """Change someone; what was not typed stays, and where nothing was, all is asked."""
    record, before = _find(_read(), options.who)
    person = _typed(options, before)
    return _tell(change_person(find_places(os.environ), record, person), said.ADDED, person)


def remove(options: Namespace) -> int:
    """Take someone off."""
    record, person = _find(_read(), options.who)
    return _tell(remove_person(find_places(os.environ), record), said.REMOVED, person)


def _typed(options: Namespace, before: Person) -> Person:
    given = {
        field: _fitting(field, typed)
        for field in _LONGEST
        if (typed := getattr(options, field)) is not None
    }
    person = before._replace(**given)
    if given and person.name:
        return person
    return ask_person(StandardLines(sys.stdout, sys.stdin, steady_ns), person)


def _fitting(field: str, typed: str) -> str:
    word = clean(typed).strip()
    if len(word) > _LONGEST[field]:
        raise UsageError(said.TOO_LONG.format(field=f"--{field}", longest=_LONGEST[field]))
    return word


def _read() -> PeopleRead:
    read = read_people(find_places(os.environ))
    for message in read.messages:
        complain(message)
    return read


def _find(read: PeopleRead, who: str) -> tuple[Record, Person]:
    """Whom a number of the list or a name means. Raises UsageError."""
    wanted = clean(who).strip().casefold()
    for at, (record, person) in enumerate(read.records, start=1):
        if wanted in (str(at), person.name.casefold()):
            return record, person
    meant = did_you_mean(clean(who), [person.name for _, person in read.records]) or "."
    end = "" if meant.endswith("?") else f" {said.LISTED}"
    raise UsageError(said.NOBODY.format(who=clean(who)[:_MOST_SHOWN], meant=meant) + end)


def _tell(kept: Kept, what: dict[str, str], person: Person) -> int:
    line = what[kept.value].format(name=person.name)
    if kept is Kept.LOST:
        complain(line)
        return 1
    say(line)
    return 0
