"""Lines that are told one at a time, whatever the kind: each answers for itself."""

from collections.abc import Iterable, Sequence
from typing import Protocol

from calmcli.content.inputs import Input, filled


class Line(Protocol):
    """One thing said, as the lines of every kind are."""

    @property
    def words(self) -> str:
        """What is shown and spoken."""

    @property
    def waits(self) -> bool:
        """Whether it stays until a key is pressed, where keys can be."""

    def lasts_ms(self, words: str) -> int:
        """Milliseconds it stays with these words, in which every input is in its place."""


class PartInLines(Protocol):
    """Some lines that belong together and can be skipped together."""

    @property
    def name(self) -> str:
        """What it is called and skipped by."""

    @property
    def lines(self) -> Sequence[Line]:
        """What is said, in order."""


def lines_ms(parts: Iterable[PartInLines], inputs: Sequence[Input]) -> int:
    """Milliseconds that the lines of parts last when no input is answered and no key is pressed."""
    return sum(
        line.lasts_ms(filled(line.words, inputs, {})) for part in parts for line in part.lines
    )
