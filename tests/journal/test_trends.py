from collections import Counter
from statistics import median, quantiles

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmcli.journal.entries import Entry
from calmcli.journal.trends import (
    ENOUGH,
    Exercise,
    Pair,
    Quartiles,
    Trend,
    as_json_object,
    quartiles,
    trends_of,
)
from calmcli.rating import Change, change
from sample_entries import an_entry

BOX = Exercise("breathing", "box", "shipped")
ratings = st.none() | st.integers(0, 10)


def entries(*pairs: tuple[int | None, int | None], **changes: str) -> list[Entry]:
    """One session after another with these ratings."""
    return [
        an_entry(number, before=before, after=after, **changes)
        for number, (before, after) in enumerate(pairs)
    ]


def the_trend(*pairs: tuple[int | None, int | None]) -> Trend:
    (trend,) = trends_of(entries(*pairs))
    return trend


def test_an_empty_journal_has_no_trends() -> None:
    assert trends_of([]) == []


def test_only_complete_pairs_count_and_0_is_a_rating() -> None:
    trend = the_trend((7, None), (None, 3), (None, None), (0, 0), (5, 0))
    assert (trend.sessions, trend.pairs) == (5, 2)
    assert [(pair.before, pair.after) for pair in trend.listed] == [(0, 0), (5, 0)]


def test_few_pairs_are_listed_oldest_first_in_the_time_they_were_lived_in() -> None:
    newest_first = entries((7, 4), (6, 6), (5, 8), (9, 9))[::-1]
    (trend,) = trends_of(newest_first)
    assert trend.summary is None
    assert trend.listed == tuple(
        Pair(entry.started_at, entry.before or 0, entry.after or 0) for entry in newest_first[::-1]
    )


def test_enough_pairs_are_summed_up_and_no_longer_listed() -> None:
    trend = the_trend((8, 5), (7, 6), (6, 3), (9, 9), (4, 6), (None, 2))
    assert (trend.sessions, trend.pairs, trend.listed) == (6, 5, ())
    assert trend.summary is not None
    assert (trend.summary.before, trend.summary.after) == (7, 6)
    assert trend.summary.change == Quartiles(-3, -1, 0)
    assert trend.summary.counts == {Change.LOWER: 2, Change.SAME: 2, Change.HIGHER: 1}


def test_exercises_stand_by_kind_and_id_and_never_by_what_came_of_them() -> None:
    worst_first = [
        *entries((1, 9), (1, 9), script="zzz"),
        *entries((9, 0), kind="grounding", script="facts"),
        *entries((9, 1), kind="visualization", script="leaves"),
        *entries((9, 2), script="box", origin="personal"),
        *entries((5, 5), script="box"),
        *entries((3, 3), kind="of-tomorrow", script="a"),
    ]
    order = [trend.exercise for trend in trends_of(worst_first)]
    assert order == [trend.exercise for trend in trends_of(worst_first[::-1])]
    assert order == [
        Exercise("breathing", "box", "personal"),
        Exercise("breathing", "box", "shipped"),
        Exercise("breathing", "zzz", "shipped"),
        Exercise("visualization", "leaves", "shipped"),
        Exercise("grounding", "facts", "shipped"),
        Exercise("of-tomorrow", "a", "shipped"),
    ]


@given(st.lists(st.integers(-10, 10), min_size=2))
def test_quartiles_are_those_of_spreadsheets(numbers: list[int]) -> None:
    expected = quantiles(numbers, n=4, method="inclusive")
    assert quartiles(Counter(numbers)) == pytest.approx(tuple(expected))


def test_the_quartiles_of_one_number_are_that_number() -> None:
    assert quartiles({4: 1}) == Quartiles(4, 4, 4)


@given(st.lists(st.tuples(ratings, ratings), min_size=1, max_size=40))
def test_whatever_was_rated_the_numbers_say_what_they_claim(
    pairs: list[tuple[int | None, int | None]],
) -> None:
    trend = the_trend(*pairs)
    complete = [(b, a) for b, a in pairs if b is not None and a is not None]
    assert (trend.sessions, trend.pairs) == (len(pairs), len(complete))
    if len(complete) < ENOUGH:
        assert trend.summary is None
        assert [(pair.before, pair.after) for pair in trend.listed] == complete
    else:
        assert trend.summary is not None
        assert trend.listed == ()
        assert trend.summary.before == median(b for b, _ in complete)
        assert trend.summary.after == median(a for _, a in complete)
        assert trend.summary.change.median == median(a - b for b, a in complete)
        ways = Counter(change(b, a) for b, a in complete)
        assert trend.summary.counts == {way: ways[way] for way in Change}


def test_as_json_what_there_is_not_is_null_or_empty() -> None:
    few, enough = as_json_object(the_trend((7, 4))), as_json_object(the_trend(*[(7, 4)] * 5))
    assert few == {
        "kind": "breathing",
        "script": "box",
        "origin": "shipped",
        "sessions": 1,
        "pairs": 1,
        "listed": [{"started_at": "2026-11-21T14:22:00+02:00", "before": 7, "after": 4}],
        "median_before": None,
        "median_after": None,
        "change": None,
        "lower": None,
        "same": None,
        "higher": None,
    }
    assert enough == few | {
        "sessions": 5,
        "pairs": 5,
        "listed": [],
        "median_before": 7,
        "median_after": 4,
        "change": {"lower": -3, "median": -3, "upper": -3},
        "lower": 5,
        "same": 0,
        "higher": 0,
    }
