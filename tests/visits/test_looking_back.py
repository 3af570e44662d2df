import pytest
from hypothesis import given
from msgspec.structs import replace
from rich.cells import cell_len

from calmcli.visits.ladder import ladder, ladder_lines, next_step
from calmcli.visits.review import in_words, picture, review_lines
from calmcli.visits.visit import Step, Visit
from calmcli.words import looking_back as said
from visits.samples import FEW, a_visit, visits


def step(name: str, expected: int | None = None, came: int | None = None) -> Step:
    return Step(id=name, name=name, expected=expected, came=came)


@pytest.mark.parametrize(
    ("expected", "came", "line", "words"),
    [
        (7, 4, "····○··●···", "expected 7, came 4: lower than expected"),
        (0, 0, "◉··········", "expected 0, came 0: about as expected"),
        (4, 10, "····●·····○", "expected 4, came 10: higher than expected"),
        (5, 6, "·····●○····", "expected 5, came 6: about as expected"),
        (3, None, "···●·······", "expected 3"),
        (None, 0, "○··········", "came 0"),
    ],
)
def test_both_numbers_are_a_picture_and_words(
    expected: int | None, came: int | None, line: str, words: str
) -> None:
    one = step("x", expected, came)
    assert (picture(one), in_words(one)) == (line, words)


def test_a_review_counts_whole_pairs_only_and_ranks_nothing() -> None:
    steps = (step("a", 7, 4), step("b", 3, 5), step("c", 3), step("d", None, 3), step("e", 5, 5))
    lines = review_lines(a_visit(steps=steps, next_time="Ask first"))
    assert said.COUNTS.format(pairs=3, lower=1, same=1, higher=1) in lines
    assert lines[-1] == "To tell them next time: Ask first"
    named = [line for line in lines if line in {"a", "b", "c", "d", "e"}]
    assert named == ["a", "b", "c", "d", "e"]


def test_a_review_can_be_shown_in_ascii() -> None:
    lines = review_lines(a_visit(steps=(step("a", 7, 4),)), blocks=False)
    assert all(line.isascii() for line in lines)
    assert "  ....o..x...  " in "\n".join(lines)


def test_a_ladder_goes_from_the_least_upwards_in_the_order_of_the_day() -> None:
    visit = a_visit(steps=(step("a", 7), step("b", 2), step("c"), step("d", 4), step("e", 2)))
    assert [rung.name for rung in ladder(visit)] == ["b", "e", "d", "a"]


@pytest.mark.parametrize(
    ("steps", "name"),
    [
        ([step("a", 2), step("b", 4), step("c", 5)], "b"),
        ([step("a", 3, 3), step("b", 5), step("c", 8)], "b"),
        ([step("a", 3, 3), step("b", 5, 2)], "a"),
        ([step("a", 2), step("b", 6)], None),
        ([step("a")], None),
    ],
)
def test_a_next_step_is_around_three_to_five(steps: list[Step], name: str | None) -> None:
    suggested = next_step(a_visit(steps=tuple(steps)))
    assert (suggested.name if suggested else None) == name


def test_a_ladder_says_once_what_is_work_for_a_therapist() -> None:
    text = " ".join(ladder_lines(a_visit(steps=(step("a", 3),))))
    assert text.count("therapist") == 1
    assert "No step has" in " ".join(ladder_lines(a_visit()))


@given(visits)
@FEW
def test_a_review_and_a_ladder_of_any_visit_fit_their_columns(visit: Visit) -> None:
    for lines in (review_lines(visit, columns=38), ladder_lines(visit, columns=38)):
        assert max(map(cell_len, lines)) <= 38


@given(visits)
@FEW
def test_the_ladder_has_every_rated_step_once(visit: Visit) -> None:
    rated = [each.id for each in visit.steps if each.expected is not None]
    assert sorted(each.id for each in ladder(visit)) == sorted(rated)
    without = replace(visit, steps=())
    assert next_step(without) is None
