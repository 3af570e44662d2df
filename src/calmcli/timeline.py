"""A session as data: cues on a line of whole milliseconds.

Every length shown, cue spoken, shape drawn and second kept in the journal is read from here.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice, takewhile
from math import acos, cos, pi

from msgspec import Struct
from msgspec.structs import replace

MS_PER_S = 1000


class Cue(Struct, frozen=True):
    """One thing to do, for a while."""

    start_ms: int
    """When it begins, in milliseconds from the start of the session."""
    length_ms: int
    """How long it lasts, in milliseconds; above 0."""
    words: str
    """What to do, in words that stand alone when spoken."""
    level_from: float
    """How full the breath (or the tension) is as it begins: 0 empty, 1 full."""
    level_to: float
    """How full it is as it ends."""
    part: int
    """Which part of the script it belongs to, from 0; a breath, or an area of the body."""
    part_name: str = ""
    """What that part is called; empty where parts are only counted."""
    counted: bool = True
    """Whether its seconds are said along with its words."""
    waits: bool = False
    """Whether it lasts until the person goes on by hand, where keys can come."""

    @property
    def end_ms(self) -> int:
        """The moment it is over, in milliseconds from the start of the session."""
        return self.start_ms + self.length_ms

    def level_at(self, position_ms: float) -> float:
        """How full it is at a moment: it eases as a breath does, and holds are perfectly still."""
        done = min(1.0, max(0.0, (position_ms - self.start_ms) / self.length_ms))
        eased = (1 - cos(pi * done)) / 2
        return self.level_from + (self.level_to - self.level_from) * eased

    def reaches(self, level: float) -> float | None:
        """The moment it is as full as that, in milliseconds; None when it never is, or is still."""
        low, high = sorted((self.level_from, self.level_to))
        if low == high or not low <= level <= high:
            return None
        eased = (level - self.level_from) / (self.level_to - self.level_from)
        return self.start_ms + self.length_ms * acos(1 - 2 * eased) / pi

    def spoken(self, pace: int = 100) -> str:
        """Its words and its seconds at a pace in percent, to the nearest half second."""
        if not self.counted:
            return self.words
        halves = max(1, round(self.length_ms * 100 / pace / (MS_PER_S / 2)))
        return f"{self.words}, {halves / 2:g}"


class Timeline(Struct, frozen=True, dict=True):
    """Cues without gaps from 0 on: a finite head, then a tail that repeats without end."""

    head: tuple[Cue, ...]
    tail: tuple[Cue, ...] = ()
    """Repeats after the head for ever; empty when the session has an end."""
    slowest: int = 100
    """The lowest pace it may be played at, in percent."""
    fastest: int = 100
    """The highest pace it may be played at, in percent."""

    @property
    def length_ms(self) -> int | None:
        """How long it lasts in milliseconds; None when it is open-ended."""
        return None if self.tail else self._head_ms

    @property
    def parts(self) -> int | None:
        """How many parts it has; None when it is open-ended."""
        return None if self.tail or not self.head else self.head[-1].part + 1

    def cue(self, index: int) -> Cue | None:
        """The cue with this number, from 0; None past the end."""
        if index < len(self.head):
            return self.head[index]
        if not self.tail:
            return None
        rounds, place = divmod(index - len(self.head), len(self.tail))
        cue = self.tail[place]
        return replace(
            cue,
            start_ms=cue.start_ms + rounds * self._tail_ms,
            part=cue.part + rounds * self._tail_parts,
        )

    def index_at(self, position_ms: int) -> int:
        """The number of the cue that a moment falls in; one past the last when it is over."""
        if position_ms < self._head_ms:
            return bisect_right(self._starts, position_ms) - 1
        if not self.tail:
            return len(self.head)
        rounds, into = divmod(position_ms - self._head_ms, self._tail_ms)
        return len(self.head) + rounds * len(self.tail) + bisect_right(self._tail_starts, into) - 1

    def cues(self) -> Iterator[Cue]:
        """Every cue in order; without end when it is open-ended."""
        index = 0
        while (cue := self.cue(index)) is not None:
            yield cue
            index += 1

    def part_start(self, index: int) -> int:
        """The number of the first cue in the same part as this one."""
        cue = self.cue(index)
        while index and cue and (earlier := self.cue(index - 1)) and earlier.part == cue.part:
            index -= 1
        return index

    def next_part(self, index: int) -> int:
        """The number of the first cue after the part that this one is in."""
        here = self.cue(index)
        while here and (cue := self.cue(index)) and cue.part == here.part:
            index += 1
        return index

    def part_ms(self, index: int) -> int:
        """How long the part lasts that this cue is in, in milliseconds."""
        cues = map(self.cue, range(self.part_start(index), self.next_part(index)))
        return sum(cue.length_ms for cue in cues if cue)

    def first_parts(self, count: int) -> "Timeline":
        """Its first parts only, at least one."""
        kept = takewhile(lambda cue: cue.part < max(1, count), self.cues())
        return replace(self, head=tuple(kept), tail=())

    def staying_at(self, index: int) -> "Timeline":
        """The same up to the end of the part this cue is in, which then repeats for ever."""
        head = tuple(islice(self.cues(), self.next_part(index)))
        tail = _later(head[self.part_start(index) :], self.part_ms(index), 1)
        return replace(self, head=head, tail=tail)

    def followed_from(self, index: int, then: "Timeline") -> "Timeline":
        """The cues before this one, and then all of another timeline, with its bounds of pace."""
        head = tuple(islice(self.cues(), index))
        if not head:
            return then
        by_ms, by_parts = head[-1].end_ms, head[-1].part + 1
        tail = _later(then.tail, by_ms, by_parts)
        return replace(then, head=head + _later(then.head, by_ms, by_parts), tail=tail)

    def ending_near(self, target_ms: int, least: int = 1) -> "Timeline":
        """The same session, ending with the whole part whose end is nearest to a moment.

        A tie goes to the shorter session. There are always so many parts at least.
        """
        best, best_gap = 1, None
        for part, end_ms in self._part_ends():
            gap = abs(end_ms - target_ms)
            if best_gap is not None and gap >= best_gap:
                break
            best, best_gap = part + 1, gap
        return self.first_parts(max(best, least))

    def _part_ends(self) -> Iterator[tuple[int, int]]:
        """Each part with the moment it ends, in milliseconds."""
        cues = self.cues()
        here = next(cues)
        for cue in cues:
            if cue.part != here.part:
                yield here.part, here.end_ms
            here = cue
        yield here.part, here.end_ms

    @cached_property
    def _starts(self) -> list[int]:
        return [cue.start_ms for cue in self.head]

    @cached_property
    def _tail_starts(self) -> list[int]:
        return [cue.start_ms - self._head_ms for cue in self.tail]

    @cached_property
    def _head_ms(self) -> int:
        return self.head[-1].end_ms if self.head else 0

    @cached_property
    def _tail_ms(self) -> int:
        return self.tail[-1].end_ms - self._head_ms

    @cached_property
    def _tail_parts(self) -> int:
        return len({cue.part for cue in self.tail})


def _later(cues: Iterable[Cue], by_ms: int, by_parts: int) -> tuple[Cue, ...]:
    return tuple(
        replace(cue, start_ms=cue.start_ms + by_ms, part=cue.part + by_parts) for cue in cues
    )
