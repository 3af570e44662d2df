import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmcli.content.inputs import Input, filled
from calmcli.content.model import BreathingScript
from content.reading import problems_of, script_of, told
from content.samples import GOOD, GROUNDING, RELAXATION, VISUALIZATION, altered, changed

LAKE = Input(name="lake", ask="Which lake?", otherwise="a lake")
WORD = Input(name="word", ask="Which word?", otherwise="ease")
ASKED = "inputs:\n  - {name: word, ask: Which word?, otherwise: ease}\n"


@pytest.mark.parametrize(
    ("words", "answers", "expected"),
    [
        ("Picture {lake}", {"lake": "Loch Ness"}, "Picture Loch Ness"),
        ("Picture {lake}", {}, "Picture a lake"),
        ("Picture {lake}", {"lake": "  "}, "Picture a lake"),
        ("{word}: {lake}, {word}", {"word": " now "}, "now: a lake, now"),
        ("Picture {lake}", {"lake": "{word}"}, "Picture {word}"),
        ("Picture it", {"lake": "Loch Ness"}, "Picture it"),
        ("Picture {other}", {"other": "x"}, "Picture {other}"),
    ],
)
def test_answers_stand_where_their_names_stood(
    words: str, answers: dict[str, str], expected: str
) -> None:
    assert filled(words, (LAKE, WORD), answers) == expected


@given(st.text(st.characters(exclude_characters="{}")), st.text(min_size=1).filter(str.strip))
def test_words_around_an_answer_stay_as_they_are(words: str, answer: str) -> None:
    assert filled(words, (LAKE,), {"lake": answer}) == words
    assert filled(f"{words}{{lake}}{words}", (LAKE,), {"lake": answer}) == (
        f"{words}{answer.strip()}{words}"
    )


@pytest.mark.parametrize(
    ("written", "line", "words"),
    [
        (RELAXATION, 8, "Notice how it is now"),
        (GROUNDING, 8, "Look around the room"),
        (GOOD, 9, "Breathe in"),
    ],
)
def test_every_kind_may_ask_and_use_the_answer(written: str, line: int, words: str) -> None:
    key = "breath:" if written is GOOD else "parts:"
    asking = altered(written, (key, ASKED + key))
    assert told(asking) == [f"{line}:5: the input 'word' is not used anywhere"]
    assert told(altered(asking, (words, f"{words} {{word}}"))) == []


def test_a_name_that_nobody_asks_for_is_shown_where_it_stands() -> None:
    written = altered(VISUALIZATION, ("Notice the water", "Notice {lake} and {laek}"))
    [problem] = problems_of(written)
    assert (problem.line, problem.column, problem.message) == (15, 34, "no input is called 'laek'")
    assert problem.hint == "did you mean 'lake'?"


def test_a_name_in_a_script_that_asks_nothing_is_told_what_to_add() -> None:
    [problem] = problems_of(altered(GROUNDING, ("something round", "{something}")))
    assert (problem.line, problem.column) == (12, 21)
    assert problem.message == "no input is called 'something'"
    assert problem.hint == "add it under 'inputs:'"


@pytest.mark.parametrize(("brace", "column"), [("{", 34), ("}", 34), ("}{", 34)])
def test_a_brace_by_itself_is_shown_where_it_stands(brace: str, column: int) -> None:
    written = altered(VISUALIZATION, ("Notice the water", f"'Notice the water {brace}'"))
    assert told(written)[0] == f"15:{column}: there is a brace here by itself"
    assert len(told(written)) == len(brace)


def test_an_input_that_is_never_used_is_told() -> None:
    written = altered(VISUALIZATION, ("Picture {lake}", "Picture it"))
    [problem] = problems_of(written)
    assert (problem.line, problem.column) == (8, 5)
    assert problem.message == "the input 'lake' is not used anywhere"
    assert problem.hint == "write {lake} in some words, or take it away"


def test_two_inputs_of_one_name_are_told() -> None:
    written = altered(VISUALIZATION, ("parts:", "  - {name: lake, ask: A?, otherwise: b}\nparts:"))
    assert told(written) == ["11:12: an input is called 'lake' already"]


def test_three_questions_are_enough() -> None:
    more = "".join(f"  - {{name: {name}, ask: A?, otherwise: b}}\n" for name in "abc")
    written = altered(VISUALIZATION, ("parts:", f"{more}parts:"))
    assert told(written)[0] == "8:3: 'inputs' has 4 items; the most is 3"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("name: lake", "name: Lake", "8:11: 'name' cannot be 'Lake'"),
        ("name: lake", "name: my_lake", "8:11: 'name' cannot be 'my_lake'"),
        ("otherwise: a lake", "otherwise: 'a {lake}'", "10:16: 'otherwise' cannot be 'a {lake}'"),
        (
            "otherwise: a lake",
            "otherwise: " + "a" * 41,
            "10:16: 'otherwise' is 41 characters long; the most is 40",
        ),
        (
            "ask: Which",
            "ask: " + "a" * 120,
            "9:10: 'ask' is 140 characters long; the most is 120",
        ),
        ("    otherwise: a lake\n", "", "8:5: 'otherwise' is missing"),
    ],
)
def test_a_slip_in_an_input_is_told_alone(old: str, new: str, problem: str) -> None:
    assert told(altered(VISUALIZATION, (old, new))) == [problem]


def test_a_part_that_cannot_be_read_may_be_where_an_input_is_used() -> None:
    written = altered(VISUALIZATION, ("pause: 6", "pause: x"))
    assert told(written) == ["16:16: 'pause' needs a plain number, not 'x'"]


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("{lake}", "14:16: 'words' needs one value here, not several"),
        ("{lake} is there", "14:16: words cannot begin with a brace"),
    ],
)
def test_words_that_begin_with_a_brace_are_told_to_go_in_quotes(words: str, problem: str) -> None:
    written = altered(VISUALIZATION, ("Picture {lake}", words))
    assert told(written) == [problem]
    assert "double quotes" in problems_of(written)[0].hint
    assert told(altered(written, (words, f'"{words}"'))) == []


def test_an_answer_may_stand_in_a_phase_of_a_breath() -> None:
    written = changed(("breath:", ASKED + "breath:"), ("Breathe out", '"{word}"'))
    script = script_of(BreathingScript, written)
    assert filled(script.breath[1].words, script.inputs, {"word": "soft"}) == "soft"
