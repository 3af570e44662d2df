import pytest

from calmcli.content.areas import areas_of
from calmcli.content.loader import read_script
from calmcli.content.model import RelaxationScript
from calmcli.content.muscle_rules import relaxation_ms
from content.reading import script_of, told
from content.samples import GROUNDING, RELAXATION, altered


@pytest.mark.parametrize(
    ("seconds", "problems"),
    [
        ("2", []),
        ("15", []),
        ("15.001", ["12:18: 'tense' lasts 15.001 s; the most is 15 s"]),
        ("60", ["12:18: 'tense' lasts 60 s; the most is 15 s"]),
    ],
)
def test_a_muscle_is_tensed_for_at_most_fifteen_seconds(seconds: str, problems: list[str]) -> None:
    assert told(altered(RELAXATION, ("seconds: 5\n", f"seconds: {seconds}\n"))) == problems


@pytest.mark.parametrize("after", ["let_go", "settle"])
def test_tension_is_followed_by_letting_go_or_settling(after: str) -> None:
    assert told(altered(RELAXATION, ("let_go", after))) == []


def test_tension_after_tension_and_at_the_end_of_a_part_is_told() -> None:
    assert told(altered(RELAXATION, ("let_go", "tense"))) == [
        "11:9: nothing lets go of this tension",
        "14:9: nothing lets go of this tension",
    ]


def test_tension_is_not_let_go_of_in_another_part() -> None:
    written = altered(
        RELAXATION,
        ("      - phase: let_go\n        seconds: 15\n        words: Let the hand open\n", ""),
    )
    assert told(written) == ["11:9: nothing lets go of this tension"]


def test_parts_around_one_that_cannot_be_read_are_still_checked() -> None:
    written = altered(
        RELAXATION, ("phase: settle", "phase: rest"), ("seconds: 5\n", "seconds: 16\n")
    )
    assert told(written) == [
        "12:18: 'tense' lasts 16 s; the most is 15 s",
        "20:16: unknown word 'rest' for 'phase'",
    ]


def test_a_script_goes_round_or_goes_on_but_not_both() -> None:
    endless = altered(RELAXATION, ("parts:", "open_ended: true\nparts:"))
    assert told(endless) == []
    assert told(altered(endless, ("parts:", "rounds: 1\nparts:"))) == []
    assert told(altered(endless, ("parts:", "rounds: 2\nparts:"))) == [
        "8:9: 'rounds' and 'open_ended' cannot both be there"
    ]


@pytest.mark.parametrize(("rounds", "seconds"), [(1, 40), (3, 120)])
def test_its_length_counts_every_time_and_every_round(rounds: int, seconds: int) -> None:
    script = script_of(
        RelaxationScript, altered(RELAXATION, ("parts:", f"rounds: {rounds}\nparts:"))
    )
    assert relaxation_ms(script.parts, script.rounds) == seconds * 1000


def test_its_areas_are_named_once_each_in_the_order_they_come() -> None:
    written = altered(
        RELAXATION, ("[hand]", "[hand, forearm]"), ("times: 2", "areas: [belly, hand]")
    )
    assert areas_of(script_of(RelaxationScript, written)) == ("hand", "forearm", "belly")


def test_other_kinds_have_no_areas() -> None:
    assert areas_of(read_script(GROUNDING, "my.yaml")) == ()
