from itertools import accumulate, islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from calmcli.content.model import BreathingScript
from calmcli.exercises.length import Length, of_length
from calmcli.exercises.own_pace import Tapping, cycle_of, own_timeline, written_ms
from calmcli.exercises.pace import LEAST_PHASE_MS
from calmcli.timeline import Cue, Timeline
from fakes import FakeClock
from sittings import NOBODYS_SCRIPTS

TEN_MINUTES = Length(seconds=600)
SCRIPTS = [
    found.script for found in NOBODYS_SCRIPTS.all() if isinstance(found.script, BreathingScript)
]
LONG_OUT = next(script for script in SCRIPTS if script.id == "long-out")
scripts = st.sampled_from(SCRIPTS)
cycles = st.integers(1_000, 20_000)
tappings = st.lists(st.integers(0, 30_000), max_size=60).map(lambda gaps: list(accumulate(gaps)))


def breaths(timeline: Timeline, most: int = 200) -> list[int]:
    """Milliseconds of one breath after another."""
    lengths: dict[int, int] = {}
    for cue in islice(timeline.cues(), most * 5):
        lengths[cue.part] = lengths.get(cue.part, 0) + cue.length_ms
    return list(lengths.values())[:most]


def a_minute(cycle_ms: int) -> float:
    return 60_000 / cycle_ms


def tapped_every(seconds: float, times: int) -> list[int]:
    return [round(seconds * 1000) * number for number in range(times)]


def test_taps_every_second_and_a_half_are_a_breath_of_three_seconds() -> None:
    cycle_ms = cycle_of(tapped_every(1.5, 14))
    assert cycle_ms == 3000
    timeline = of_length(own_timeline(LONG_OUT, cycle_ms), TEN_MINUTES)
    lengths = breaths(timeline)
    assert lengths[0] == 3000
    assert lengths[-1] == written_ms(LONG_OUT)
    assert sum(lengths) == timeline.length_ms
    assert abs(sum(lengths) - 600_000) <= 5000


@given(scripts, cycles)
def test_two_neighbours_differ_by_one_breath_a_minute_in_twenty_seconds_at_most(
    script: BreathingScript, cycle_ms: int
) -> None:
    lengths = breaths(own_timeline(script, cycle_ms))
    for here, then in pairwise(lengths):
        assert abs(a_minute(here) - a_minute(then)) <= here / 20_000 + 1e-9


@given(scripts, cycles)
def test_the_pace_of_the_script_is_reached_and_kept(script: BreathingScript, cycle_ms: int) -> None:
    timeline = own_timeline(script, cycle_ms)
    lengths = breaths(timeline)
    if script.max_cycles is None:
        assert lengths[-1] == written_ms(script)
        assert sum(breaths(Timeline(timeline.head))) <= 10 * 60_000
    assert lengths in (sorted(lengths), sorted(lengths, reverse=True))


@given(scripts, cycles)
def test_no_breath_leaves_the_bounds_of_an_own_pace(script: BreathingScript, cycle_ms: int) -> None:
    timeline = own_timeline(script, cycle_ms)
    holds = any(phase.phase in ("hold", "rest") for phase in script.breath)
    least, most = min(written_ms(script), 5000 if holds else 2500), 20_000
    for length in breaths(timeline):
        assert least <= length <= most
        assert least <= length * 100 / timeline.fastest
        assert length * 100 / timeline.slowest <= most
    assert all(cue.length_ms >= LEAST_PHASE_MS - 1 for cue in islice(timeline.cues(), 300))


@given(scripts, tappings)
def test_whatever_was_tapped_every_cue_is_on_one_timeline_without_gaps(
    script: BreathingScript, taps_ms: list[int]
) -> None:
    cycle_ms = cycle_of(taps_ms)
    if cycle_ms is None:
        return
    timeline = of_length(own_timeline(script, cycle_ms), TEN_MINUTES)
    cues: list[Cue] = list(timeline.cues())
    phases = [phase.words for phase in script.breath]
    assert cues[0].start_ms == 0
    assert all(here.end_ms == then.start_ms for here, then in pairwise(cues))
    assert cues[-1].end_ms == timeline.length_ms
    assert [cue.words for cue in cues] == phases * (cues[-1].part + 1)


@given(st.floats(0.8, 5), st.integers(0, 200))
def test_a_tap_that_was_missed_changes_nothing(seconds: float, missed: int) -> None:
    taps = tapped_every(seconds, max(8, round(20 / seconds)))
    left = [tap for at, tap in enumerate(taps) if at != missed % len(taps)]
    assert cycle_of(left) in (
        pytest.approx(2000 * seconds, abs=2),
        pytest.approx(2500 * seconds, abs=2),  # of few breaths a missed one is a good part
    )


@pytest.mark.parametrize(
    "taps_ms",
    [[], [0], [0, 1500], tapped_every(0.1, 200), tapped_every(15, 3), [0] * 50],
)
def test_too_few_taps_and_taps_that_no_body_breathes_tell_no_pace(taps_ms: list[int]) -> None:
    assert cycle_of(taps_ms) is None


def test_a_script_with_holds_begins_at_five_seconds_and_not_below() -> None:
    box = next(script for script in SCRIPTS if script.id == "box")
    assert breaths(own_timeline(box, 2000))[0] == 5000


def test_where_the_breath_is_slower_than_the_script_it_comes_up_to_it() -> None:
    lengths = breaths(own_timeline(LONG_OUT, 13_000))
    assert lengths[0] == 13_000
    assert lengths[-1] == 10_000


def test_tapping_ends_where_a_breath_in_begins_after_twenty_seconds() -> None:
    clock = FakeClock()
    tapping = Tapping(clock.now)
    clock.forward(4)
    taps = 0
    while not tapping.is_over():
        assert tapping.expects_in == (taps % 2 == 0)
        tapping.tap()
        taps += 1
        if not tapping.is_over():
            clock.forward(1.5)
    assert (taps, tapping.count, tapping.cycle_ms) == (15, 15, 3000)


def test_tapping_ends_by_itself_where_no_tap_comes() -> None:
    clock = FakeClock()
    tapping = Tapping(clock.now)
    clock.forward(19)
    assert not tapping.is_over()
    clock.forward(1)
    assert tapping.is_over()
    assert tapping.cycle_ms is None


def test_tapping_ends_by_itself_where_the_last_tap_does_not_come() -> None:
    clock = FakeClock()
    tapping = Tapping(clock.now)
    for _ in range(4):
        tapping.tap()
        clock.forward(2)
    clock.forward(17)
    assert not tapping.is_over()
    clock.forward(1)
    assert tapping.is_over()
    assert tapping.cycle_ms == 4000
