"""What is wrong in a file, said so that whoever wrote it can put it right."""

from collections.abc import Iterable
from operator import itemgetter
from typing import Literal

from msgspec import Struct

from calmcli.content.excerpt import excerpt
from calmcli.content.places import BEGINNING, Place, lines_of, place_within
from calmcli.errors import UsageError
from calmcli.text import clean

Severity = Literal["error", "hint"]
"""A script with an error cannot be played; a hint is worth a second look, nothing more."""

MOST = 50
"""Problems told about one file; a file with more is shown its first ones."""


class Problem(Struct, frozen=True):
    """One thing to put right in one file."""

    name: str
    """The file, as the person knows it."""
    line: int
    """Counted from 1."""
    column: int
    """Counted from 1, in characters."""
    message: str
    """What is wrong, in plain words."""
    source: str = ""
    """The line it stands in, safe to show and cut to fit; empty when there is none to show."""
    caret: int = 0
    """How many terminal cells of `source` stand before the place."""
    hint: str = ""
    """What to do about it; may be empty."""
    severity: Severity = "error"
    """Whether it has to be put right before the script can be played."""

    def __str__(self) -> str:
        """The place and the message, the line, a caret and the hint, each on a line of its own."""
        sort = "hint: " if self.severity == "hint" else ""
        parts = [f"{self.name}:{self.line}:{self.column}: {sort}{self.message}"]
        if self.source:
            parts += [self.source, " " * self.caret + "^"]
        if self.hint:
            parts.append(self.hint)
        return "\n".join(parts)


class ScriptError(UsageError):
    """A script that cannot be played, with everything that is wrong in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        """In the order they stand in the file; at least one."""
        super().__init__("\n\n".join(map(str, self.problems)))


class TooManyProblems(Exception):  # noqa: N818 - it ends the reading early, nothing more
    """The file has shown enough problems for one sitting."""


class Findings:
    """The problems of one file, gathered while it is read."""

    def __init__(self, name: str, text: str = "") -> None:
        self._name = clean(name)
        self._text = text
        self._lines: list[str] | None = None
        self._found: list[tuple[Place, Problem]] = []

    def __len__(self) -> int:
        return len(self._found)

    def add(self, place: Place, message: str, hint: str = "", severity: Severity = "error") -> None:
        """Note a problem; TooManyProblems when there have been enough."""
        if len(self._found) == MOST:
            message, hint = "there is more to put right than is shown here", ""
        source, caret = excerpt(self.line(place), place.column)
        problem = Problem(
            self._name, place.line, place.column, message, source, caret, hint, severity
        )
        self._found.append((place, problem))
        if len(self._found) > MOST:
            raise TooManyProblems

    def line(self, place: Place) -> str:
        """The line a place is in, as it was written; empty past the end of the file."""
        lines = self._all_lines()
        return lines[place.line - 1] if place.line <= len(lines) else ""

    def within(self, place: Place, piece: str) -> Place:
        """Where a piece of the words at a place stands; the place itself for all of them."""
        return place_within(self._all_lines(), place, piece) if piece else place

    def _all_lines(self) -> list[str]:
        if self._lines is None:
            self._lines = lines_of(self._text)
        return self._lines

    def in_order(self) -> tuple[Problem, ...]:
        """All that was found, from the top of the file to its end."""
        shown, more = self._found[:MOST], self._found[MOST:]
        return tuple(problem for _, problem in [*sorted(shown, key=itemgetter(0)), *more])


def whole_file(name: str, message: str, hint: str = "") -> Problem:
    """A problem with a file as a whole, told at its beginning."""
    return Problem(clean(name), BEGINNING.line, BEGINNING.column, message, hint=hint)
