"""What is said of a script before it begins."""

import pytest

from calmcli.exercises import timeline_of
from calmcli.exercises.length import default_length, of_length
from calmcli.inside import inside
from calmcli.words import inside as said
from sittings import NOBODYS_SCRIPTS

EVERY = [found.script for found in NOBODYS_SCRIPTS.all()]


def told(script_id: str, *left_out: str) -> list[str]:
    script = NOBODYS_SCRIPTS.find(script_id).script
    return inside(script, of_length(timeline_of(script), default_length(script)), left_out)


@pytest.mark.parametrize(
    ("script", "lines"),
    [
        ("long-out", ["30 breaths, in 4, out 6, no holds, eyes as you like, no sound."]),
        ("ramp", ["31 breaths, in 3 to 4, out 4 to 6, no holds, eyes as you like, no sound."]),
        ("pursed", ["In 2, out 4, no holds, eyes as you like, no sound."]),
        ("four-seven-eight", ["4 breaths, in 4, hold 7, out 8, eyes as you like, no sound."]),
        (
            "pmr-4",
            [
                (
                    "6 parts, tensing with half effort, 6 seconds at most, no held breath,"
                    " eyes as you like, no sound."
                ),
                (
                    "With: hand, forearm, upper arm, forehead, eyes, jaw, neck, chest, shoulders,"
                    " back, belly, thigh, lower leg, foot."
                ),
            ],
        ),
        ("leaves", ["4 parts, something to imagine, eyes as you like, no sound."]),
        ("facts", ["7 parts, eyes open, no sound."]),
    ],
)
def test_the_facts_of_a_script_are_a_line_or_two(script: str, lines: list[str]) -> None:
    assert told(script) == lines


def test_what_is_left_out_is_not_named() -> None:
    whole, without = told("pmr-7"), told("pmr-7", "Neck")
    assert "neck" in whole[1]
    assert "neck" not in without[1]
    assert int(without[0].split()[0]) == int(whole[0].split()[0]) - 1


@pytest.mark.parametrize("script", EVERY, ids=lambda script: script.id)
def test_every_script_says_what_it_holds_in_facts_alone(script: object) -> None:
    lines = told(script.id)  # type: ignore[attr-defined]
    assert len(lines) in (1, 2)
    for line in lines:
        assert line.isascii()
        assert "{" not in line
        assert "warning" not in line.lower()


def test_what_will_be_heard_is_named() -> None:
    assert said.sound(voice=False, chimes=False) == said.SILENT
    assert said.sound(voice=True, chimes=False) == said.SPOKEN
    assert said.sound(voice=True, chimes=True) == "a voice and soft chimes"
