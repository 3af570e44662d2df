"""People of one's own in lines: the list, and the questions about one of them."""

from collections.abc import Sequence

from calmcli.plain.lines import Lines
from calmcli.support.facts import Person, person_of
from calmcli.words import people as said

_QUESTIONS = {"name": said.ASK_NAME, "reach": said.ASK_REACH, "note": said.ASK_NOTE}


def ask_person(lines: Lines, person: Person) -> Person:
    """The person after every question; what is not answered stays as it was."""
    answers = person._asdict()
    for field, question in _QUESTIONS.items():
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
    return [f"{at} {', '.join(filter(None, person))}" for at, person in enumerate(people, start=1)]
