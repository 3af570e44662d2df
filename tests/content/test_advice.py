from pathlib import Path

import pytest

from calmcli.content.loader import check_script, check_text, read_script
from calmcli.content.problems import MOST
from content.reading import hinted, hints_of
from content.samples import GOOD, GROUNDING, RELAXATION, VISUALIZATION, altered, breathing, changed


@pytest.mark.parametrize("written", [GOOD, RELAXATION, VISUALIZATION, GROUNDING])
def test_a_script_that_needs_no_second_look_has_no_hints(written: str) -> None:
    assert hints_of(written) == ()


def test_a_script_with_hints_only_can_be_played(tmp_path: Path) -> None:
    written = altered(GROUNDING, ("Look around", "Just look around"))
    path = tmp_path / "my.yaml"
    path.write_text(written, encoding="utf-8")
    assert [problem.severity for problem in check_script(path)] == ["hint"]
    assert read_script(written, "my.yaml").id == "my-room"


def test_a_hint_says_that_it_is_one() -> None:
    [problem] = hints_of(altered(GROUNDING, ("Find something", "Find something nice and")))
    assert str(problem) == (
        "my.yaml:12:31: hint: 'nice' is among the words to avoid\n"
        "      - words: Find something nice and round\n"
        "                              ^\n"
        "it judges: say what can be noticed"
    )


@pytest.mark.parametrize(
    "words",
    [
        *("relax", "Relax", "calm down", "just", "simply", "don't worry", "don\u2019t worry"),
        *("do not worry", "deep breath", "deep breaths", "deeper breath", "breathe deeply"),
        *("breathe more deeply", "good", "nice", "safe", "victim", "victims", "you will"),
        *("you'll", "close your eyes", "for me"),
    ],
)
def test_words_to_avoid_are_pointed_out(words: str) -> None:
    written = altered(GROUNDING, ("Look around the room", f'"Here, {words}, here"'))
    assert hinted(written) == [f"10:23: '{words}' is among the words to avoid"]


@pytest.mark.parametrize(
    "words",
    [
        *("relaxed", "calm", "adjust", "justice", "goodbye", "safely", "unsafe", "for men"),
        *("a soft breath", "you could close your eyes", "you may close your eyes", "you would"),
        *("worry", "deep water", "nicely"),
    ],
)
def test_words_that_only_look_like_them_are_not(words: str) -> None:
    assert hinted(altered(GROUNDING, ("Look around the room", f'"{words}"'))) == []


@pytest.mark.parametrize(
    ("written", "old", "new", "place"),
    [
        (GROUNDING, "title: My room", "title: A nice room", "5:10"),
        (GROUNDING, "about: Things", "about: Nice things", "6:8"),
        (GROUNDING, "name: Shapes", "name: 'Nice shapes'", "8:12"),
        (VISUALIZATION, "ask: Which", "ask: Which nice", "9:16"),
        (VISUALIZATION, "otherwise: a lake", "otherwise: a nice lake", "10:18"),
        (RELAXATION, "Let the hand", "Let the nice hand", "16:24"),
        (GOOD, "words: Breathe in", "words: >\n      Breathe\n      nice air", "13:7"),
    ],
)
def test_all_words_that_reach_a_person_are_looked_at_wherever_they_stand(
    written: str, old: str, new: str, place: str
) -> None:
    assert hinted(altered(written, (old, new))) == [
        f"{place}: '{'Nice' if 'Nice' in new else 'nice'}' is among the words to avoid"
    ]


def test_sources_may_be_called_what_they_are_called() -> None:
    assert hinted(changed(("Our convention", "Simply relax, a book"))) == []


def test_words_in_two_lines_are_found_where_they_begin() -> None:
    written = altered(GROUNDING, ("Look around the room", "Look and calm\n          down"))
    assert hinted(written) == ["10:25: 'calm down' is among the words to avoid"]


def test_words_written_in_escapes_are_shown_where_they_all_begin() -> None:
    written = altered(GROUNDING, ("Look around the room", '"Look \\x6eicely nic\\x65"'))
    assert hinted(written) == ["10:16: 'nice' is among the words to avoid"]


def test_words_of_other_languages_are_left_to_those_who_speak_them() -> None:
    written = altered(GROUNDING, ("language: en", "language: de"), ("Look around", "Just so"))
    assert hinted(written) == []
    assert hinted(altered(written, ("language: de", "language: en-GB"))) == [
        "10:16: 'Just' is among the words to avoid"
    ]


@pytest.mark.parametrize(
    ("written", "hint"),
    [
        (
            altered(RELAXATION, ("seconds: 5\n", "seconds: 3\n")),
            "13:16: saying this takes about 3.6 s, and it has 3 s",
        ),
        (
            altered(
                GROUNDING,
                (
                    "Look around the room",
                    "Look around the room for five more things, one by one, aloud",
                ),
            ),
            "10:16: saying this takes about 5.4 s, and it has 5 s",
        ),
        (
            breathing("in 3>4", "out 4>6", more="minutes: 5\nramp_seconds: 60").replace(
                "words: Words", "words: One two three four five six seven", 1
            ),
            "12:12: saying this takes about 3.15 s, and it has 3 s",
        ),
    ],
)
def test_words_that_cannot_be_said_in_time_are_pointed_out(written: str, hint: str) -> None:
    assert hinted(written) == [hint]


def test_the_words_that_stand_in_for_an_answer_are_said_too() -> None:
    asked = "inputs:\n  - {name: it, ask: What?, otherwise: one of the many things here}\nparts:"
    written = altered(
        GROUNDING, ("parts:", asked), ("around the room", "for {it} and some more now")
    )
    assert hinted(written) == ["12:16: saying this takes about 5.4 s, and it has 5 s"]


@pytest.mark.parametrize(
    ("words", "held"),
    [
        ("Now hold your breath", True),
        ("Hold the breath", True),
        ("There is no need to; do not hold your breath", False),
        ("Never hold your breath", False),
        ("Hold your hand out", False),
    ],
)
@pytest.mark.parametrize(
    ("written", "line"),
    [
        (RELAXATION, "Notice how it is now"),
        (VISUALIZATION, "Notice the water"),
        (GROUNDING, "Look around the room"),
    ],
)
def test_a_held_breath_that_only_the_words_speak_of_is_pointed_out(
    written: str, line: str, words: str, held: bool
) -> None:
    written = altered(written, (line, words))
    hints = [hint.partition(": ")[2] for hint in hinted(written)]
    assert hints == ["these words ask for a held breath, and no tag says so"] * held


def test_a_held_breath_that_is_tagged_is_known() -> None:
    written = altered(GROUNDING, ("Look around the room", "Hold your breath"))
    assert hinted(written + "tags: [breath_hold]\n") == []


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("Let the hand open and the shoulder sink", "'shoulders'"),
        ("Let the hand open and the foot ease", "'foot'"),
        ("Let the hand and the lower back ease", "'back'"),
        ("On the other hand, ease back", None),
        ("Your eyes may stay open", None),
        ("Let the hand open and the eyes rest", "'eyes'"),
    ],
)
def test_an_area_that_only_the_words_speak_of_is_pointed_out(words: str, hint: str | None) -> None:
    hints = [one.hint for one in hints_of(altered(RELAXATION, ("Let the hand open", words)))]
    assert hints == ([f"add {hint} to the areas of this part"] if hint else [])


def test_an_area_is_shown_where_it_is_spoken_of() -> None:
    for part in ("neck", "back"):
        written = altered(RELAXATION, ("Let the hand open", f"Let the {part} ease"))
        (said,) = hinted(written)
        assert said.endswith(f": these words speak of the {part}, and 'areas' does not")
    assert said.startswith("16:20: ")


def test_anything_may_be_noticed_and_other_languages_have_other_words() -> None:
    assert hinted(altered(RELAXATION, ("how it is now", "your feet"))) == []
    written = altered(RELAXATION, ("Let the hand open", "Hals"), ("language: en", "language: de"))
    assert hinted(altered(written, ("Hals", "neck"))) == []


def test_hints_and_errors_are_told_together_in_the_order_of_the_file() -> None:
    written = altered(
        GROUNDING,
        ("title: My room", "title: My nice room"),
        ("seconds: 5", "seconds: x"),
        ("something round", "something nice"),
    )
    problems = check_text(written, "my.yaml")
    assert [(problem.line, problem.severity) for problem in problems] == [
        (5, "hint"),
        (11, "error"),
        (12, "hint"),
    ]


def test_rules_that_cannot_be_asked_are_left_out() -> None:
    written = altered(GROUNDING, ("parts:", "parts: x"))[: GROUNDING.index("  - name") + 2]
    assert [problem.severity for problem in check_text(written, "my.yaml")] == ["error"]


def test_more_hints_than_can_be_taken_in_end_in_a_hint() -> None:
    line = "      - {words: A nice one, seconds: 5}\n"
    head = GROUNDING[: GROUNDING.index("      - words")]
    part = "  - name: More\n    lines:\n"
    hints = hints_of(head + line * 40 + part + line * 40)
    assert len(hints) == MOST + 1
    assert hints[-1].message == "there is more to put right than is shown here"
