import pytest

from calmcli.content.places import Place
from calmcli.content.problems import MOST, Findings, Problem, ScriptError, TooManyProblems
from calmcli.errors import UsageError
from content.reading import problems_of
from content.samples import GOOD, changed


def test_a_problem_shows_its_place_the_line_a_caret_and_a_hint() -> None:
    written = GOOD.replace("    seconds: 4", "    secnds: 4")
    assert [str(problem) for problem in problems_of(written)] == [
        "my.yaml:10:5: unknown key 'secnds'\n    secnds: 4\n    ^\ndid you mean 'seconds'?"
    ]


def test_a_problem_without_a_line_or_a_hint_is_one_line() -> None:
    assert str(Problem("my.yaml", 1, 1, "there is nothing")) == "my.yaml:1:1: there is nothing"


def test_a_script_error_is_a_usage_error_that_tells_all_its_problems() -> None:
    error = ScriptError([Problem("a.yaml", 1, 1, "one"), Problem("a.yaml", 2, 1, "two")])
    assert isinstance(error, UsageError)
    assert str(error) == "a.yaml:1:1: one\n\na.yaml:2:1: two"
    assert [problem.line for problem in error.problems] == [1, 2]


def test_the_name_of_a_file_is_cleaned() -> None:
    assert problems_of("", "a\x1b]0;x\x07\nb.yaml")[0].name == "a b.yaml"


def test_words_of_the_file_are_cleaned_wherever_they_are_shown() -> None:
    problems = problems_of(changed(("title: My own", "\u202etitel: 'a\u202eb'")))
    assert problems
    assert "\u202e" not in "".join(map(str, problems))


def test_problems_come_in_the_order_of_the_file() -> None:
    findings = Findings("a.yaml")
    for line in (3, 1, 2):
        findings.add(Place(line, 1), "x")
    assert [problem.line for problem in findings.in_order()] == [1, 2, 3]


def test_a_file_full_of_problems_is_shown_the_first_ones_and_says_so() -> None:
    findings = Findings("a.yaml")
    for line in range(MOST):
        findings.add(Place(line + 1, 1), "x")
    with pytest.raises(TooManyProblems):
        findings.add(Place(1, 1), "x")
    told = findings.in_order()
    assert len(told) == MOST + 1
    assert told[-1].message == "there is more to put right than is shown here"


def test_a_script_full_of_problems_ends_in_a_script_error() -> None:
    keys = "".join(f"key{number}: 1\n" for number in range(200))
    assert len(problems_of(GOOD + keys)) == MOST + 1
