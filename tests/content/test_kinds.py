import pytest

from calmcli.content.model import (
    GroundingLine,
    GroundingPart,
    GroundingScript,
    Input,
    Part,
    RelaxationScript,
    Step,
    VisualizationLine,
    VisualizationPart,
    VisualizationScript,
)
from content.reading import problems_of, script_of, told
from content.samples import GROUNDING, RELAXATION, VISUALIZATION, altered


def test_a_relaxation_is_read_with_all_that_it_says() -> None:
    written = altered(
        RELAXATION, ("parts:", "rounds: 3\nvariant_of: longer\nkinder: softer\nparts:")
    )
    assert script_of(RelaxationScript, written) == RelaxationScript(
        format=1,
        language="en",
        id="my-hands",
        title="My hands",
        about="Two hands, one after the other.",
        rounds=3,
        variant_of="longer",
        kinder="softer",
        parts=(
            Part(
                name="Left hand",
                areas=("hand",),
                steps=(
                    Step(phase="tense", seconds=5, words="Make a loose fist with the left hand"),
                    Step(phase="let_go", seconds=15, words="Let the hand open"),
                ),
            ),
            Part(
                name="Both",
                times=2,
                steps=(Step(phase="settle", seconds=10, words="Notice how it is now"),),
            ),
        ),
        tags=("muscle_tension",),
    )


def test_a_visualization_is_read_with_all_that_it_says() -> None:
    script = script_of(VisualizationScript, VISUALIZATION)
    assert script.inputs == (
        Input(name="lake", ask="Which lake comes to mind?", otherwise="a lake"),
    )
    lines = (
        VisualizationLine(words="Picture {lake}", pause=2),
        VisualizationLine(words="Notice the water", pause=6),
    )
    assert script.parts == (VisualizationPart(name="The shore", lines=lines),)


def test_a_grounding_is_read_with_all_that_it_says() -> None:
    lines = (
        GroundingLine(words="Look around the room", seconds=5),
        GroundingLine(words="Find something round", seconds=12, waits=True),
    )
    script = script_of(GroundingScript, GROUNDING)
    assert script.parts == (GroundingPart(name="Shapes", lines=lines),)


@pytest.mark.parametrize(
    ("written", "old", "new", "problem"),
    [
        (RELAXATION, "[hand]", "[hnad]", "9:13: unknown word 'hnad' for 'areas'"),
        (RELAXATION, "phase: tense", "phase: hold", "11:16: unknown word 'hold' for 'phase'"),
        (RELAXATION, "seconds: 5", "seconds: 1.5", "12:18: 'seconds' is 1.5; the least is 2"),
        (RELAXATION, "seconds: 15", "seconds: 61", "15:18: 'seconds' is 61; the most is 60"),
        (RELAXATION, "times: 2", "times: 11", "18:12: 'times' is 11; the most is 10"),
        (RELAXATION, "times: 2", "times: 1.5", "18:12: 'times' needs a whole number, not '1.5'"),
        (RELAXATION, "parts:", "rounds: 0\nparts:", "7:9: 'rounds' is 0; the least is 1"),
        (
            RELAXATION,
            "Let the hand open",
            "a" * 91,
            "16:16: 'words' is 91 characters long; the most is 90",
        ),
        (VISUALIZATION, "pause: 6", "pause: 61", "16:16: 'pause' is 61; the most is 60"),
        (VISUALIZATION, "pause: 6", "pause: -1", "16:16: 'pause' is -1; the least is 0"),
        (GROUNDING, "seconds: 5", "seconds: 2", "11:18: 'seconds' is 2; the least is 3"),
        (GROUNDING, "seconds: 12", "seconds: 121", "13:18: 'seconds' is 121; the most is 120"),
        (GROUNDING, "waits: true", "waits: yes", "14:16: 'waits' cannot be 'yes'"),
        (GROUNDING, "        seconds: 5\n", "", "10:9: 'seconds' is missing"),
        (GROUNDING, "name: Shapes", "name:", "8:5: 'name' needs a value"),
        (
            GROUNDING,
            "name: Shapes",
            "name: " + "a" * 61,
            "8:11: 'name' is 61 characters long; the most is 60",
        ),
        (
            GROUNDING,
            "language: en\n",
            "language: en\nadvanced: true\n",
            "3:1: unknown key 'advanced'",
        ),
    ],
)
def test_a_slip_in_a_part_is_told_at_its_place(
    written: str, old: str, new: str, problem: str
) -> None:
    assert told(altered(written, (old, new))) == [problem]


def test_a_step_that_was_refused_as_a_whole_is_told_alone() -> None:
    step = "      - phase: let_go\n        seconds: 15\n        words: Let the hand open\n"
    written = altered(RELAXATION, (step, "      - *again\n"))
    assert told(written) == ["14:9: '*again' stands for words from another place"]


def lines(count: int) -> str:
    head = GROUNDING[: GROUNDING.index("      - words")]
    return head + "      - {words: Look, seconds: 3}\n" * count


def parts(count: int) -> str:
    head = GROUNDING[: GROUNDING.index("  - name")]
    return head + "  - {name: Here, lines: [{words: Look, seconds: 3}]}\n" * count


def test_a_part_has_at_least_one_line_and_at_most_forty() -> None:
    assert told(lines(1)) == told(lines(40)) == []
    assert told(lines(41)) == ["10:7: 'lines' has 41 items; the most is 40"]
    empty = lines(0).replace("lines:", "lines: []")
    assert told(empty) == ["9:12: 'lines' has no items"]
    assert [problem.hint for problem in problems_of(empty)] == [
        "add 'lines:' and below it an item for each line"
    ]


def test_a_script_has_at_least_one_part_and_at_most_sixty() -> None:
    assert told(parts(1)) == told(parts(60)) == []
    assert told(parts(61)) == ["8:3: 'parts' has 61 items; the most is 60"]
    assert told(parts(0).replace("parts:", "parts: []")) == ["7:8: 'parts' has no items"]


@pytest.mark.parametrize("written", [RELAXATION, VISUALIZATION, GROUNDING])
def test_a_script_without_its_kind_is_read_as_the_one_it_looks_like(written: str) -> None:
    lines = written.splitlines(keepends=True)
    assert told("".join(lines[:2] + lines[3:])) == ["1:1: 'kind' is missing"]


@pytest.mark.parametrize(
    ("written", "kind", "word"),
    [
        (RELAXATION, "relaxation", "relax"),
        (VISUALIZATION, "visualization", "visualisation"),
        (GROUNDING, "grounding", "Grounding"),
    ],
)
def test_a_slip_in_the_kind_hides_nothing_and_makes_up_nothing(
    written: str, kind: str, word: str
) -> None:
    slipped = altered(written, (f"kind: {kind}", f"kind: {word}"))
    assert told(slipped) == [f"3:7: unknown kind '{word}'"]


@pytest.mark.parametrize("key", ["kinder", "variant_of"])
def test_a_script_does_not_name_itself(key: str) -> None:
    written = altered(GROUNDING, ("parts:", f"{key}: my-room\nparts:"))
    place = f"7:{len(key) + 3}"
    assert told(written) == [f"{place}: '{key}' names this script itself"]
    assert told(altered(written, (f"{key}: my-room", f"{key}: other"))) == []


def test_a_name_of_another_script_is_an_id() -> None:
    written = altered(GROUNDING, ("parts:", "kinder: My Own\nparts:"))
    assert told(written) == ["7:9: 'kinder' cannot be 'My Own'"]
