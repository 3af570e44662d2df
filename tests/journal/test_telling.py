from datetime import timedelta

from calmcli.journal.entries import During, Entry
from calmcli.journal.telling import facts_of, line_of, trend_lines
from calmcli.journal.trends import trends_of
from calmcli.words.journal import REMINDER
from sample_entries import BEGAN, an_entry
from sample_rows import row_id


def told(*entries: Entry) -> list[str]:
    return list(trend_lines(trends_of(entries), lambda script, _origin: script.capitalize()))


def test_an_empty_journal_is_told_as_one() -> None:
    assert told() == ["There is nothing in the journal yet."]


def test_few_and_many_sessions_are_told_in_words_and_then_what_the_numbers_are_not() -> None:
    pairs = [(8, 5), (7, 6), (6, 3), (9, 9), (4, 6), (7, None)]
    many = [an_entry(n, before=b, after=a, script="box") for n, (b, a) in enumerate(pairs)]
    assert told(*many, an_entry(9, script="sigh", before=0, after=2)) == [
        "Box",
        "  5 of 6 sessions have both ratings.",
        "  Before: median 7. After: median 6.",
        "  Median change: 1 lower. The middle half: 3 lower to no change.",
        "  2 lower, 2 about the same, 1 higher.",
        "",
        "Sigh",
        "  1 of 1 session has both ratings. With fewer than 5 they are listed one by one.",
        "  Mon 30 Nov 2026 14:22: 0 before, 2 after",
        "",
        "About the same: within 1 of the rating before. That line is our own convention.",
        REMINDER,
    ]


def test_sessions_without_both_ratings_are_counted_and_nothing_more_is_said() -> None:
    assert told(an_entry(1, after=None), an_entry(2, before=None))[1:3] == [
        "  0 of 2 sessions have both ratings.",
        "",
    ]


def test_the_reminder_says_what_the_numbers_are_not() -> None:
    assert "not a test" in REMINDER
    assert "tends to be lower the next time" in REMINDER


WHOLE = an_entry(
    1,
    ended_at=BEGAN + timedelta(days=2, hours=1),
    ended="stopped",
    done_seconds=75.0,
    pace=0.9,
    during=[During(at_seconds=20, rating=6), During(at_seconds=60, rating=5)],
    skipped=["neck", "belly"],
    place="room",
    note="one\ntwo",
)


def test_everything_that_is_known_of_a_session_is_told_a_fact_a_line() -> None:
    assert list(facts_of(WHOLE, "Box breathing", "Scan")) == [
        "Exercise: Box breathing (box)",
        "Began: Sun 22 Nov 2026 14:22 (UTC+02:00)",
        "Ended: Mon 23 Nov 2026 15:22, stopped",
        "Practised: 1 minute 15 seconds of 4 minutes",
        "Pace: 90 percent",
        "Before: 7",
        "On the way: 6 at 20 seconds, 5 at 1 minute",
        "After: 4",
        "Skipped: neck, belly",
        "Where: in the room",
        "Appointment: Scan",
        "Note: one",
        "  two",
        f"Id: {row_id(1)}",
    ]
    bare = an_entry(1, ended="unfinished", ended_at=None, planned_seconds=None, after=None)
    assert list(facts_of(bare, "Box", "", numbers=False)) == [
        "Exercise: Box (box)",
        "Began: Sun 22 Nov 2026 14:22 (UTC+02:00)",
        "Ended: not finished",
        f"Id: {row_id(1)}",
    ]


def test_one_session_is_told_in_one_line() -> None:
    assert line_of(WHOLE, "Box", "0000") == (
        "Sun 22 Nov 2026 14:22, Box, 1 minute 15 seconds of 4 minutes, 7 before, 4 after,"
        " stopped, id 0000"
    )


def test_the_title_is_asked_for_by_script_and_origin() -> None:
    asked = trend_lines(trends_of([an_entry(1, origin="personal")]), "{}, {}".format)
    assert next(asked) == "box, personal"
