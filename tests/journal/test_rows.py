import pytest

from calmcli.journal.entries import Entry
from calmcli.journal.rows import row_of
from sample_entries import an_entry

STOPPED = an_entry(1, ended="stopped", done_seconds=75.0, note="a hard one")


def row(entry: Entry, width: int, *, blocks: bool = True, numbers: bool = True) -> str:
    return row_of(entry, lambda script, _: script.title(), width, blocks=blocks, numbers=numbers)


@pytest.mark.parametrize(
    ("width", "shown"),
    [
        (
            92,
            f"Sun 22 Nov 2026 14:22  {'Box':20}  1:15 of 4:00  ····○··●···  7 → 4    stopped, note",
        ),
        (60, "Sun 22 Nov 14:22  Box              ····○··●···  7 → 4   stopped, note"),
        (32, "22 Nov 14:22  ····○··●···  7 → 4"),
        (20, "22 Nov  7 → 4"),
    ],
)
def test_a_row_says_as_much_as_its_width_can_hold(width: int, shown: str) -> None:
    assert row(STOPPED, width) == shown


def test_without_numbers_the_picture_stays_even_where_there_is_room_for_little() -> None:
    assert row(STOPPED, 20, numbers=False) == "22 Nov  ····○··●···"


def test_where_blocks_cannot_be_shown_a_row_is_ascii() -> None:
    assert row(STOPPED, 32, blocks=False) == "22 Nov 14:22  ----o--*---  7 > 4"


@pytest.mark.parametrize(
    ("title", "shown", "rough"),
    [
        ("Leaves on a stream", "Leaves on a st…", "Leaves on a st~"),
        ("Long out-breath", "Long out-breath", "Long out-breath"),
        ("Five, four, three", "Five, four, th…", "Five, four, th~"),
        ("静かな呼吸をゆっくり", "静かな呼吸をゆ…", "静かな呼吸をゆ~"),
    ],
)
def test_a_title_has_its_own_column_and_says_where_it_was_cut(
    title: str, shown: str, rough: str
) -> None:
    for blocks, told in ((True, shown), (False, rough)):
        drawn = row_of(STOPPED, lambda *_: title, 60, blocks=blocks, numbers=True)
        when, column, picture = drawn.split("  ")[:3]
        assert (when, column, len(picture)) == ("Sun 22 Nov 14:22", told, 11)


def test_a_session_without_ratings_leaves_their_place_empty() -> None:
    unrated = an_entry(1, before=None, after=None)
    assert row(unrated, 60) == "Sun 22 Nov 14:22  Box"
