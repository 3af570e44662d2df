from itertools import islice, pairwise

import pytest

from calmcli.exercises import timeline_of
from calmcli.exercises.length import Length, default_length, of_length
from calmcli.timeline import Cue, Timeline
from sittings import NOBODYS_SCRIPTS

FIVE_MINUTES = 300_000
SHIPPED = {
    "long-out": ([4000, 6000], FIVE_MINUTES),
    "even": ([5000, 5000], FIVE_MINUTES),
    "even-slower": ([5500, 5500], 297_000),
    "box": ([4000, 4000, 4000, 4000], 240_000),
    "box-three": ([3000, 3000, 3000, 3000], 240_000),
    "four-seven-eight": ([4000, 7000, 8000], 76_000),
    "sigh": ([3000, 1000, 6000], FIVE_MINUTES),
    "pursed": ([2000, 4000], None),
    "rest-after": ([4000, 4000, 2000], FIVE_MINUTES),
}


def whole(script: str) -> Timeline:
    return timeline_of(NOBODYS_SCRIPTS.find(script).script)


def planned(script: str) -> Timeline:
    return of_length(whole(script), default_length(NOBODYS_SCRIPTS.find(script).script))


def one_breath(script: str) -> list[Cue]:
    return list(whole(script).first_parts(1).head)


@pytest.mark.parametrize("script", SHIPPED)
def test_a_shipped_script_is_breathed_as_it_is_written(script: str) -> None:
    lengths, length_ms = SHIPPED[script]
    assert [cue.length_ms for cue in one_breath(script)] == lengths
    assert planned(script).length_ms == length_ms


@pytest.mark.parametrize("script", SHIPPED)
def test_the_lungs_are_as_full_at_the_end_of_a_cue_as_at_the_beginning_of_the_next(
    script: str,
) -> None:
    cues = list(islice(whole(script).cues(), 9))
    assert cues[0].level_from == 0
    for here, then in pairwise(cues):
        assert here.level_to == then.level_from


def test_a_top_up_fills_what_the_first_breath_in_has_left() -> None:
    levels = [(cue.level_from, cue.level_to) for cue in one_breath("sigh")]
    assert levels == [(0, 0.75), (0.75, 1), (1, 0)]


def test_holds_are_still() -> None:
    levels = [(cue.level_from, cue.level_to) for cue in one_breath("box")]
    assert levels == [(0, 1), (1, 1), (1, 0), (0, 0)]


def test_a_ramp_grows_over_its_minute_and_then_stays() -> None:
    timeline = whole("ramp")
    breaths = [cue.length_ms for cue in islice(timeline.cues(), 40)]
    ins, outs = breaths[::2], breaths[1::2]
    assert (ins[0], outs[0]) == (3000, 4000)
    assert ins == sorted(ins)
    assert outs == sorted(outs)
    assert max(ins) == 4000
    assert max(outs) == 6000
    first_grown = breaths.index(6000) - 1
    starts = [cue.start_ms for cue in islice(timeline.cues(), 40)]
    assert starts[first_grown - 2] < 60_000 <= starts[first_grown]
    assert breaths[first_grown:] == [4000, 6000] * ((40 - first_grown) // 2)
    assert timeline.length_ms is None


def test_a_script_that_caps_its_breaths_cannot_be_made_longer() -> None:
    timeline = whole("four-seven-eight")
    for length in (Length(cycles=50), Length(seconds=3600), Length()):
        assert of_length(timeline, length).parts == 8


def test_each_breath_is_a_part() -> None:
    assert [cue.part for cue in islice(whole("box").cues(), 9)] == [0, 0, 0, 0, 1, 1, 1, 1, 2]


@pytest.mark.parametrize(
    ("script", "slowest", "fastest"),
    [
        ("long-out", 75, 200),
        ("box", 100, 320),
        ("pursed", 50, 120),
        ("four-seven-eight", 100, 380),
        ("sigh", 75, 200),
        ("ramp", 75, 140),
    ],
)
def test_pace_keeps_every_phase_and_breath_within_the_bounds(
    script: str, slowest: int, fastest: int
) -> None:
    timeline = whole(script)
    assert (timeline.slowest, timeline.fastest) == (slowest, fastest)


def test_the_nearest_whole_breath_ends_a_session_of_so_many_seconds() -> None:
    assert of_length(whole("box"), Length(seconds=30)).length_ms == 32_000
    assert of_length(whole("box"), Length(seconds=1)).length_ms == 16_000
    assert of_length(whole("even-slower"), Length(cycles=3)).length_ms == 33_000
