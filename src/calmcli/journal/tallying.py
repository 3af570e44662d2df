"""The trends of the whole journal, counted where it lies: a million sessions are no wait."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from msgspec import Struct

from calmcli.errors import CalmError
from calmcli.journal.entries import Entry, from_row
from calmcli.journal.standing import Standing, standing
from calmcli.journal.trends import (
    ENOUGH,
    Exercise,
    Pair,
    Ratings,
    Trend,
    exercise_of,
    in_order,
    pair_of,
    trend,
    trends_of,
)
from calmcli.paths import Places
from calmcli.store.connection import Store
from calmcli.store.errors import StoreError
from calmcli.store.filters import Filter
from calmcli.store.reading import noting
from calmcli.store.row import Row
from calmcli.store.tables import ENTRIES

_BOTH = ("before", "after")


class TrendsRead(Struct):
    """Trends, and what there is to say about the reading."""

    trends: list[Trend] = []
    """One for each exercise of the journal, in the order of exercises."""
    messages: list[str] = []
    """Calm sentences for the person about what is wrong with the journal, if anything."""


def read_trends(places: Places) -> TrendsRead:
    """The trends of the journal and of what waits for it. Never raises, changes nothing."""
    read = TrendsRead()
    say = noting(read.messages)
    with standing(places, say) as now:
        try:
            read.trends = trends_of(now.waiting) if now.store is None else _trends(now.store, now)
        except StoreError as error:
            say(str(error))
            read.trends = trends_of(now.waiting)
    return read


def _trends(store: Store, now: Standing) -> list[Trend]:
    tally = _tally(store, now)
    trends = []
    for exercise, counts in tally.items():
        found = trend(exercise, counts, ())
        if 0 < found.pairs < ENOUGH:
            found = trend(exercise, counts, _pairs(store, now, exercise))
        if found.sessions:
            trends.append(found)
    return in_order(trends)


def _tally(store: Store, now: Standing) -> dict[Exercise, Counter[Ratings]]:
    """The sessions of each exercise, counted by their ratings."""
    tally: dict[Exercise, Counter[Ratings]] = defaultdict(Counter)
    for (kind, script, origin, before, after), count in store.tallied():
        exercise = Exercise(
            str(kind), str(script), "shipped" if origin == "shipped" else "personal"
        )
        tally[exercise][_rating(before), _rating(after)] += count
    for row in filter(None, (store.get(ENTRIES, hidden) for hidden in now.hidden)):
        for entry in _entry(row):
            tally[exercise_of(entry)][entry.before, entry.after] -= 1
    for entry in now.waiting:
        tally[exercise_of(entry)][entry.before, entry.after] += 1
    return tally


def _pairs(store: Store, now: Standing, exercise: Exercise) -> Iterator[Pair]:
    """The few pairs of an exercise, from the journal and from what waits."""
    where = Filter(equal=exercise._asdict(), given=_BOTH)
    stored = (entry for row in store.rows(ENTRIES, where=where) for entry in _entry(row))
    shown = [entry for entry in stored if entry.id not in now.hidden]
    for entry in [*shown, *now.waiting]:
        pair = pair_of(entry)
        if pair is not None and exercise_of(entry) == exercise:
            yield pair


def _entry(row: Row) -> Iterator[Entry]:
    """The entry of a row, if it can be understood: what cannot is told where it is listed."""
    try:
        yield from_row(row)
    except CalmError:
        return


def _rating(value: object) -> int | None:
    return value if isinstance(value, int) else None
