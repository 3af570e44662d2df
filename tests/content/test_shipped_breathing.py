import pytest

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


def breathing(script_id: str) -> BreathingScript:
    script = shipped_script(script_id).script
    assert isinstance(script, BreathingScript)
    return script


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


def test_they_are_listed_in_their_order() -> None:
    kept = [name for name, path in SHIPPED.items() if path.parent.name == "breathing"]
    assert kept == list(TIMINGS)


@pytest.mark.parametrize("script_id", TIMINGS)
def test_a_breath_has_its_timing_length_and_tags(script_id: str) -> None:
    script = breathing(script_id)
    assert (timing(script), length(script), script.tags) == TIMINGS[script_id]
    assert not script.advanced


def test_the_pattern_with_a_long_hold_says_what_it_can_do() -> None:
    about = breathing("four-seven-eight").about
    assert "sitting" in about
    assert "light-headed" in about


@pytest.mark.parametrize("script_id", ["box", "box-three", "four-seven-eight"])
def test_a_breath_with_holds_names_one_without(script_id: str) -> None:
    kinder = breathing(script_id).kinder
    assert kinder is not None
    assert {phase.phase for phase in breathing(kinder).breath} == {"in", "out"}
