import pytest

from content.reading import told
from content.samples import GROUNDING, RELAXATION, VISUALIZATION, altered, breathing


@pytest.mark.parametrize(
    "written",
    [
        breathing("in 4", "out 6"),
        breathing("in 4", "hold 2", "out 4", tags="[breath_hold]"),
        RELAXATION,
        altered(RELAXATION, ("tense", "settle"), ("muscle_tension", "body_focus")),
        VISUALIZATION,
        GROUNDING,
    ],
)
def test_the_tags_that_can_be_worked_out_are_those_that_a_script_needs(written: str) -> None:
    assert told(written) == []


@pytest.mark.parametrize(
    ("written", "old", "new", "problem"),
    [
        (RELAXATION, "tags: [muscle_tension]\n", "", "1:1: the tag 'muscle_tension' is missing"),
        (
            RELAXATION,
            "phase: tense",
            "phase: settle",
            "23:8: the tag 'muscle_tension' does not hold",
        ),
        (VISUALIZATION, "[imagery]", "[body_focus]", "17:7: the tag 'imagery' is missing"),
    ],
)
def test_a_script_that_declares_otherwise_is_told(
    written: str, old: str, new: str, problem: str
) -> None:
    assert told(altered(written, (old, new))) == [problem]


@pytest.mark.parametrize(
    "tag", ["lowers_arousal", "eyes_closed", "body_focus", "breath_hold", "imagery"]
)
def test_tags_that_cannot_be_worked_out_are_the_authors_to_choose(tag: str) -> None:
    assert told(altered(RELAXATION, ("[muscle_tension]", f"[muscle_tension, {tag}]"))) == []
    assert told(GROUNDING + f"tags: [{tag}]\n") == []


def test_a_part_that_cannot_be_read_may_be_the_one_that_tenses() -> None:
    written = altered(RELAXATION, ("seconds: 5\n", "seconds: x\n"))
    assert told(written) == ["12:18: 'seconds' needs a plain number, not 'x'"]


def test_a_misspelt_tag_of_a_visualization_is_not_also_missing() -> None:
    assert told(altered(VISUALIZATION, ("[imagery]", "[imagry]"))) == [
        "17:8: unknown word 'imagry' for 'tags'"
    ]
