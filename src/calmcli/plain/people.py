"""People of one's own in lines: the list, and the questions about one of them."""

from collections.abc import Sequence

from calmcli.house import House
from calmcli.paths import Places
from calmcli.people import (
    MOST_PEOPLE,
    PeopleRead,
    add_person,
    change_person,
    read_people,
    remove_person,
)
from calmcli.plain.lines import Lines
from calmcli.plain.numbered import ask, by_number, numbered
from calmcli.support.facts import NOBODY, Person, person_of
from calmcli.words import people as said


def people_room(house: House, lines: Lines) -> None:
    """Show who is there; add, change and take off, until an empty line."""
    if house.places is None:
        lines.say(said.NOWHERE)
        return
    question = said.ASK_WHICH
    read = _list(lines, house.places)
    while typed := ask(lines, question, person_lines(_people(read))):
        what = _change(lines, house.places, typed, read)
        question = said.ASK_WHICH if what else said.ASK_WHICH_AGAIN
        if what:
            lines.say(what)
            read = _list(lines, house.places)


def _list(lines: Lines, places: Places) -> PeopleRead:
    read = read_people(places)
    lines.say(said.YOURS, *read.messages, *person_lines(_people(read)))
    return read


def _people(read: PeopleRead) -> list[Person]:
    return [person for _, person in read.records]


def _change(lines: Lines, places: Places, typed: str, read: PeopleRead) -> str:
    """Do what was typed; what is to be said of it, nothing where it means nothing."""
    if typed == "+":
        return _add(lines, places, len(read.records))
    chosen = by_number(read.records, typed.removeprefix("-").strip())
    if chosen is None:
        return ""
    record, before = chosen
    if typed.startswith("-"):
        return said.REMOVED[remove_person(places, record).value].format(name=before.name)
    person = ask_person(lines, before)
    return said.ADDED[change_person(places, record, person).value].format(name=person.name)


def _add(lines: Lines, places: Places, count: int) -> str:
    if count >= MOST_PEOPLE:
        return said.TOO_MANY.format(count=count)
    person = ask_person(lines, NOBODY)
    if not person.name:
        return said.NOTHING_KEPT
    return said.ADDED[add_person(places, person).value].format(name=person.name)


def ask_person(lines: Lines, person: Person) -> Person:
    """The person after every question; what is not answered stays as it was."""
    answers = person._asdict()
    for field, question in said.QUESTIONS.items():
        before = answers[field]
        asked = said.UNTIL_NOW.format(question=question, value=before) if before else question
        typed = lines.ask(asked)
        if typed is None:
            break
        answers[field] = typed.strip() or before
        if not answers["name"]:
            break
    return person_of(answers) or person


def person_lines(people: Sequence[Person]) -> list[str]:
    """Everyone by number, in a line each."""
    return numbered(", ".join(filter(None, person)) for person in people)
