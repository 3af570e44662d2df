from itertools import islice, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from calmcli.timeline import Cue, Timeline
from lines_of_cues import any_timelines, part_lengths, timeline_from, timelines

TEN_SECONDS = [[4000, 6000]]


def first(timeline: Timeline, count: int) -> list[Cue]:
    return list(islice(timeline.cues(), count))


@given(part_lengths)
def test_the_lengths_of_the_cues_add_up_to_the_session(parts: list[list[int]]) -> None:
    timeline = timeline_from(parts)
    assert timeline.length_ms == sum(map(sum, parts))
    assert timeline.parts == len(parts)


@given(any_timelines)
def test_each_cue_begins_where_the_one_before_it_ends(timeline: Timeline) -> None:
    cues = first(timeline, 60)
    assert cues[0].start_ms == 0
    assert all(here.end_ms == then.start_ms for here, then in pairwise(cues))
    assert all(0 <= then.part - here.part <= 1 for here, then in pairwise(cues))


@given(any_timelines, st.integers(0, 200_000))
def test_the_cue_found_for_a_moment_is_the_one_it_falls_in(
    timeline: Timeline, position_ms: int
) -> None:
    index = timeline.index_at(position_ms)
    cue = timeline.cue(index)
    if cue is None:
        assert timeline.length_ms is not None
        assert position_ms >= timeline.length_ms
        assert index == len(timeline.head)
    else:
        assert cue.start_ms <= position_ms < cue.end_ms


def test_an_open_ended_timeline_repeats_its_tail_without_end() -> None:
    timeline = timeline_from([[3000], [4000, 6000]], repeats=True)
    assert timeline.length_ms is None
    assert timeline.parts is None
    assert [(c.start_ms, c.words, c.part) for c in first(timeline, 6)] == [
        (0, "cue 0", 0),
        (3000, "cue 1", 1),
        (7000, "cue 2", 1),
        (13000, "cue 1", 2),
        (17000, "cue 2", 2),
        (23000, "cue 1", 3),
    ]


def test_a_finite_timeline_has_no_cue_past_its_end() -> None:
    assert timeline_from(TEN_SECONDS).cue(2) is None


@pytest.mark.parametrize(
    ("target_ms", "breaths"),
    [(0, 1), (14_999, 1), (15_000, 1), (15_001, 2), (20_000, 2), (300_000, 30)],
)
def test_it_ends_with_the_whole_part_nearest_to_the_time_asked_for(
    target_ms: int, breaths: int
) -> None:
    ended = timeline_from(TEN_SECONDS, repeats=True).ending_near(target_ms)
    assert ended.length_ms == breaths * 10_000
    assert ended.parts == breaths


@given(any_timelines, st.integers(0, 100_000))
def test_no_other_whole_number_of_parts_would_end_nearer(
    timeline: Timeline, target_ms: int
) -> None:
    chosen = timeline.ending_near(target_ms)
    assert chosen.parts is not None
    assert chosen.length_ms is not None
    for parts in (chosen.parts - 1, chosen.parts + 1):
        other = timeline.first_parts(parts)
        assert other.length_ms is not None
        assert abs(chosen.length_ms - target_ms) <= abs(other.length_ms - target_ms)


@given(any_timelines, st.integers(1, 9))
def test_a_shortened_timeline_is_the_beginning_of_the_whole_one(
    timeline: Timeline, count: int
) -> None:
    cut = timeline.first_parts(count)
    assert cut.parts is not None
    assert cut.parts <= count
    assert first(timeline, len(cut.head)) == list(cut.head)


@given(timelines, st.data())
def test_a_part_begins_at_its_first_cue_and_ends_before_the_next_part(
    timeline: Timeline, data: st.DataObject
) -> None:
    index = data.draw(st.integers(0, len(timeline.head) - 1))
    cue, begin, after = timeline.head[index], timeline.part_start(index), timeline.next_part(index)
    assert {c.part for c in timeline.head[begin:after]} == {cue.part}
    assert begin == 0 or timeline.head[begin - 1].part < cue.part
    assert after == len(timeline.head) or timeline.head[after].part > cue.part


def test_a_level_eases_between_its_ends_and_stays_within_them() -> None:
    cue = Cue(1000, 4000, "Breathe in", 0.0, 1.0, 0)
    levels = [cue.level_at(ms) for ms in (0, 1000, 2000, 3000, 4000, 5000, 9000)]
    assert levels == sorted(levels)
    assert levels[0] == levels[1] == 0
    assert levels[3] == pytest.approx(0.5)
    assert levels[-1] == levels[-2] == 1
    assert levels[2] < 0.25


def test_a_level_that_holds_is_perfectly_still() -> None:
    hold = Cue(0, 4000, "Hold", 1.0, 1.0, 0)
    assert {hold.level_at(ms) for ms in range(0, 4000, 7)} == {1.0}


@given(st.floats(0.01, 0.99), st.booleans())
def test_the_moment_a_level_is_reached_is_the_moment_it_is_shown(
    level: float, falling: bool
) -> None:
    cue = Cue(500, 6000, "Breathe", *((1.0, 0.0) if falling else (0.0, 1.0)), part=0)
    moment = cue.reaches(level)
    assert moment is not None
    assert cue.level_at(moment) == pytest.approx(level, abs=1e-6)


def test_a_level_outside_its_ends_is_never_reached() -> None:
    assert Cue(0, 4000, "Breathe in", 0.0, 0.75, 0).reaches(0.8) is None
    assert Cue(0, 4000, "Hold", 1.0, 1.0, 0).reaches(1.0) is None


@pytest.mark.parametrize(
    ("length_ms", "pace", "said"),
    [
        (4000, 100, "Breathe in, 4"),
        (5500, 100, "Breathe in, 5.5"),
        (3117, 100, "Breathe in, 3"),
        (3300, 100, "Breathe in, 3.5"),
        (4000, 200, "Breathe in, 2"),
        (100, 100, "Breathe in, 0.5"),
    ],
)
def test_a_cue_says_its_seconds_to_the_nearest_half(length_ms: int, pace: int, said: str) -> None:
    assert Cue(0, length_ms, "Breathe in", 0, 1, 0).spoken(pace) == said


def test_at_its_own_pace_a_long_cue_says_all_its_seconds() -> None:
    assert Cue(0, 60_000, "Rest", 0, 0, 0).spoken() == "Rest, 60"


def test_a_cue_that_is_not_counted_says_only_its_words() -> None:
    assert Cue(0, 4000, "Let it be as it is", 0, 0, 0, counted=False).spoken() == (
        "Let it be as it is"
    )


@pytest.mark.parametrize(
    ("level", "moment"), [(0.2, 1000), (0.5, 3000), (0.8, 5000), (0.19, None), (0.81, None)]
)
def test_a_level_is_reached_at_its_moment_both_ends_included(
    level: float, moment: float | None
) -> None:
    cue = Cue(1000, 4000, "", 0.2, 0.8, 0)
    reached = cue.reaches(level)
    assert reached == (None if moment is None else pytest.approx(moment))


def test_a_timeline_followed_by_another_counts_its_parts_on_and_keeps_its_tail() -> None:
    first_one = timeline_from([[4000], [6000], [5000]])
    then = replace(timeline_from([[1000], [2000]]), head=())
    then = replace(then, tail=timeline_from([[1000], [2000]]).head)
    both = first_one.followed_from(2, then)
    assert both.length_ms is None
    assert [(cue.start_ms, cue.part) for cue in first(both, 6)] == [
        (0, 0),
        (4000, 1),
        (10000, 2),
        (11000, 3),
        (13000, 4),
        (14000, 5),
    ]
    ending = first_one.followed_from(2, timeline_from([[1000], [2000]]))
    assert (ending.length_ms, ending.parts) == (13000, 4)
