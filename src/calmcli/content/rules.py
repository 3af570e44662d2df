"""What has to hold between the keys of a script, beyond what each key allows by itself."""

from collections.abc import Callable, Iterator
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
