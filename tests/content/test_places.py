import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmcli.content.places import BEGINNING, Place, place_within

LINES = ["words: one adjust", "  just two", "", "three {x}", *["more"] * 8, "far"]


@pytest.mark.parametrize(
    ("place", "piece", "found"),
    [
        (Place(1, 8), "one", Place(1, 8)),
        (Place(1, 8), "just", Place(2, 3)),
        (Place(1, 8), "two three", Place(2, 8)),
        (Place(1, 8), "{x}", Place(4, 7)),
        (Place(1, 8), "words", Place(1, 8)),
        (Place(2, 1), "one", Place(2, 1)),
        (Place(1, 8), "far", Place(1, 8)),
    ],
)
def test_a_piece_is_found_at_or_after_its_place_and_as_a_whole_word(
    place: Place, piece: str, found: Place
) -> None:
    assert place_within(LINES, place, piece) == found


@given(st.lists(st.text(st.characters(exclude_characters="\n"))), st.text(min_size=1))
def test_a_piece_is_never_before_the_words_begin(lines: list[str], piece: str) -> None:
    place = place_within(["", *lines], Place(2, 1), piece)
    assert place >= Place(2, 1) > BEGINNING
