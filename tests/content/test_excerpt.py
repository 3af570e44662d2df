import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmcli.content.excerpt import WIDTH, cells, excerpt


@pytest.mark.parametrize(
    ("text", "width"),
    [("abc", 3), ("日本", 4), ("e\u0301", 1), ("é", 1), ("👩\u200d👧", 2), ("", 0)],
)
def test_cells_count_what_a_terminal_shows(text: str, width: int) -> None:
    assert cells(text) == width


@pytest.mark.parametrize(
    ("line", "column", "shown", "caret"),
    [
        ("    secnds: 4", 5, "    secnds: 4", 4),
        ("日本: 4", 3, "日本: 4", 4),
        ("\tkey: 1", 2, "    key: 1", 4),
        ("a\x1b[31mb: 1", 8, "ab: 1", 2),
        ("short", 40, "short", 5),
        ("trailing   ", 1, "trailing", 0),
        ("", 1, "", 0),
    ],
)
def test_the_caret_stands_under_its_place(line: str, column: int, shown: str, caret: int) -> None:
    assert excerpt(line, column) == (shown, caret)


def test_a_long_line_is_cut_on_both_sides_of_its_place() -> None:
    shown, caret = excerpt("a" * 500 + "X" + "b" * 500, 501)
    assert shown[caret] == "X"
    assert shown.startswith("…a")
    assert shown.endswith("b…")
    assert cells(shown) == WIDTH


def test_a_place_near_the_beginning_of_a_long_line_keeps_the_beginning() -> None:
    shown, caret = excerpt("key: " + "b" * 500, 6)
    assert (shown[:6], caret) == ("key: b", 5)
    assert shown.endswith("…")


@given(st.text(st.characters(exclude_characters="\n")), st.integers(1, 300))
def test_an_excerpt_always_fits_and_holds_its_caret(line: str, column: int) -> None:
    shown, caret = excerpt(line * 3, column)
    assert cells(shown) <= WIDTH
    assert 0 <= caret <= WIDTH
