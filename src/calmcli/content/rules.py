"""What has to hold between the keys of a script, beyond what each key allows by itself."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple


class Fault(NamedTuple):
    """A rule that does not hold, and where."""

    at: tuple[str | int, ...]
    """Keys and positions from the top of the script; () is the script itself."""
    message: str
    hint: str = ""
    piece: str = ""
    """What is meant among the words that stand there; empty when it is all of them."""


class Rule(NamedTuple):
    """A check that is made as soon as the keys it needs could be read, whatever else is wrong."""

    needs: tuple[str, ...]
    """The keys whose contents the check is given, by name."""
    check: Callable[..., Iterator[Fault]]
    """Lists reach it with None in place of each item that could not be read."""


def faults_in(values: Mapping[str, object], rules: Iterable[Rule]) -> Iterator[Fault]:
    """Every fault, rule by rule, in the values of keys; a rule that lacks one of its keys waits."""
    for rule in rules:
        if all(key in values for key in rule.needs):
            yield from rule.check(**{key: values[key] for key in rule.needs})


def have_gaps(values: Iterable[object]) -> bool:
    """Whether a list among them has an item that could not be read."""
    return any(isinstance(value, tuple) and None in value for value in values)
