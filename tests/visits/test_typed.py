"""What is typed where things are offered by numbers: numbers as people write them, or words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmcli.errors import UsageError
from calmcli.visits.typed import chosen

OFFERED = ("sit up", "explain", "stop", "look away", "music", "slow")


@pytest.mark.parametrize(
    ("typed", "taken"),
    [
        ("1", [1]),
        ("1 2", [1, 2]),
        ("1, 2,3 and 6", [1, 2, 3, 6]),
        ("1,2, and 3", [1, 2, 3]),
        ("2 & 4", [2, 4]),
        ("1-3", [1, 2, 3]),
        ("1 \N{EN DASH} 3, 5", [1, 2, 3, 5]),
        ("3-1", [3, 2, 1]),
        ("1. 2.", [1, 2]),
        ("1) 2)", [1, 2]),
        (" 02 ; 2, ", [2]),
        ("All", [1, 2, 3, 4, 5, 6]),
    ],
)
def test_numbers_are_understood_as_people_write_them(typed: str, taken: list[int]) -> None:
    assert chosen(typed, OFFERED) == [OFFERED[number - 1] for number in taken]


def test_words_may_come_after_numbers_and_a_comma() -> None:
    assert chosen("1,3, my left ear is deaf", OFFERED) == ["sit up", "stop", "my left ear is deaf"]
    assert chosen("2-3; and slowly, please", OFFERED) == ["explain", "stop", "slowly, please"]


@pytest.mark.parametrize(
    "words",
    ["5, 6 or 7 tablets a day", "2 people, please", "1 and a half tablets", "3rd time", "14:20"],
)
def test_words_that_begin_with_a_number_stay_words(words: str) -> None:
    assert chosen(words, OFFERED) == [words]


@pytest.mark.parametrize("typed", ["7", "0", "1, 9", "2-7", "0-1", "99", "1,7,words"])
def test_a_number_that_nothing_has_is_asked_for_again(typed: str) -> None:
    with pytest.raises(UsageError, match="from 1 to 6"):
        chosen(typed, OFFERED)


def test_where_nothing_is_offered_numbers_are_words() -> None:
    assert chosen("1, 2", ()) == ["1, 2"]


@given(
    st.lists(st.integers(1, len(OFFERED)), min_size=1), st.sampled_from([" ", ", ", ",", " and "])
)
def test_whatever_stands_between_them_each_number_counts_once(taken: list[int], mark: str) -> None:
    typed = mark.join(map(str, taken))
    assert chosen(typed, OFFERED) == [OFFERED[number - 1] for number in dict.fromkeys(taken)]
