import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmcli.text import clean, folded, whole_number, writable

CONTROLS = "".join(map(chr, [*range(0x20), *range(0x7F, 0xA0)]))
HOSTILE = st.text(
    st.sampled_from("ab m;[]\\PX^_()0\u202a\u202e\u2066\u2069\u200d\u2028é日\ud800" + CONTROLS)
)


@given(st.text() | HOSTILE)
def test_cleaning_twice_changes_nothing_more(text: str) -> None:
    for lines in (True, False):
        once = clean(text, lines=lines)
        assert clean(once, lines=lines) == once


@given(st.text() | HOSTILE)
def test_nothing_that_a_terminal_acts_on_is_left(text: str) -> None:
    kept = clean(text, lines=True)
    assert not set(kept) & (set(CONTROLS) - {"\n", "\t"})
    assert not any("\u202a" <= c <= "\u202e" or "\u2066" <= c <= "\u2069" for c in kept)
    assert not any("\ud800" <= c <= "\udfff" for c in kept)
    assert not set(clean(text)) & {"\n", "\t", "\u2028", "\u2029"}


@given(st.text(st.characters(exclude_categories=["C", "Z"])))
def test_ordinary_words_pass_unchanged(text: str) -> None:
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\x1b[1;31mred\x1b[0m", "red"),
        ("\x9b2Jgone", "gone"),
        ("\x1b]0;title\x07words", "words"),
        ("\x1b]52;c;aGk=\x1b\\words", "words"),
        ("\x9d0;title\x9cwords", "words"),
        ("\x1bPq#0\x1b\\words", "words"),
        ("\x90q\x9cwords", "words"),
        ("\x1b_a\x1b\\\x1b^b\x1b\\\x1bXc\x1b\\words", "words"),
        ("\x1bcwords", "words"),
        ("\x1b(Bwords", "words"),
        ("a\x00b\x7fc\x85d", "abcd"),
        ("\u202eleft\u202c \u2066right\u2069", "left right"),
        ("a\ud800b", "ab"),
    ],
)
def test_whole_sequences_and_controls_go(text: str, kept: str) -> None:
    assert clean(text) == kept


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("\x1b]0;words to keep", "0;words to keep"),
        ("\x9d0;words to keep", "0;words to keep"),
        ("\x1bPwords to keep", "words to keep"),
        ("\x1b]0;one\x1b[0m two", "0;one two"),
        ("\x1b]0;one\x18 two\x07", "0;one two"),
        ("\x1b[12", "12"),
        ("end\x1b", "end"),
    ],
)
def test_an_unfinished_sequence_loses_only_its_beginning(text: str, kept: str) -> None:
    assert clean(text) == kept


@pytest.mark.parametrize(
    ("text", "one_line"),
    [
        ("one\ntwo", "one two"),
        ("one \t \n two", "one two"),
        ("one\r\ntwo", "one two"),
        ("one\u2028two", "one two"),
        ("two  spaces", "two  spaces"),
    ],
)
def test_gaps_with_line_breaks_become_one_space(text: str, one_line: str) -> None:
    assert clean(text) == one_line


def test_newlines_and_tabs_stay_in_notes() -> None:
    assert clean("one\r\n\ttwo", lines=True) == "one\n\ttwo"


def test_a_family_stays_joined() -> None:
    assert clean("👩\u200d👧") == "👩\u200d👧"


def test_a_long_hostile_text_takes_no_detours() -> None:
    for piece in ("\x1b]", "\x9d", "\x9b1", "\x1b[;", " ", "\x1b "):
        assert "\x1b" not in clean(piece * 100_000)


@pytest.mark.parametrize(
    ("text", "encoding", "written"),
    [
        ("7 → 4", "utf-8", "7 → 4"),
        ("7 → 4", "ascii", "7 -> 4"),
        ("Müde → wach", "latin-1", "Müde -> wach"),
        ("Müde", "ascii", "M?de"),
        ("Müde", None, "M?de"),
    ],
)
def test_what_an_encoding_has_no_letters_for_is_written_another_way(
    text: str, encoding: str | None, written: str
) -> None:
    assert writable(text, encoding) == written


@given(st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])), st.integers(1, 90))
def test_a_folded_line_keeps_its_words_whole_and_in_order(line: str, columns: int) -> None:
    parts = folded(line, columns)
    assert " ".join(parts).split() == line.split()
    assert all(len(part) <= columns or len(part.split()) == 1 for part in parts)


def test_further_lines_are_indented_as_the_first_and_what_is_drawn_stays() -> None:
    assert folded("  one two three", 9) == ["  one two", "  three"]
    assert folded("呼吸 呼吸 呼吸", 9) == ["呼吸 呼吸", "呼吸"]
    assert folded("\x1b[7m one two three", 9) == ["\x1b[7m one two three"]


@given(st.integers(-5, 2000), st.integers(1, 1500), st.integers(0, 9))
def test_a_whole_number_is_read_however_many_noughts_come_before_it(
    number: int, most: int, noughts: int
) -> None:
    typed = "0" * noughts + str(number)
    fits = 1 <= number <= most
    assert whole_number(typed, most) == (number if fits else None)


@pytest.mark.parametrize(
    "typed", ["", "0", "000", "9" * 5000, "1 ", "+1", "1.0", "\u0663", "\u00b2"]
)
def test_what_is_no_number_that_was_offered_is_none(typed: str) -> None:
    assert whole_number(typed, 10**9) is None
