"""Rows of a list, in two columns where there is room for them."""

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from rich.cells import cell_len

from calmcli.text import fitted

Part = tuple[str, str]
"""Words in a row, and how they are drawn: "" plainly, or `beside`."""

_GAP = "   "
_LEAST_BESIDE = 8
_LEAST_TOLD = 18
"""Fewer cells of a sentence tell nothing."""


class Rows(Protocol):
    """What there is to choose from."""

    def __len__(self) -> int: ...

    def parts(self, index: int, width: int, rest: str) -> Sequence[Part]:
        """A row's words, in at most so many cells; `rest` says that something is cut."""

    def can_be_chosen(self, index: int) -> bool:
        """Whether this row is more than a gap between others."""


class Choice(NamedTuple):
    """A row of words and of what is said beside them."""

    words: str
    beside: str = ""
    brief: str = ""
    """What is said beside it where there is room for no more."""


class Columns:
    """Rows that are all there from the start, in two columns; None is an empty row.

    `whole` leaves out what is said beside a row where there is no room for all of it, and `named`
    where the names need that room; otherwise it is the names that are cut.
    """

    def __init__(
        self, choices: Sequence[Choice | None], *, whole: bool = False, named: bool = False
    ) -> None:
        self._choices, self._whole, self._named = choices, whole, named
        with_more = [each for each in choices if each and each.beside] or [*filter(None, choices)]
        self._column = max((cell_len(each.words) for each in with_more), default=0)
        self._beside = max((cell_len(each.beside) for each in choices if each), default=0)

    def __len__(self) -> int:
        return len(self._choices)

    def parts(self, index: int, width: int, rest: str) -> list[Part]:
        """Both columns, or one after the other where they have no room."""
        choice = self._choices[index]
        if choice is None:
            return []
        room = width - len(_GAP)
        if self._whole and self._column + cell_len(choice.beside) > room:
            return [(choice.words, "")]
        column = self._column
        if not self._whole:
            column = min(column, max(width // 2, room - self._beside))
        if not choice.beside:
            return [(choice.words, "")]
        if self._named and self._is_short_of(room, column, choice.words):
            return self._in_brief(choice, room, rest)
        if not self._whole and room - column < _LEAST_BESIDE:
            return [(f"{choice.words} ", ""), (choice.beside, "beside")]
        return [(fitted(choice.words, column, rest) + _GAP, ""), (choice.beside, "beside")]

    def _in_brief(self, choice: Choice, room: int, rest: str) -> list[Part]:
        """A name with the little beside it that tells it from others; alone where there is none."""
        column = room - cell_len(choice.brief)
        if not choice.brief or column < _LEAST_BESIDE:
            return [(choice.words, "")]
        return [(fitted(choice.words, column, rest) + _GAP, ""), (choice.brief, "beside")]

    def _is_short_of(self, room: int, column: int, name: str) -> bool:
        """Whether a name would be cut, or too little of anything would be told beside it."""
        return cell_len(name) > column or room - column < min(_LEAST_TOLD, self._beside)

    def can_be_chosen(self, index: int) -> bool:
        """Whether there is something in this row."""
        return self._choices[index] is not None
