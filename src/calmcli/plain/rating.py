"""Asking for a rating as a line of input."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from calmcli.plain.lines import Lines
from calmcli.rating import Answer, Leave, read_rating
from calmcli.words import session as words

_NOTHING_ELSE: Mapping[str, Callable[[], None]] = MappingProxyType({})


def ask_rating(
    lines: Lines, question: str, others: Mapping[str, Callable[[], None]] = _NOTHING_ELSE
) -> Answer:
    """Ask until there is an answer; an empty line, `s` or the end of input skips.

    A letter among the others does what it stands for, and then it is asked again.
    """
    lines.say(words.SCALE_PLAIN)
    prompt = first = f"{question} {words.HOW_TO_RATE}"
    while True:
        typed = lines.ask(prompt)
        match (typed or "").strip().lower():
            case "" | "s":
                return None
            case "q":
                return Leave.LEAVE
            case letter if letter in others:
                others[letter]()
                prompt = first
            case answer if (rating := read_rating(answer)) is not None:
                return rating
            case _:
                prompt = words.ASK_AGAIN
