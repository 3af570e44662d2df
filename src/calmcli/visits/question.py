"""One thing that is asked about a visit, and what becomes of the answer."""

from collections.abc import Callable

from msgspec import Struct

from calmcli.visits.visit import Visit

EMPTIES = "-"

Take = Callable[[Visit, str], Visit]
"""Puts an answer into a visit. Raises UsageError, with what would fit, when it cannot."""


class Question(Struct, frozen=True):
    """One thing that is asked; nothing typed leaves everything as it is."""

    ask: str
    """The question, in one line."""
    take: Take
    """What becomes of an answer."""
    offered: tuple[str, ...] = ()
    """What can be chosen by its number; own words will do as well."""
    again: str = ""
    """How it is asked once more, until nothing is typed; empty where one answer is all."""
    now: str = ""
    """What is there already."""
    empty: Callable[[Visit], Visit] | None = None
    """Takes away what is there; None where it cannot be empty."""

    understood: Callable[[Visit], str] = lambda _visit: ""
    """How the answer was understood, where that is not plain from what was typed."""

    def answered(self, visit: Visit, typed: str) -> Visit:
        """A visit with an answer in it; '-' empties. Raises UsageError when it does not fit."""
        if typed.strip() == EMPTIES and self.empty is not None:
            return self.empty(visit)
        return self.take(visit, typed)
