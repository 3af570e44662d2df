"""Questions about a visit in lines, one at a time; each can be left open."""

from collections.abc import Callable, Iterable
from enum import Enum

from calmcli.errors import UsageError
from calmcli.plain.lines import Lines
from calmcli.plain.numbered import LEAVES, numbered
from calmcli.visits.draft import Draft
from calmcli.visits.question import Question
from calmcli.visits.visit import Visit
from calmcli.words import visits as said

BACK = "b"
"""What asks the question before once more."""

Asked = Callable[[Visit], Iterable[Question]]
"""The questions about a visit as it is by then; there are always as many."""


class Next(Enum):
    """Where a question leads to."""

    ON = 1
    BACK = -1
    END = 0


def ask_all(lines: Lines, draft: Draft, asked: Asked) -> bool:
    """Put all answers into a draft; whether the questions came to their end."""
    at = 0
    while at < len(questions := list(asked(draft.visit))):
        match _ask(lines, draft, questions[at]):
            case Next.END:
                return False
            case step:
                at = max(0, at + step.value)
    return True


def confirm(lines: Lines, question: str, wanted: str) -> bool:
    """Whether one word was typed."""
    return (lines.ask(question) or "").strip().casefold() == wanted


def _ask(lines: Lines, draft: Draft, question: Question) -> Next:
    """Ask until it is answered or left open."""
    if question.now:
        lines.say(said.THERE_NOW.format(now=question.now))
    lines.say(*numbered(question.offered))
    ask = f"{question.ask} {said.HOW_TO_CHOOSE}" if question.offered else question.ask
    while True:
        typed = lines.ask(ask)
        word = (typed or "").strip().lower()
        if typed is None or word in LEAVES:
            return Next.END
        if word in ("", BACK):
            return Next.BACK if word else Next.ON
        try:
            draft.put(question.answered(draft.visit, typed))
        except UsageError as error:
            lines.say(str(error))
            continue
        if understood := question.understood(draft.visit):
            lines.say(understood)
        if not question.again:
            return Next.ON
        ask = question.again
