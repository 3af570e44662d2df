from calmcli.journal.entries import Entry
from calmcli.journal.telling import trend_lines
from calmcli.journal.trends import trends_of
from calmcli.words.journal import REMINDER
from sample_entries import an_entry


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
