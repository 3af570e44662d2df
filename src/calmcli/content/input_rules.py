"""What a script asks and what its words use are the same."""

import re
from collections.abc import Iterator

from calmcli.content.inputs import Input
from calmcli.content.rules import Fault, have_gaps
from calmcli.content.texts import spoken_words
from calmcli.words.wording import did_you_mean, nearest, quoted

_BRACES = re.compile(r"\{([^{}]*)\}|[{}]")
_ALONE = "braces stand only around the name of an input, such as {place}"

Inputs = tuple[Input | None, ...]


def inputs_fit_the_words(*, inputs: Inputs, **content: object) -> Iterator[Fault]:
    """Every name in braces is that of one input, and every input is used."""
    yield from _names_differ(inputs)
    if None not in inputs:
        yield from _braces_name_inputs(inputs, content)
        # What could not be read may be where an input is used.
        if inputs and not have_gaps(content.values()):
            yield from _all_are_used(inputs, content)


def _names_differ(inputs: Inputs) -> Iterator[Fault]:
    names: set[str] = set()
    for position, one in enumerate(inputs):
        if one is not None and one.name in names:
            message = f"an input is called {quoted(one.name)} already"
            yield Fault(("inputs", position, "name"), message, "give this one another name")
        names.add(one.name if one else "")


def _braces_name_inputs(inputs: Inputs, content: dict[str, object]) -> Iterator[Fault]:
    names = [one.name for one in inputs if one]
    for key, value in content.items():
        for at, words in spoken_words(value, (key,)):
            for brace in _BRACES.finditer(words):
                name: str | None = brace[1]
                if name is None:
                    yield Fault(at, "there is a brace here by itself", _ALONE, brace[0])
                elif name not in names:
                    close = did_you_mean(nearest(name, names), names) if names else ""
                    message = f"no input is called {quoted(name)}"
                    yield Fault(at, message, close or "add it under 'inputs:'", brace[0])


def _all_are_used(inputs: Inputs, content: dict[str, object]) -> Iterator[Fault]:
    everything = [words for value in content.values() for _, words in spoken_words(value)]
    for position, one in enumerate(inputs):
        slot = f"{{{one.name}}}" if one else ""
        if one and not any(slot in words for words in everything):
            message = f"the input {quoted(one.name)} is not used anywhere"
            yield Fault(
                ("inputs", position), message, f"write {slot} in some words, or take it away"
            )
