"""What holds for the parts of every kind of script that has them."""

from collections.abc import Callable, Iterator

from calmcli.content.inputs import Input, filled
from calmcli.content.rules import Fault, have_gaps
from calmcli.content.speaking import word_count
from calmcli.content.texts import spoken_words
from calmcli.words.wording import number

LONGEST_MS = 60 * 60_000
"""Milliseconds a script lasts at most."""
MOST_WORDS = 14
"""Words in one line of a visualization or a grounding."""


def within_an_hour(measure: Callable[..., int]) -> Callable[..., Iterator[Fault]]:
    """A rule by which a script, so measured in milliseconds, is at most an hour long."""

    def it_is(*, parts: tuple[object, ...], **more: object) -> Iterator[Fault]:
        if have_gaps((parts, *more.values())):
            return
        lasts = measure(parts, **more)
        if lasts > LONGEST_MS:
            minutes = number(lasts / 60_000)
            message = f"it lasts {minutes} minutes; the most is {number(LONGEST_MS / 60_000)}"
            yield Fault(("parts",), message, "make it shorter, or two scripts of it")

    return it_is


def lines_are_short(
    *, parts: tuple[object, ...], inputs: tuple[Input | None, ...]
) -> Iterator[Fault]:
    """No line has more words than can be taken in at once."""
    readable = [one for one in inputs if one is not None]
    for at, words in spoken_words(parts, ("parts",)):
        count = word_count(filled(words, readable, {}))
        if count > MOST_WORDS:
            message = f"this line has {count} words; the most is {MOST_WORDS}"
            yield Fault(at, message, "make two lines of it")
