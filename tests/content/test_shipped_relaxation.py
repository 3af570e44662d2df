import re

import pytest

from calmcli.content.areas import areas_of
from calmcli.content.library import shipped_script
from calmcli.content.model import Area, Part, RelaxationScript, Step
from calmcli.content.muscle_rules import relaxation_ms
from calmcli.content.texts import spoken_words

TENSING = ("muscle_tension", "lowers_arousal", "body_focus")
LETTING_GO = ("lowers_arousal", "body_focus")
AGAINST_FAINTING = ("muscle_tension", "body_focus")

LENGTHS = {
    "pmr-7": (300, 360, TENSING),
    "pmr-4": (165, 195, TENSING),
    "pmr-16": (630, 690, TENSING),
    "pmr-16-twice": (1140, 1260, TENSING),
    "pmr-quick": (165, 200, TENSING),
    "release-only": (300, 420, LETTING_GO),
    "cue-controlled": (120, 180, LETTING_GO),
    "applied-tension": (165, 210, AGAINST_FAINTING),
    "leg-tension": (40, 40, AGAINST_FAINTING),
}
"""Least and most seconds of each (of one round, where it is open-ended), and its tags."""

SIXTEEN: list[tuple[Area, ...]] = [
    ("hand", "forearm"),
    ("upper_arm",),
    ("hand", "forearm"),
    ("upper_arm",),
    ("forehead",),
    ("eyes",),
    ("jaw",),
    ("neck",),
    ("chest", "shoulders", "back"),
    ("belly",),
    ("thigh",),
    ("lower_leg",),
    ("foot",),
    ("thigh",),
    ("lower_leg",),
    ("foot",),
]


def relaxation(script_id: str) -> RelaxationScript:
    script = shipped_script(script_id).script
    assert isinstance(script, RelaxationScript)
    return script


def groups(script_id: str) -> list[Part]:
    """The parts that are about somewhere in the body."""
    return [part for part in relaxation(script_id).parts if part.areas]


def tensing(script_id: str) -> list[Step]:
    return [step for part in groups(script_id) for step in part.steps if step.phase == "tense"]


def released(part: Part) -> float:
    return sum(step.seconds for step in part.steps if step.phase != "tense")


@pytest.mark.parametrize("script_id", LENGTHS)
def test_a_relaxation_has_its_length_and_tags(script_id: str) -> None:
    script = relaxation(script_id)
    least, most, tags = LENGTHS[script_id]
    assert least * 1000 <= relaxation_ms(script.parts, script.rounds) <= most * 1000
    assert script.tags == tags
    assert script.open_ended == (script_id == "leg-tension")


@pytest.mark.parametrize("script_id", ["pmr-16", "pmr-16-twice"])
def test_the_sixteen_groups_come_in_their_order_hands_first(script_id: str) -> None:
    assert [part.areas for part in groups(script_id)] == SIXTEEN
    names = [part.name for part in groups(script_id)]
    assert names[0].startswith("Stronger hand")
    assert names[2].startswith("Other hand")
    assert names[10].startswith("Stronger side")
    assert names[13].startswith("Other")
    assert {part.times for part in groups(script_id)} == {2 if "twice" in script_id else 1}


@pytest.mark.parametrize(
    ("script_id", "count", "tense", "let_go"),
    [
        ("pmr-16", 16, (5, 7), (30, 40)),
        ("pmr-16-twice", 16, (5, 7), (30, 40)),
        ("pmr-7", 7, (5, 7), (30, 40)),
        ("pmr-4", 4, (5, 7), (30, 40)),
        ("pmr-quick", 8, (5, 5), (15, 20)),
    ],
)
def test_each_group_is_tensed_and_let_go_of_for_as_long_as_its_source_says(
    script_id: str, count: int, tense: tuple[int, int], let_go: tuple[int, int]
) -> None:
    assert len(groups(script_id)) == count
    for part in groups(script_id):
        assert [step.phase for step in part.steps] == ["tense", "let_go", "settle"]
        assert tense[0] <= part.steps[0].seconds <= tense[1]
        assert let_go[0] <= released(part) <= let_go[1]


@pytest.mark.parametrize("script_id", ["pmr-16", "pmr-7", "pmr-4", "pmr-quick"])
def test_a_whole_body_is_covered_but_for_the_hips(script_id: str) -> None:
    areas = set(areas_of(relaxation(script_id)))
    arms_trunk_and_legs = {"hand", "upper_arm", "shoulders", "belly", "thigh", "lower_leg", "foot"}
    assert arms_trunk_and_legs | {"forehead", "eyes", "jaw"} <= areas


@pytest.mark.parametrize("script_id", LENGTHS)
def test_toes_are_drawn_up_and_never_pointed(script_id: str) -> None:
    toes = [step.words for step in tensing(script_id) if "toes" in step.words]
    assert all(re.search(r"toes up\b", words) for words in toes)
    assert not [words for _, words in spoken_words(relaxation(script_id)) if "point" in words]
    if any("foot" in part.areas for part in groups(script_id)) and tensing(script_id):
        assert toes


@pytest.mark.parametrize("script_id", LENGTHS)
def test_no_breath_is_held(script_id: str) -> None:
    for _, words in spoken_words(relaxation(script_id)):
        assert not re.search(r"\bhold\b|\bheld breath\b|deep", words, re.IGNORECASE)


@pytest.mark.parametrize("script_id", ["pmr-16", "pmr-16-twice", "pmr-7", "pmr-4", "pmr-quick"])
def test_it_says_first_that_half_the_effort_will_do_and_what_hurts_can_be_left_out(
    script_id: str,
) -> None:
    first = " ".join(step.words for step in relaxation(script_id).parts[0].steps)
    assert "alf your effort" in first
    assert "hurts" in first
    assert "breath" in first


@pytest.mark.parametrize("script_id", ["pmr-16", "pmr-7", "pmr-quick", "release-only"])
def test_what_is_done_names_its_area_for_those_whose_eyes_are_closed(script_id: str) -> None:
    for part in groups(script_id):
        assert re.match(r"[A-Z][^:]+: ", part.steps[0].words)


def test_without_the_neck_seven_areas_never_speak_of_it() -> None:
    script = relaxation("pmr-7")
    kept = [part for part in script.parts if "neck" not in part.areas]
    assert len(kept) == len(script.parts) - 1
    assert not [words for part in kept for _, words in spoken_words(part) if "neck" in words]


def test_letting_go_goes_from_head_to_toe_without_tensing() -> None:
    parts = groups("release-only")
    assert parts[0].areas == ("forehead",)
    assert parts[-1].areas == ("foot",)
    assert tensing("release-only") == []
    assert all(15 <= released(part) <= 30 for part in parts)


def test_a_word_of_ones_own_goes_with_the_breath_out() -> None:
    script = relaxation("cue-controlled")
    assert [one.name for one in script.inputs] == ["word"]
    assert len([words for _, words in spoken_words(script) if "{word}" in words]) == 2


def test_tension_against_fainting_goes_back_to_ordinary_and_not_to_loose() -> None:
    [part] = groups("applied-tension")
    tense, ease, stay = part.steps
    assert part.times == 5
    assert 10 <= tense.seconds <= 15
    assert 20 <= released(part) <= 30
    assert "until your face is warm" in tense.words
    assert "ordinary, not loose" in ease.words
    assert "awake" in stay.words
    assert {"upper_arm", "chest", "belly", "thigh"} <= set(part.areas)


def test_leg_tension_is_five_seconds_on_and_five_off_with_the_needle_arm_loose() -> None:
    said = " ".join(words for _, words in spoken_words(relaxation("leg-tension")))
    for part in groups("leg-tension"):
        assert [(step.phase, step.seconds) for step in part.steps] == [("tense", 5), ("let_go", 5)]
        assert set(part.areas) == {"thigh", "lower_leg"}
    assert len(groups("leg-tension")) == len(relaxation("leg-tension").parts)
    assert "needle arm stay loose" in said
    assert "go on breathing" in said
    assert "Cross your legs" in said
