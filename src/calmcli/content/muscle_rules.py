"""Tension that stays comfortable: short, and always followed by letting go."""

from collections.abc import Iterator

from calmcli.content.muscles import Part
from calmcli.content.phases import milliseconds
from calmcli.content.rules import Fault
from calmcli.words.wording import number

LONGEST_TENSE_MS = 15_000
"""Milliseconds a muscle is tensed at most."""
TENSING = {"muscle_tension": "a step that tenses"}
"""The tag that follows from the steps."""

_NEXT = "let a step of 'let_go' or 'settle' follow it"


def tension_is_short(*, parts: tuple[Part | None, ...]) -> Iterator[Fault]:
    """No muscle is tensed for longer than is comfortable."""
    for position, part in enumerate(parts):
        for place, step in enumerate(part.steps if part else ()):
            if step.phase == "tense" and milliseconds(step.seconds) > LONGEST_TENSE_MS:
                most = number(LONGEST_TENSE_MS / 1000)
                message = f"'tense' lasts {number(step.seconds)} s; the most is {most} s"
                yield Fault(
                    ("parts", position, "steps", place, "seconds"), message, "make it shorter"
                )


def tension_is_let_go(*, parts: tuple[Part | None, ...]) -> Iterator[Fault]:
    """After each step that tenses comes one that does not, in the same part."""
    for position, part in enumerate(parts):
        steps = part.steps if part else ()
        for place, step in enumerate(steps):
            if step.phase == "tense" and all(
                after.phase == "tense" for after in steps[place + 1 : place + 2]
            ):
                message = "nothing lets go of this tension"
                yield Fault(("parts", position, "steps", place), message, _NEXT)


def rounds_have_an_end(*, rounds: int, open_ended: bool) -> Iterator[Fault]:
    """A script goes round so many times, or without an end."""
    if open_ended and rounds > 1:
        message = "'rounds' and 'open_ended' cannot both be there"
        yield Fault(("rounds",), message, "keep one of the two")


def muscle_tags(parts: tuple[Part, ...]) -> frozenset[str]:
    """The tags that follow from the steps."""
    tenses = any(step.phase == "tense" for part in parts for step in part.steps)
    return frozenset(TENSING) if tenses else frozenset()


def relaxation_ms(parts: tuple[Part, ...], rounds: int) -> int:
    """Milliseconds that parts last, gone through so many times."""
    once = sum(
        part.times * sum(milliseconds(step.seconds) for step in part.steps) for part in parts
    )
    return rounds * once
