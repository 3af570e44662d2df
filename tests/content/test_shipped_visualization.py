import re

import pytest

from calmcli.content.inputs import filled
from calmcli.content.library import shipped_script
from calmcli.content.lines import lines_ms
from calmcli.content.model import VisualizationScript
from calmcli.content.speaking import word_count
from calmcli.content.texts import spoken_words

LENGTHS = {
    "steady-place": (240, 360, ("imagery", "body_focus", "lowers_arousal")),
    "container": (180, 240, ("imagery",)),
    "leaves": (180, 300, ("imagery",)),
    "visit-rehearsal": (300, 480, ("imagery",)),
    "then-and-now": (105, 135, ("imagery",)),
}
"""Least and most seconds of each, and its tags."""


def visualization(script_id: str) -> VisualizationScript:
    script = shipped_script(script_id).script
    assert isinstance(script, VisualizationScript)
    return script


def lines(script_id: str) -> list[str]:
    script = visualization(script_id)
    return [filled(words, script.inputs, {}) for _, words in spoken_words(script)]


def names(script_id: str) -> list[str]:
    return [part.name for part in visualization(script_id).parts]


@pytest.mark.parametrize("script_id", LENGTHS)
def test_a_visualization_has_its_length_and_tags(script_id: str) -> None:
    script = visualization(script_id)
    least, most, tags = LENGTHS[script_id]
    assert least * 1000 <= lines_ms(script.parts, script.inputs) <= most * 1000
    assert script.tags == tags
    assert script.kinder == "five-senses"


@pytest.mark.parametrize("script_id", LENGTHS)
def test_no_line_has_more_than_fourteen_words(script_id: str) -> None:
    assert [line for line in lines(script_id) if word_count(line) > 14] == []


@pytest.mark.parametrize("script_id", LENGTHS)
def test_eyes_may_stay_open_and_the_first_line_or_two_say_so(script_id: str) -> None:
    assert "Your eyes may stay open" in lines(script_id)[0]


@pytest.mark.parametrize("script_id", LENGTHS)
def test_it_ends_in_the_room_one_is_in(script_id: str) -> None:
    last = visualization(script_id).parts[-1]
    assert last.name in {"Coming back", "Now"}
    assert "room" in " ".join(line.words for line in last.lines)


def test_a_place_is_chosen_met_by_the_senses_felt_named_and_left() -> None:
    assert names("steady-place") == [
        "Before it begins",
        "Choosing a place",
        "Seeing",
        "Hearing",
        "Touching",
        "Smelling",
        "Where it is felt",
        "A word for it",
        "Coming back",
    ]
    said = lines("steady-place")
    assert "Nobody else is there: only you and the place." in said
    assert "If it turns uncomfortable, you could change it, or leave." in said
    assert "It may be real or imagined, near or far away." in said
    assert [one.name for one in visualization("steady-place").inputs] == ["place"]


def test_a_container_is_locked_and_nothing_in_it_is_described() -> None:
    said = " ".join(lines("container"))
    assert "lock" in said
    assert "for now" in said
    assert "no need to look at what is hard, or to name it" in said
    assert not re.search(r"(describe|picture|notice|see) (it|the thing|what is hard)\b", said)


def test_a_thought_is_noticed_set_on_a_leaf_and_let_pass() -> None:
    steps = [words for words in lines("leaves") if re.search("thought|leaf", words)]
    assert steps[0].startswith("Notice the next thought")
    assert steps[1].startswith("Set the thought on a leaf")
    assert steps[2].startswith("Let the leaf pass")


def test_a_visit_is_rehearsed_with_its_plan_and_ends_at_home() -> None:
    parts = names("visit-rehearsal")
    plan = [parts.index(name) for name in ("The signal", "The breath", "The question")]
    assert plan == sorted(plan)
    assert parts[-2:] == ["At home", "Coming back"]
    assert [one.name for one in visualization("visit-rehearsal").inputs] == ["signal", "question"]
    assert "See yourself ask your question: what happens next?" in lines("visit-rehearsal")


def test_today_differs_in_three_ways_and_then_is_not_gone_over() -> None:
    said = lines("then-and-now")
    ways = [words for words in said if re.match(r"Find (one|a second|a third) way", words)]
    assert len(ways) == 3
    assert "There is no need to go over what was then." in said
