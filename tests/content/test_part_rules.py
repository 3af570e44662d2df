import pytest

from content.reading import told
from content.samples import GROUNDING, RELAXATION, VISUALIZATION, altered

WORDS = " ".join(["one"] * 14)


@pytest.mark.parametrize(
    ("written", "line", "place"),
    [(VISUALIZATION, "Notice the water", "15:16"), (GROUNDING, "Look around the room", "10:16")],
)
def test_a_line_has_at_most_fourteen_words(written: str, line: str, place: str) -> None:
    more = ("seconds: 5", "seconds: 8") if written is GROUNDING else ("pause: 6", "pause: 7")
    assert told(altered(written, (line, WORDS), more)) == []
    assert told(altered(written, (line, WORDS + " more"), more)) == [
        f"{place}: this line has 15 words; the most is 14"
    ]


def test_a_dash_between_words_is_none() -> None:
    assert told(altered(VISUALIZATION, ("Notice the water", WORDS.replace(" ", " - ", 1)))) == []


def test_the_words_that_stand_in_for_an_answer_count_as_they_are() -> None:
    full = " ".join(["one"] * 12)
    written = altered(VISUALIZATION, ("Picture {lake}", f"{full} {{lake}}"))
    assert told(written) == []
    assert told(altered(written, ("otherwise: a lake", "otherwise: a still lake"))) == [
        "14:16: this line has 15 words; the most is 14"
    ]


def test_the_steps_of_a_relaxation_may_be_longer_for_they_have_longer() -> None:
    assert told(altered(RELAXATION, ("Let the hand open", WORDS + " more"))) == []


def relaxation(minutes: int, more: str = "") -> str:
    head = RELAXATION[: RELAXATION.index("  - name")]
    step = "{phase: settle, seconds: 60, words: Notice}"
    part = f"  - {{name: Here, steps: [{', '.join([step] * minutes)}]}}\n"
    return altered(head, ("parts:", f"{more}parts:")) + part


def test_a_relaxation_lasts_at_most_an_hour() -> None:
    assert told(relaxation(30, "rounds: 2\n")) == []
    assert told(relaxation(31, "rounds: 2\n")) == ["9:3: it lasts 62 minutes; the most is 60"]


def test_a_visualization_lasts_at_most_an_hour() -> None:
    lines = ", ".join(["{words: 'A {lake}', pause: 56}", *["{words: Notice, pause: 56}"] * 29])
    head = VISUALIZATION[: VISUALIZATION.index("  - name: The shore")]
    part = f"  - {{name: Here, lines: [{lines}]}}\n"
    tags = "tags: [imagery]\n"
    assert told(head + part * 2 + tags) == []
    over = altered(head + part * 2 + tags, ("pause: 56", "pause: 56.5"))
    assert told(over) == ["12:3: it lasts 60.008 minutes; the most is 60"]


def test_a_grounding_lasts_at_most_an_hour() -> None:
    head = GROUNDING[: GROUNDING.index("  - name")]
    part = f"  - {{name: Here, lines: [{', '.join(['{words: Look, seconds: 120}'] * 15)}]}}\n"
    assert told(head + part * 2) == []
    assert told(
        altered(
            head + part * 2, ("parts:", "parts:\n  - {name: A, lines: [{words: Look, seconds: 3}]}")
        )
    ) == ["8:3: it lasts 60.05 minutes; the most is 60"]


def test_a_length_is_not_told_while_some_of_it_cannot_be_read() -> None:
    written = relaxation(40, "rounds: 2\n") + "  - nothing\n"
    assert told(written) == ["10:5: this item of 'parts' needs keys"]
    broken = altered(VISUALIZATION, ("name: lake", "name: My lake"))
    assert told(broken) == ["8:11: 'name' cannot be 'My lake'"]
