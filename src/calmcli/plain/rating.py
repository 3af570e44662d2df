"""Asking for a rating as a line of input."""

from collections.abc import Callable

from calmcli import words
from calmcli.plain.lines import Lines
from calmcli.rating import Answer, Leave, read_rating


def ask_rating(lines: Lines, question: str, show_help: Callable[[], None]) -> Answer:
    """Ask until there is an answer; an empty line, `s` or the end of input skips."""
    prompt = f"{question} {words.HOW_TO_RATE}"
    while True:
        typed = lines.ask(prompt)
        match (typed or "").strip().lower():
            case "" | "s":
                return None
            case "q":
                return Leave.LEAVE
            case "h":
                show_help()
                prompt = f"{question} {words.HOW_TO_RATE}"
            case answer if (rating := read_rating(answer)) is not None:
                return rating
            case _:
                prompt = words.ASK_AGAIN
