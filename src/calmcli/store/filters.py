"""Which rows are asked for."""

from collections.abc import Mapping

from msgspec import Struct

from calmcli.store.row import Mark, Value


class Filter(Struct, frozen=True):
    """What a row must be to be given; nothing set lets every row through."""

    since_ms: int | None = None
    """It started at this instant or later, in milliseconds since 1970."""
    until_ms: int | None = None
    """It started before this instant, in milliseconds since 1970."""
    equal: Mapping[str, Value] = {}
    """Columns that hold exactly this."""
    often: Mapping[str, Value] = {}
    """The same, where so many rows do that looking through them in order is the shorter way."""
    given: tuple[str, ...] = ()
    """Columns that hold anything at all."""
    newer_than: Mark | None = None
    """It stands before this one, newest first."""

    def conditions(self, *, in_order: bool = True) -> list[str]:
        """The conditions in SQL, with a question mark for each of the values.

        `in_order` says that rows are gone through by their time; they are where that has bounds.
        """
        by_time = in_order or bool(self._bounds())
        since = [] if self.since_ms is None else ["started_ms >= ?"]
        until = [] if self.until_ms is None else ["started_ms < ?"]
        equal = [f"{quoted(name)} = ?" for name in self.equal]
        plus = "+" if by_time else ""  # with it, by no index
        often = [f"{plus}{quoted(name)} = ?" for name in self.often]
        given = [f"{quoted(name)} IS NOT NULL" for name in self.given]
        newer = [] if self.newer_than is None else ["(started_ms, id) > (?, ?)"]
        return since + until + equal + often + given + newer

    def values(self) -> list[Value]:
        """What stands for each question mark, in order."""
        fixed = [*self._bounds(), *self.equal.values(), *self.often.values()]
        return [*fixed, *(self.newer_than or ())]

    def _bounds(self) -> list[int]:
        return [bound for bound in (self.since_ms, self.until_ms) if bound is not None]


EVERY_ROW = Filter()


def quoted(name: str) -> str:
    """The name of a column or a table as SQL wants it, whatever it is."""
    return '"' + name.replace('"', '""') + '"'
