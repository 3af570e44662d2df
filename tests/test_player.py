from hypothesis import assume, given
from hypothesis import strategies as st
from msgspec.structs import replace

from calmcli.clock import NS_PER_MS, NS_PER_S
from calmcli.player import Player, State
from calmcli.timeline import Cue, Timeline
from fakes import FakeClock
from lines_of_cues import any_timelines, timeline_from, timelines, waiting

BOX = [[4000, 4000, 4000, 4000]]


def playing(timeline: Timeline, clock: FakeClock) -> Player:
    player = Player(timeline, clock.now)
    player.play()
    return player


def words(player: Player) -> list[str]:
    return [cue.words for cue in player.due()]


def test_it_waits_at_the_beginning_until_it_is_played() -> None:
    clock = FakeClock()
    player = Player(timeline_from(BOX), clock.now)
    clock.forward(60)
    assert player.due() == []
    assert player.where().state is State.PAUSED
    assert player.next_change() is None
    assert player.position_ms == 0


def test_the_first_cue_is_told_at_once() -> None:
    assert words(playing(timeline_from(BOX), FakeClock())) == ["cue 0"]


def test_it_names_the_next_second_that_changes_and_then_the_next_cue() -> None:
    clock = FakeClock()
    player = playing(timeline_from([[1500, 1000]]), clock)
    begun = clock.ns
    changes = []
    while (change := player.next_change()) is not None:
        changes.append((change - begun) // NS_PER_MS)
        clock.ns = change
    assert changes == [500, 1500, 2500]


def test_the_count_shows_the_seconds_begun() -> None:
    clock = FakeClock()
    player = playing(timeline_from([[5500]]), clock)
    seen = []
    for _ in range(11):
        seen.append(player.where().seconds_left)
        clock.forward(0.5)
    assert seen == [6, 5, 5, 4, 4, 3, 3, 2, 2, 1, 1]


def test_the_level_goes_with_the_cue_from_its_beginning_to_its_end() -> None:
    clock = FakeClock()
    player = playing(Timeline((Cue(0, 4000, "Breathe in", 0, 1, 0),)), clock)
    seen = []
    for _ in range(4):
        seen.append(round(player.where().level, 3))
        clock.forward(1)
    assert seen == [0, 0.146, 0.5, 0.854]


def test_a_session_begun_in_the_past_is_where_it_would_be() -> None:
    clock = FakeClock()
    began = clock.ns
    clock.forward(0.3)
    player = Player(timeline_from(BOX), clock.now)
    player.play(began)
    assert words(player) == ["cue 0"]
    assert (player.next_change() or 0) - began == NS_PER_S
    for wait in (0.7, 1, 1, 0.999):
        clock.forward(wait)
        assert words(player) == []
    clock.forward(0.001)
    assert words(player) == ["cue 1"]


@given(timelines, st.lists(st.integers(0, 2 * NS_PER_S), max_size=400))
def test_every_cue_is_told_once_and_in_order_however_late_the_question(
    timeline: Timeline, waits: list[int]
) -> None:
    clock = FakeClock()
    player = playing(timeline, clock)
    told = player.due()
    for wait in waits:
        clock.ns = (player.next_change() or clock.ns) + wait
        told += player.due()
    while (change := player.next_change()) is not None:
        clock.ns = change
        told += player.due()
    assert told == list(timeline.head)
    assert player.state is State.ENDED
    assert round(player.played_seconds * 1000) == timeline.length_ms


@given(any_timelines, st.lists(st.integers(0, NS_PER_S), max_size=60))
def test_the_position_never_runs_back(timeline: Timeline, waits: list[int]) -> None:
    clock = FakeClock()
    player = playing(timeline, clock)
    positions = []
    for wait in waits:
        clock.ns += wait
        player.where()
        positions.append(player.position_ms)
    assert positions == sorted(positions)


@given(
    timelines,
    st.lists(st.tuples(st.integers(1, NS_PER_S), st.integers(0, 90 * NS_PER_S)), max_size=30),
)
def test_pausing_at_any_points_changes_nothing_that_remains(
    timeline: Timeline, pauses: list[tuple[int, int]]
) -> None:
    clock, steady = FakeClock(), FakeClock()
    paused, straight = playing(timeline, clock), playing(timeline, steady)
    told, told_straight = paused.due(), straight.due()
    for played_ns, paused_ns in pauses:
        clock.ns += played_ns
        steady.ns += played_ns
        told += paused.due()
        told_straight += straight.due()
        paused.pause()
        clock.ns += paused_ns
        paused.play()
    assert told == told_straight
    assert paused.where() == straight.where()
    assert paused.played_seconds == straight.played_seconds
    change, straight_change = paused.next_change(), straight.next_change()
    assert (change is None) == (straight_change is None)
    if change is not None and straight_change is not None:
        assert change - clock.ns == straight_change - steady.ns


@given(st.lists(st.tuples(st.integers(1, NS_PER_S), st.integers(70, 140)), min_size=1, max_size=50))
def test_the_place_is_the_sum_of_each_pace_times_its_time(steps: list[tuple[int, int]]) -> None:
    clock = FakeClock()
    player = playing(timeline_from(BOX, repeats=True, slowest=70, fastest=140), clock)
    units = 0
    for wait, pace in steps:
        player.set_pace(pace)
        clock.ns += wait
        player.where()
        units += wait * pace
    assert player.position_ms == units // (100 * NS_PER_MS)


def test_pace_stays_within_what_the_timeline_allows() -> None:
    player = playing(timeline_from(BOX, slowest=80, fastest=125), FakeClock())
    for _ in range(5):
        player.slower()
    assert player.pace == 80
    for _ in range(9):
        player.faster()
    assert player.pace == 125


def test_the_time_left_is_told_at_the_present_pace() -> None:
    clock = FakeClock()
    player = playing(timeline_from(BOX, slowest=50, fastest=200), clock)
    assert player.where().left_ms == 16_000
    player.set_pace(200)
    assert player.where().left_ms == 8_000
    assert player.where().seconds_left == 2


def test_an_open_ended_session_has_no_time_left() -> None:
    assert playing(timeline_from(BOX, repeats=True), FakeClock()).where().left_ms is None


def test_asked_two_seconds_late_it_goes_on() -> None:
    clock = FakeClock()
    player = playing(timeline_from(BOX), clock)
    clock.ns = (player.next_change() or 0) + 2 * NS_PER_S
    assert player.where().state is State.PLAYING


def test_asked_later_than_that_the_person_was_away_and_it_waits_where_they_left() -> None:
    clock = FakeClock()
    player = playing(timeline_from(BOX), clock)
    player.due()
    clock.forward(3)
    player.where()
    clock.forward(3600)
    assert player.where().state is State.PAUSED
    assert player.away
    assert player.position_ms == 4000
    assert player.due() == []
    assert player.played_seconds == 4
    player.play()
    assert words(player) == ["cue 1"]
    assert player.where().seconds_left == 4


def test_whoever_goes_on_is_no_longer_away() -> None:
    clock = FakeClock()
    player = playing(timeline_from(BOX), clock)
    clock.forward(3600)
    player.where()
    player.play()
    assert not player.away


def test_someone_away_past_the_end_comes_back_to_where_they_left() -> None:
    clock = FakeClock()
    player = playing(timeline_from(BOX), clock)
    clock.forward(3600)
    assert player.where().state is State.PAUSED
    assert player.position_ms == 1000


@given(any_timelines, st.data())
def test_a_skip_leaves_out_the_rest_of_the_part_and_nothing_else(
    timeline: Timeline, data: st.DataObject
) -> None:
    clock = FakeClock()
    player = playing(timeline, clock)
    at = data.draw(st.integers(0, 1999))
    clock.forward_ms(at)
    told = player.due()
    assume(not player.is_over)
    here = player.where().cue
    player.skip()
    assert player.skipped == [str(here.part + 1)]
    after = player.due()
    assert not set(told) & set(after)
    if player.state is State.PLAYING:
        assert after[0].part == here.part + 1
        assert player.position_ms == after[0].start_ms
    else:
        assert player.state is State.ENDED
        assert here.part + 1 == timeline.parts


def test_a_part_with_a_name_is_skipped_by_that_name() -> None:
    timeline = timeline_from([[4000]])
    named = Timeline(
        tuple(cue.__class__(0, 4000, "Neck", 0, 1, 0, "neck") for cue in timeline.head)
    )
    player = playing(named, FakeClock())
    player.skip()
    assert player.skipped == ["neck"]


def test_a_part_repeated_is_told_and_counted_again() -> None:
    clock = FakeClock()
    player = playing(timeline_from([[1000, 1000], [1000]]), clock)
    player.due()
    clock.forward(1.5)
    assert words(player) == ["cue 1"]
    player.again()
    assert words(player) == ["cue 0"]
    while (change := player.next_change()) is not None:
        clock.ns = change
    assert player.played_seconds == 4.5


def test_moving_while_paused_stays_paused() -> None:
    clock = FakeClock()
    player = playing(timeline_from([[4000], [4000]]), clock)
    player.due()
    player.pause()
    player.skip()
    assert player.where().state is State.PAUSED
    assert player.due() == []
    player.play()
    assert words(player) == ["cue 1"]


def test_once_left_it_stays_as_it_was() -> None:
    clock = FakeClock()
    player = playing(timeline_from(BOX), clock)
    clock.forward(1)
    player.leave()
    clock.forward(1)
    for act in (player.play, player.pause, player.skip, player.again, player.leave):
        act()
    assert player.state is State.LEFT
    assert player.position_ms == 1000
    assert player.due() == []


def test_leaving_after_the_end_is_still_the_end() -> None:
    clock = FakeClock()
    player = playing(timeline_from([[1000]]), clock)
    clock.forward(1)
    player.leave()
    assert player.state is State.ENDED
    assert player.where().cue.words == "cue 0"
    assert player.where().seconds_left == 0
    assert not player.away


def test_skipped_past_its_end_it_is_at_its_end() -> None:
    player = playing(timeline_from([[4000, 6000]]), FakeClock())
    player.skip()
    assert (player.state, player.position_ms) == (State.ENDED, 10_000)


def test_moments_are_whole_nanoseconds_at_any_pace() -> None:
    player = playing(timeline_from([[4000, 6000]]), FakeClock())
    player.set_pace(110)
    assert isinstance(player.next_change(), int)
    assert not player.away


def test_it_can_be_given_another_end_while_it_plays() -> None:
    clock = FakeClock()
    whole = timeline_from([[4000, 6000]], repeats=True)
    player = playing(whole.first_parts(30), clock)
    player.end_with(whole.first_parts(2))
    assert player.where().left_ms == 20_000


def by_hand(timeline: Timeline, clock: FakeClock) -> Player:
    player = Player(timeline, clock.now, by_hand=True)
    player.play()
    return player


def test_a_cue_that_waits_lasts_until_the_person_goes_on() -> None:
    clock = FakeClock()
    player = by_hand(waiting(timeline_from([[2000], [2000]]), 0), clock)
    assert words(player) == ["cue 0"]
    for _ in range(60):
        clock.forward(1)
        assert player.due() == []
        assert player.where().state is State.PLAYING
    player.next_cue()
    assert words(player) == ["cue 1"]
    assert player.played_seconds == 60
    assert player.skipped == []


def test_the_last_cue_waits_too() -> None:
    clock = FakeClock()
    player = by_hand(waiting(timeline_from([[2000]]), 0), clock)
    for _ in range(9):
        clock.forward(1)
        assert not player.is_over
        player.due()
    player.next_cue()
    assert player.where().state is State.ENDED


def test_where_no_key_can_come_a_cue_that_waits_takes_its_own_time() -> None:
    clock = FakeClock()
    player = playing(waiting(timeline_from([[2000], [2000]]), 0), clock)
    player.due()
    clock.forward(2)
    assert words(player) == ["cue 1"]


def test_someone_away_from_a_cue_that_waits_is_waited_for() -> None:
    clock = FakeClock()
    player = by_hand(waiting(timeline_from([[2000], [2000]]), 0), clock)
    player.due()
    clock.forward(3600)
    assert player.where().state is State.PAUSED
    assert player.away


@given(timelines, st.sets(st.integers(0, 23)), st.lists(st.integers(1, 3 * NS_PER_S), max_size=200))
def test_nothing_that_waits_is_passed_by_without_a_key(
    timeline: Timeline, waits: set[int], steps: list[int]
) -> None:
    clock = FakeClock()
    timeline = waiting(timeline, *waits)
    player = by_hand(timeline, clock)
    told = player.due()
    for step in steps:
        clock.ns += step
        told += player.due()
    first_wait = min((w for w in waits if w < len(timeline.head)), default=len(timeline.head))
    assert told == list(timeline.head[: len(told)])
    assert len(told) <= first_wait + 1


def test_going_on_by_hand_tells_the_next_cue_at_once_and_ends_after_the_last() -> None:
    clock = FakeClock()
    player = playing(timeline_from([[4000, 4000]]), clock)
    assert words(player) == ["cue 0"]
    player.next_cue()
    assert words(player) == ["cue 1"]
    player.next_cue()
    assert player.where().state is State.ENDED


def test_it_names_the_moment_at_which_a_place_is_reached_at_the_present_pace() -> None:
    clock = FakeClock()
    player = playing(replace(timeline_from(BOX), slowest=50), clock)
    begun = clock.ns
    clock.forward(1)
    assert player.when(4000) == begun + 4 * NS_PER_S
    assert player.when(4000.5) == begun + 4 * NS_PER_S + NS_PER_MS // 2
    player.set_pace(50)
    assert player.when(4000) == begun + 7 * NS_PER_S
