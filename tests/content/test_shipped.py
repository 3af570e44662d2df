import re
from typing import get_args

import pytest

from calmcli.content.described import Tag
from calmcli.content.library import shipped_script
from calmcli.content.model import BreathingScript
from calmcli.content.shipped import SHIPPED

TIMINGS = {
    "long-out": ("in 4, out 6", "5 minutes", ()),
    "even": ("in 5, out 5", "5 minutes", ()),
    "even-slower": ("in 5.5, out 5.5", "5 minutes", ()),
    "box": ("in 4, hold 4, out 4, rest 4", "4 minutes", ("breath_hold", "slow_pace")),
    "box-three": ("in 3, hold 3, out 3, rest 3", "4 minutes", ("breath_hold",)),
    "four-seven-eight": (
        "in 4, hold 7, out 8",
        "4 cycles, at most 8",
        ("breath_hold", "slow_pace"),
    ),
    "sigh": ("in 3, top_up 1, out 6", "5 minutes", ()),
    "pursed": ("in 2, out 4", "open-ended", ()),
    "rest-after": ("in 4, out 4, rest 2", "5 minutes", ("rest_after",)),
    "ramp": ("in 3 to 4, out 4 to 6", "5 minutes, a ramp of 60 s", ()),
}
AVOIDED = re.compile(
    r"\b(relax|calm down|just|simply|don't worry|deep|good|nice|safe|victim|you will"
    r"|close your eyes|for me)\b",
    re.IGNORECASE,
)


def timing(script: BreathingScript) -> str:
    return ", ".join(
        f"{phase.phase} "
        + (f"{phase.start_seconds:g} to " if phase.start_seconds else "")
        + f"{phase.seconds:g}"
        for phase in script.breath
    )


def length(script: BreathingScript) -> str:
    if script.open_ended:
        said = "open-ended"
    elif script.cycles:
        said = f"{script.cycles} cycles"
    else:
        said = f"{script.minutes:g} minutes"
    said += f", at most {script.max_cycles}" if script.max_cycles else ""
    return said + (f", a ramp of {script.ramp_seconds:g} s" if script.ramp_seconds else "")


def test_every_shipped_file_is_listed_and_the_other_way_round() -> None:
    folders = {path.parent for path in SHIPPED.values()}
    files = {path for folder in folders for path in folder.iterdir()}
    assert files == set(SHIPPED.values())
    assert list(SHIPPED) == list(TIMINGS)


@pytest.mark.parametrize("script_id", TIMINGS)
def test_a_shipped_script_has_its_timing_length_and_tags(script_id: str) -> None:
    script = shipped_script(script_id).script
    assert (timing(script), length(script), script.tags) == TIMINGS[script_id]


@pytest.mark.parametrize("script_id", SHIPPED)
def test_a_shipped_script_is_named_after_its_id_and_has_sources(script_id: str) -> None:
    found = shipped_script(script_id)
    assert found.script.id == script_id == found.path.stem
    assert found.script.sources
    assert found.script.language == "en"
    assert not found.script.advanced


@pytest.mark.parametrize("script_id", SHIPPED)
def test_a_shipped_script_speaks_gently_and_in_one_sentence(script_id: str) -> None:
    script = shipped_script(script_id).script
    words = [script.title, script.about, *(phase.words for phase in script.breath)]
    assert not AVOIDED.search(" ".join(words))
    assert script.about.endswith(".")
    assert ". " not in script.about


def test_the_pattern_with_a_long_hold_says_what_it_can_do() -> None:
    about = shipped_script("four-seven-eight").script.about
    assert "sitting" in about
    assert "light-headed" in about


def test_the_tags_are_a_closed_list() -> None:
    assert len(get_args(Tag)) == 8
