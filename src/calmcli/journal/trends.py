"""What two ratings of many sessions come to, exercise by exercise: a record, and not a test.

Only sessions with both ratings count. Few of them are listed as they are; from `ENOUGH` on they are
told in medians and quartiles. Exercises stand in one fixed order, so that nothing is ever ranked.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from msgspec import Struct

from calmcli.journal.entries import Entry, Origin
from calmcli.kinds import KINDS
from calmcli.rating import Change, change

ENOUGH = 5
"""From so many pairs on a median says something; fewer are listed one by one."""

Ratings = tuple[int | None, int | None]
"""Distress before and after; None where it was skipped."""


class Exercise(NamedTuple):
    """What was practised."""

    kind: str
    """The kind of exercise."""
    script: str
    """The script's id."""
    origin: Origin
    """Whether the script came with calmcli or is the person's own."""


class Pair(NamedTuple):
    """The two ratings of one session."""

    started_at: datetime
    """When the session began."""
    before: int
    """Distress before, 0 to 10."""
    after: int
    """Distress after, 0 to 10."""


class Quartiles(NamedTuple):
    """The middle of some numbers, and the middles of the halves on either side.

    Between two numbers they are interpolated, as the QUARTILE of spreadsheets does it.
    """

    lower: float
    """A quarter of the numbers lie at or below it."""
    median: float
    """Half of the numbers lie at or below it."""
    upper: float
    """Three quarters of the numbers lie at or below it."""


class Summary(Struct, frozen=True):
    """What enough pairs come to."""

    before: float
    """The median of the ratings before."""
    after: float
    """The median of the ratings after."""
    change: Quartiles
    """After less before, session by session: below 0 is lower."""
    counts: Mapping[Change, int]
    """How many sessions ended lower, about the same and higher."""


class Trend(Struct, frozen=True):
    """What the sessions of one exercise come to."""

    exercise: Exercise
    """What was practised."""
    sessions: int
    """How many sessions there are, with ratings or without."""
    pairs: int
    """How many of them have both ratings."""
    listed: tuple[Pair, ...]
    """The pairs themselves, oldest first, where there are fewer than ENOUGH."""
    summary: Summary | None
    """What they come to, where there are ENOUGH."""


def exercise_of(entry: Entry) -> Exercise:
    """What was practised in a session."""
    return Exercise(entry.kind, entry.script, entry.origin)


def pair_of(entry: Entry) -> Pair | None:
    """Its two ratings, None unless it has both."""
    if entry.before is None or entry.after is None:
        return None
    return Pair(entry.started_at, entry.before, entry.after)


def trends_of(entries: Iterable[Entry]) -> list[Trend]:
    """What entries come to, read once, whatever their order."""
    counts: defaultdict[Exercise, Counter[Ratings]] = defaultdict(Counter)
    pairs: defaultdict[Exercise, list[Pair]] = defaultdict(list)
    for entry in entries:
        exercise, pair = exercise_of(entry), pair_of(entry)
        counts[exercise][entry.before, entry.after] += 1
        if pair is not None and len(pairs[exercise]) < ENOUGH:
            pairs[exercise].append(pair)
    return in_order(trend(each, counts[each], pairs[each]) for each in counts)


def trend(exercise: Exercise, counts: Mapping[Ratings, int], pairs: Iterable[Pair]) -> Trend:
    """What the sessions of an exercise come to, counted by their ratings.

    The pairs themselves are needed only where there are fewer than ENOUGH.
    """
    complete: dict[tuple[int, int], int] = {
        (before, after): count
        for (before, after), count in counts.items()
        if before is not None and after is not None and count
    }
    number = sum(complete.values())
    enough = number >= ENOUGH
    return Trend(
        exercise,
        sessions=sum(counts.values()),
        pairs=number,
        listed=() if enough else tuple(sorted(pairs, key=lambda pair: pair.started_at)),
        summary=_summary(complete) if enough else None,
    )


def in_order(trends: Iterable[Trend]) -> list[Trend]:
    """The trends in the one order there is: by kind, then by id; never by what came of them."""
    return sorted(trends, key=_place)


def quartiles(counts: Mapping[int, int]) -> Quartiles:
    """The quartiles of whole numbers, each with how often it occurs; there is at least one."""
    in_line = sorted(counts.items())
    last = sum(counts.values()) - 1
    quarters = (_at(in_line, quarter * last) for quarter in (1, 2, 3))
    return Quartiles(*quarters)


def _at(in_line: list[tuple[int, int]], quarter_places: int) -> float:
    """The number a place stands for, counted from 0 in quarters of a place."""
    place, quarters = divmod(quarter_places, 4)
    low, high = _number(in_line, place), _number(in_line, place + 1 if quarters else place)
    return low + (high - low) * quarters / 4


def _number(in_line: list[tuple[int, int]], place: int) -> int:
    passed = 0
    for number, count in in_line:
        passed += count
        if place < passed:
            return number
    raise ValueError(place)


def _summary(complete: Mapping[tuple[int, int], int]) -> Summary:
    befores, afters, changes = Counter[int](), Counter[int](), Counter[int]()
    counts = dict.fromkeys(Change, 0)
    for (before, after), count in complete.items():
        befores[before] += count
        afters[after] += count
        changes[after - before] += count
        how = change(before, after)
        if how is not None:
            counts[how] += count
    return Summary(quartiles(befores).median, quartiles(afters).median, quartiles(changes), counts)


def _place(trend: Trend) -> tuple[int, Exercise]:
    kinds, kind = list(KINDS), trend.exercise.kind
    return kinds.index(kind) if kind in kinds else len(kinds), trend.exercise


def as_json_object(trend: Trend) -> dict[str, Any]:
    """A trend as `--json` shows it: what there is not is null or []."""
    summary = trend.summary
    return {
        **trend.exercise._asdict(),
        "sessions": trend.sessions,
        "pairs": trend.pairs,
        "listed": [
            {"started_at": pair.started_at.isoformat(), "before": pair.before, "after": pair.after}
            for pair in trend.listed
        ],
        "median_before": summary and summary.before,
        "median_after": summary and summary.after,
        "change": summary and summary.change._asdict(),
        **{way.value: summary and summary.counts[way] for way in Change},
    }
