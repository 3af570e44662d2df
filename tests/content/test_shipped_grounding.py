import re

import pytest

from calmcli.content.library import shipped_script
from calmcli.content.lines import lines_ms
from calmcli.content.model import GroundingScript
from calmcli.content.speaking import word_count
from calmcli.content.texts import spoken_words

LENGTHS = {
    "five-senses": (165, 195),
    "object-hunt": (120, 180),
    "facts": (120, 180),
    "categories": (120, 180),
}
"""Least and most seconds of each, when no key is pressed."""

BAD_FEELINGS = re.compile(
    r"\b(feel\w*|afraid|scar\w+|worr\w+|upset|pain\w*|hurt\w*|needle|blood|hospital|doctor|nurse)\b"
)


def grounding(script_id: str) -> GroundingScript:
    script = shipped_script(script_id).script
    assert isinstance(script, GroundingScript)
    return script


def lines(script_id: str) -> list[str]:
    return [words for _, words in spoken_words(grounding(script_id))]


@pytest.mark.parametrize("script_id", LENGTHS)
def test_a_grounding_has_its_length_and_brings_no_caution(script_id: str) -> None:
    least, most = LENGTHS[script_id]
    assert least * 1000 <= lines_ms(grounding(script_id).parts, ()) <= most * 1000
    assert grounding(script_id).tags == ()


@pytest.mark.parametrize("script_id", LENGTHS)
def test_no_line_has_more_than_fourteen_words(script_id: str) -> None:
    assert [line for line in lines(script_id) if word_count(line) > 14] == []


@pytest.mark.parametrize("script_id", LENGTHS)
def test_nothing_is_said_about_the_bad_feeling(script_id: str) -> None:
    assert [line for line in lines(script_id) if BAD_FEELINGS.search(line.casefold())] == []


@pytest.mark.parametrize("script_id", LENGTHS)
def test_what_is_to_be_found_or_answered_waits_for_it(script_id: str) -> None:
    parts = grounding(script_id).parts
    waiting = [line for part in parts for line in part.lines if line.waits]
    assert len(waiting) >= 9
    assert all(line.seconds >= 8 for line in waiting)


def test_the_senses_count_down_with_colour_and_warmth_for_smell_and_taste() -> None:
    parts = grounding("five-senses").parts
    counted = [(part.name, sum(line.waits for line in part.lines)) for part in parts]
    assert counted == [
        ("Seeing", 5),
        ("Touching", 4),
        ("Hearing", 3),
        ("Colours", 2),
        ("Warm or cool", 1),
        ("Here", 0),
    ]
    assert not re.search("smell|taste", " ".join(lines("five-senses")))


def test_the_things_to_find_are_not_medical() -> None:
    assert "not medical" in lines("object-hunt")[0]


@pytest.mark.parametrize("asked", ["the date", "the way out", "Who is with you", "this end"])
def test_the_facts_are_asked_for(asked: str) -> None:
    assert [line for line in lines("facts") if asked in line]
