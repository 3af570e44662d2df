"""What is said of a script before it begins."""

import pytest

from calmcli.content.model import Script
from calmcli.exercises import timeline_of
from calmcli.exercises.length import default_length, of_length
from calmcli.inside import caution, inside
from calmcli.profile import MATTERS
from calmcli.words import inside as said
from calmcli.words.cautions import LEFT_OUT_WITH, better_left_out
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


@pytest.mark.parametrize(
    ("script_id", "who"),
    [
        (
            "applied-tension",
            (
                "heart or blood pressure trouble, pregnancy, recent surgery, an injury, a hernia"
                " or glaucoma"
            ),
        ),
        ("box", "heart or blood pressure trouble, pregnancy, lung trouble or panic attacks"),
    ],
)
def test_who_had_better_leave_a_script_out_is_one_sentence(script_id: str, who: str) -> None:
    assert caution(NOBODYS_SCRIPTS.find(script_id).script) == f"Better left out with {who}."


@pytest.mark.parametrize("script", EVERY, ids=lambda script: script.id)
def test_a_sentence_of_caution_is_there_when_a_tag_asks_for_one_and_only_then(
    script: Script,
) -> None:
    of_bodies = {"muscle_tension", "breath_hold", "slow_pace"}
    assert bool(caution(script)) == bool(of_bodies & set(script.tags))


def test_everyone_to_whom_one_of_these_tags_matters_is_named() -> None:
    concerned = MATTERS["muscle_tension"] | MATTERS["breath_hold"] | MATTERS["slow_pace"]
    assert concerned == set(LEFT_OUT_WITH)
    said_to_all = better_left_out(LEFT_OUT_WITH)
    assert all(who in said_to_all for who in LEFT_OUT_WITH.values())
    assert better_left_out(["glaucoma"]) == "Better left out with glaucoma."
    assert better_left_out([]) == ""
