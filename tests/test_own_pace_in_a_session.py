from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from calmcli.exercises.length import Length
from calmcli.exercises.own_pace import own_timeline
from sittings import NOBODYS_SCRIPTS, Sitting, breaths, plan_for

RAMP = NOBODYS_SCRIPTS.find("ramp")
FAST = 3000
TEN_MINUTES = Length(seconds=600)


def asking(script: str = "long-out", **asked: object) -> Sitting:
    sitting = Sitting(replace(plan_for(script, **asked), own_pace_else=RAMP))
    sitting.session.begin(8)
    return sitting


def lengths(sitting: Sitting) -> list[int]:
    parts: dict[int, int] = {}
    for cue in sitting.session.player.timeline.cues():
        parts[cue.part] = parts.get(cue.part, 0) + cue.length_ms
    return list(parts.values())


def test_the_rating_is_kept_before_anyone_taps() -> None:
    sitting = asking()
    assert sitting.session.plan.asks_for_pace
    assert (sitting.kept[-1].before, sitting.kept[-1].ended) == (8, "unfinished")


def test_what_is_planned_is_what_begins_at_the_persons_own_pace() -> None:
    sitting = asking(length=TEN_MINUTES)
    assert sitting.session.own_pace.take(FAST)
    sitting.session.go_on()
    assert lengths(sitting)[0] == FAST
    assert lengths(sitting)[-1] == 10_000
    assert sitting.kept[-1].planned_seconds == sum(lengths(sitting)) / 1000
    assert sitting.kept[-1].pace == pytest.approx(10 / 3, abs=0.001)
    sitting.forward(620)
    assert sitting.kept[-1].ended == "completed"
    assert sitting.kept[-1].done_seconds == sitting.kept[-1].planned_seconds
    assert sitting.kept[-1].pace == 1


def test_without_a_pace_the_gentle_script_is_played_and_named() -> None:
    sitting = asking("box")
    assert not sitting.session.own_pace.take(None)
    sitting.session.go_on()
    sitting.forward(400)
    entry = sitting.kept[-1]
    assert (entry.script, entry.content_hash, entry.before) == ("ramp", RAMP.content_hash, 8)
    assert entry.origin == RAMP.origin
    assert (entry.ended, entry.planned_seconds) == ("completed", entry.done_seconds)
    assert sitting.session.title == "Slowly longer"


def test_where_time_is_short_it_ends_on_the_way() -> None:
    sitting = asking(length=Length(seconds=60))
    sitting.session.own_pace.take(FAST)
    assert lengths(sitting)[-1] < 10_000
    assert abs(sum(lengths(sitting)) - 60_000) <= 2_500


def test_with_a_set_end_it_ends_then_however_fast_the_breath_is() -> None:
    until = Sitting(plan_for()).clock.start + timedelta(seconds=100)
    sitting = asking(until=until)
    sitting.clock.forward(24)
    sitting.session.own_pace.take(FAST)
    sitting.session.go_on()
    sitting.forward(120)
    assert sitting.kept[-1].ended == "completed"
    assert abs(sitting.kept[-1].done_seconds - 76) <= 2.5


def test_so_many_breaths_are_so_many_breaths_at_any_pace() -> None:
    sitting = asking(length=breaths(7))
    sitting.session.own_pace.take(FAST)
    assert len(lengths(sitting)) == 7


def test_a_cap_on_breaths_is_kept_at_any_pace() -> None:
    sitting = asking("four-seven-eight", length=breaths(50))
    sitting.session.own_pace.take(FAST)
    sitting.session.own_pace.keep()
    assert len(lengths(sitting)) == 8


def test_a_kept_pace_is_the_breath_it_is_in_until_the_end() -> None:
    sitting = asking(length=TEN_MINUTES)
    sitting.session.own_pace.take(FAST)
    sitting.session.go_on()
    sitting.forward(100)
    here = sitting.session.player.where().cue.part
    sitting.session.own_pace.keep()
    after = lengths(sitting)
    assert len(set(after[here:])) == 1
    assert FAST < after[here] < 10_000
    assert abs(sum(after) - 600_000) <= after[here]
    sitting.forward(620)
    assert sitting.kept[-1].ended == "completed"
    assert sitting.kept[-1].pace == pytest.approx(10_000 / after[here], abs=0.001)


def test_a_kept_pace_is_not_ended_early_by_a_set_end() -> None:
    until = Sitting(plan_for()).clock.start + timedelta(seconds=120)
    sitting = asking(until=until)
    sitting.session.own_pace.take(FAST)
    sitting.session.go_on()
    sitting.forward(20)
    sitting.session.own_pace.keep()
    sitting.session.pause()
    sitting.clock.forward(30)
    sitting.session.go_on()
    sitting.forward(90)
    assert sitting.kept[-1].ended == "completed"
    assert abs(sitting.kept[-1].done_seconds - 90) <= 4


def test_a_ramp_can_be_kept_as_well() -> None:
    sitting = Sitting(plan_for("ramp"))
    sitting.begin()
    sitting.forward(15)
    sitting.session.own_pace.keep()
    assert len(set(lengths(sitting)[2:])) == 1


def test_in_the_middle_of_a_session_the_breath_it_is_in_begins_anew() -> None:
    sitting = Sitting(plan_for("long-out"))
    sitting.begin()
    sitting.forward(47)
    sitting.session.tapping()
    sitting.clock.forward(21)
    assert sitting.session.own_pace.take(FAST)
    sitting.session.go_on()
    told = [cue.words for cue in sitting.session.tick()]
    assert told == ["Breathe in"]
    assert lengths(sitting)[:6] == [10_000] * 4 + [3000, 3022]
    assert abs(sum(lengths(sitting)) - 300_000) <= 5_000
    assert sitting.kept[-1].planned_seconds == 300


def test_in_the_middle_without_a_pace_it_goes_on_as_it_was() -> None:
    sitting = Sitting(plan_for("long-out"))
    sitting.begin()
    sitting.forward(47)
    sitting.session.tapping()
    assert not sitting.session.own_pace.take(None)
    sitting.session.go_on()
    assert sitting.session.player.where().cue.words == "Breathe out"
    assert set(lengths(sitting)) == {10_000}


@pytest.mark.parametrize("script", ["pmr-4", "leaves", "facts"])
def test_what_is_no_breath_has_no_pace_to_keep(script: str) -> None:
    sitting = Sitting(replace(plan_for(script), own_pace_else=RAMP))
    sitting.begin()
    assert not sitting.session.plan.asks_for_pace
    before = sitting.session.player.timeline
    sitting.session.own_pace.keep()
    sitting.session.own_pace.take(FAST)
    assert sitting.session.player.timeline == before


@example("four-seven-eight", [("forward", 38), ("skip", 1)])
@given(
    st.sampled_from(["long-out", "box", "sigh", "ramp", "pursed", "four-seven-eight"]),
    st.lists(
        st.tuples(
            st.sampled_from(["forward", "keep", "take", "again", "skip", "faster", "slower"]),
            st.integers(1, 40),
        ),
        max_size=12,
    ),
)
def test_whatever_is_done_to_the_pace_the_cues_follow_one_another(
    script: str, acts: list[tuple[str, int]]
) -> None:
    sitting = asking(script, length=Length(seconds=200))
    session = sitting.session
    session.own_pace.take(FAST)
    session.go_on()
    for act, amount in acts:
        match act:
            case "forward":
                sitting.forward(amount)
            case "keep":
                session.own_pace.keep()
            case "take":
                session.tapping()
                session.own_pace.take(amount * 500)
                session.go_on()
            case _:
                getattr(session, act)()
        cues = list(session.player.timeline.cues())
        assert cues[0].start_ms == 0
        assert all(here.end_ms == then.start_ms for here, then in pairwise(cues))
        assert session.is_over or session.player.position_ms < cues[-1].end_ms
    session.leave()
    assert sitting.kept[-1].ended in ("completed", "stopped")
    assert sitting.kept[-1].pace is not None


def test_a_set_end_that_has_passed_in_a_pause_still_lets_the_breath_out() -> None:
    until = Sitting(plan_for()).clock.start + timedelta(seconds=60)
    sitting = Sitting(plan_for("long-out", until=until))
    sitting.begin()
    sitting.forward(31)
    sitting.session.pause()
    sitting.clock.forward(100)
    sitting.session.go_on()
    told = sitting.forward(12)
    assert told == ["Breathe out"]
    assert sitting.kept[-1].done_seconds == 40


def test_the_first_own_breath_is_the_one_that_was_tapped() -> None:
    script = NOBODYS_SCRIPTS.find("long-out").script
    assert script.kind == "breathing"
    first = own_timeline(script, FAST).first_parts(1)
    assert [cue.length_ms for cue in first.head] == [1200, 1800]


def test_only_a_breath_that_still_changes_has_a_pace_to_keep() -> None:
    sitting = asking()
    eases = [sitting.session.own_pace.eases]
    sitting.session.own_pace.take(FAST)
    eases.append(sitting.session.own_pace.eases)
    sitting.session.own_pace.keep()
    eases.append(sitting.session.own_pace.eases)
    sitting.session.leave()
    assert [*eases, sitting.session.own_pace.eases] == [False, True, False, False]
