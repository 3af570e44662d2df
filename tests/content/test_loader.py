from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from calmcli.content.loader import check_script, check_text, read_script, read_template
from calmcli.content.model import SCRIPT_SHAPES, BreathingScript, Phase
from calmcli.content.problems import Problem, ScriptError
from calmcli.content.shipped import SHIPPED_VISITS
from content.reading import problems_of, script_of, told
from content.samples import GOOD, GROUNDING, RELAXATION, VISUALIZATION, changed

TEMPLATE = SHIPPED_VISITS["scan"].read_bytes()


def test_a_script_is_read_with_all_that_it_says(tmp_path: Path) -> None:
    path = tmp_path / "my.yaml"
    path.write_text(GOOD, encoding="utf-8")
    assert check_script(path) == ()
    assert read_script(path.read_bytes(), path.name) == BreathingScript(
        format=1,
        language="en",
        id="my-own",
        title="My own",
        about="A soft breath in and a longer one out.",
        minutes=5.0,
        breath=(
            Phase(phase="in", seconds=4.0, words="Breathe in"),
            Phase(phase="out", seconds=6.0, words="Breathe out"),
        ),
        sources=("Our convention.",),
    )


def test_a_problem_names_the_file_and_not_its_folder_unless_told_to(tmp_path: Path) -> None:
    path = tmp_path / "my.yaml"
    path.write_text("", encoding="utf-8")
    assert [problem.name for problem in check_script(path)] == ["my.yaml"]
    assert [problem.name for problem in check_script(path, "here/my.yaml")] == ["here/my.yaml"]


def test_a_byte_order_mark_is_no_part_of_the_words() -> None:
    assert read_script(b"\xef\xbb\xbf" + GOOD.encode(), "my.yaml").id == "my-own"


@pytest.mark.parametrize(
    ("written", "place"),
    [(GOOD.replace("My own", "Mÿ own").encode("latin-1"), "5:9"), (GOOD.encode("utf-16"), "1:1")],
)
def test_text_that_is_not_utf8_is_refused_where_it_begins(written: bytes, place: str) -> None:
    assert told(written) == [f"{place}: this is not plain UTF-8 text"]


@pytest.mark.parametrize("written", ["a" * 262_145, b"a" * 262_145])
def test_a_text_beyond_256_kb_is_not_looked_at(written: bytes | str) -> None:
    assert told(written) == ["1:1: this is longer than 256 KB"]


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("title: My own\n", "", "1:1: 'title' is missing"),
        ("kind: breathing\n", "", "1:1: 'kind' is missing"),
        ("format: 1\n", "", "1:1: 'format' is missing"),
        ("    words: Breathe in\n", "", "9:5: 'words' is missing"),
        ("title: My own", "title:", "5:1: 'title' needs a value"),
        ("title: My own", "title: null", "5:1: 'title' needs a value"),
        ("kind: breathing", "kind: ~", "3:1: 'kind' needs a value"),
        ("kind: breathing", "kind: breathin", "3:7: unknown kind 'breathin'"),
        ("kind: breathing", "kind: [breathing]", "3:7: 'kind' needs one value here, not several"),
        ("kind: breathing", "kind: {a: b}", "3:7: 'kind' needs one value here, not several"),
        ("kind: breathing", "kind: *x", "3:7: '*x' stands for words from another place"),
        ("format: 1", "format: 2", "1:9: this calmcli reads format 1, not '2'"),
        ("format: 1", "format: [1]", "1:9: 'format' needs one value here, not several"),
        ("title: My own", "title: [a]", "5:8: 'title' needs one value here, not several"),
        ("tags: []", "tags: breath_hold", "15:7: 'tags' needs a list"),
        ("tags: []", "tags:", "15:1: 'tags' needs a list"),
        ("tags: []", "tags: [breath_hodl]", "15:8: unknown word 'breath_hodl' for 'tags'"),
        ("tags: []", "tags: ['']", "15:8: 'tags' needs a value"),
        ("tags: []", "tags: [{a: b}]", "15:8: 'tags' needs one value here, not several"),
        ("phase: in", "phase: inn", "9:12: unknown word 'inn' for 'phase'"),
        ("id: my-own", "id: My Own", "4:5: 'id' cannot be 'My Own'"),
        ("id: my-own", "id: ../x", "4:5: 'id' cannot be '../x'"),
        ("language: en", "language: English", "2:11: 'language' cannot be 'English'"),
        (
            "title: My own",
            "title: " + "a" * 61,
            "5:8: 'title' is 61 characters long; the most is 60",
        ),
        ("about: A", "about: " + "a" * 200, "6:8: 'about' is 237 characters long; the most is 200"),
        (
            "words: Breathe in",
            "words: " + "a" * 41,
            "11:12: 'words' is 41 characters long; the most is 40",
        ),
        ("- Our", "- " + "a" * 300, "17:5: 'sources' is 312 characters long; the most is 300"),
        ("  - Our", "  - a\n" * 20 + "  - Our", "17:3: 'sources' has 21 items; the most is 20"),
        ("minutes: 5", "minutes: 0.4", "7:10: 'minutes' is 0.4; the least is 0.5"),
        ("minutes: 5", "minutes: 61", "7:10: 'minutes' is 61; the most is 60"),
        ("minutes: 5", "cycles: 4.5", "7:9: 'cycles' needs a whole number, not '4.5'"),
        ("minutes: 5", "cycles: 1001", "7:9: 'cycles' is 1001; the most is 1000"),
        ("minutes: 5", "minutes: 5,5", "7:10: 'minutes' has a comma in its number"),
        ("minutes: 5", "minutes: 5\nadvanced: yes", "8:11: 'advanced' cannot be 'yes'"),
        (
            "seconds: 4",
            "seconds: 4.0001",
            "10:14: 'seconds' has more than 3 digits after the point",
        ),
        ("seconds: 4", "seconds: -4", "10:14: 'seconds' is -4; the least is 0.5"),
        ("title: My own", 'title: "\\e[2J"', "5:8: a control character cannot be shown or spoken"),
        (
            "words: Breathe in",
            'words: "\\0"',
            "11:12: a control character cannot be shown or spoken",
        ),
    ],
)
def test_a_slip_in_a_key_is_told_alone_and_at_its_place(old: str, new: str, problem: str) -> None:
    assert told(changed((old, new))) == [problem]


@pytest.mark.parametrize(
    "word", ["1:30", "nan", "inf", ".inf", "1e3", "0x10", "1_0", "+4", "4.", ".5", "٤", "9" * 10]
)
def test_only_plain_numbers_are_numbers(word: str) -> None:
    assert told(changed(("seconds: 4", f"seconds: {word}"))) == [
        f"10:14: 'seconds' needs a plain number, not '{word}'"
    ]


@pytest.mark.parametrize(
    ("word", "seconds"), [("4", 4.0), ("04", 4.0), ("5.5", 5.5), ("4.125", 4.125)]
)
def test_a_plain_number_is_what_it_says(word: str, seconds: float) -> None:
    script = script_of(BreathingScript, changed(("seconds: 4", f"seconds: {word}")))
    assert script.breath[0].seconds == seconds


def test_true_and_false_are_read() -> None:
    written = changed(("minutes: 5", "open_ended: true\nadvanced: false"))
    script = script_of(BreathingScript, written)
    assert (script.open_ended, script.advanced, script.minutes) == (True, False, None)


@pytest.mark.parametrize(
    ("old", "new", "hint"),
    [
        ("title:", "titel:", "did you mean 'title'?"),
        ("kind: breathing", "kind: breathin", "did you mean 'breathing'?"),
        ("kind: breathing", "kind: zzz", f"use one of: {', '.join(SCRIPT_SHAPES)}"),
        ("phase: in", "phase: top-up", "did you mean 'top_up'?"),
        ("tags: []", "tags: [Slow_Pace]", "did you mean 'slow_pace'?"),
        ("title: My own\n", "", "write a line such as 'title: Slow morning'"),
        ("minutes: 5", "minutes: 5,5", "write it as 5.5"),
    ],
)
def test_a_hint_says_what_to_do(old: str, new: str, hint: str) -> None:
    assert [problem.hint for problem in problems_of(changed((old, new)))] == [hint]


def test_an_unknown_key_that_is_like_no_other_is_shown_the_keys_there_are() -> None:
    [problem] = problems_of(changed(("    words: Breathe in", "    words: In\n    zzzz: 1")))
    assert problem.hint == "use one of: phase, seconds, words, start_seconds"


def test_a_misspelt_key_hides_nothing_that_is_wrong_below_it() -> None:
    assert told(changed(("minutes: 5", "minuts: 1:30"))) == [
        "7:1: unknown key 'minuts'",
        "7:9: 'minutes' needs a plain number, not '1:30'",
    ]


def test_a_misspelt_key_beside_the_right_one_is_only_unknown() -> None:
    assert told(changed(("minutes: 5", "minutes: 5\nminuts: x"))) == ["8:1: unknown key 'minuts'"]


def test_one_reading_finds_every_problem() -> None:
    written = changed(
        ("language: en", "language: english"),
        ("kind: breathing", "kind: breath"),
        ("title: My own", "titel: My own"),
        ("minutes: 5", "minutes: 5\ncycles: 4"),
        ("seconds: 4", "secnds: 7"),
        ("seconds: 6", "seconds: 9"),
        ("words: Breathe out", "words:"),
        ("tags: []", "tags: [x, slow_pace]"),
        ("- Our convention.", "- [a]\n  - ''"),
    )
    assert [(problem.line, problem.column) for problem in problems_of(written)] == [
        (2, 11),
        (3, 7),
        (5, 1),
        (8, 9),
        (11, 5),
        (15, 5),
        (16, 8),
        (18, 5),
        (19, 5),
    ]


def test_an_item_that_is_not_made_of_keys_says_so() -> None:
    written = changed(("  - phase: in\n    seconds: 4\n    words: Breathe in\n", "  - in 4\n"))
    assert told(written) == ["9:5: this item of 'breath' needs keys"]


def test_a_format_of_another_day_is_the_only_thing_told() -> None:
    assert told("format: 9\nnew: thing\n") == ["1:9: this calmcli reads format 1, not '9'"]


KINDS_OF_LINES = [text.splitlines(True) for text in (GOOD, RELAXATION, VISUALIZATION, GROUNDING)]
BITS = [": ", "'", "- ", "5", "\t", "é", "~", "[", "}", "{", "{lake}", "#", "nice ", "*a ", "&a "]


@given(
    st.sampled_from(KINDS_OF_LINES),
    st.lists(st.integers(0, 30), max_size=3),
    st.lists(st.tuples(st.integers(0, 600), st.sampled_from(BITS)), max_size=4),
)
def test_a_damaged_script_is_read_or_told_about(
    lines: list[str], lost: list[int], bits: list[tuple[int, str]]
) -> None:
    text = "".join(line for number, line in enumerate(lines) if number not in lost)
    for at, bit in bits:
        text = text[:at] + bit + text[at:]
    problems = check_text(text, "my.yaml")
    for problem in problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert str(problem).startswith(f"my.yaml:{problem.line}:{problem.column}: ")
    # Their hints may differ: what is checked may be a visit, what is read may not.
    errors = {untold(problem) for problem in problems if problem.severity == "error"}
    assert set(map(untold, problems_of(text))) == errors


def untold(problem: Problem) -> Problem:
    return replace(problem, hint="")


def test_a_file_in_the_wrong_folder_is_told_which_is_the_right_one() -> None:
    belongs = "'calmcli paths' names the folder where it belongs: "
    with pytest.raises(ScriptError) as refused:
        read_script(TEMPLATE, "my.yaml")
    assert refused.value.problems[0].hint == f"{belongs}visits"
    with pytest.raises(ScriptError) as refused:
        read_template(GOOD.encode(), "my.yaml")
    assert refused.value.problems[0].hint == f"{belongs}scripts"


def test_what_is_not_utf_8_is_told_how_it_becomes_so() -> None:
    (problem,) = check_text(GOOD.encode("utf-16"), "my.yaml")
    assert problem.hint == "save the file again as UTF-8"
