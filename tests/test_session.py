from datetime import timedelta

import pytest

from calmcli.exercises.length import Length
from calmcli.player import State
from sittings import NOBODYS_SCRIPTS, Sitting, breaths, plan_for


def begun(script: str = "box", before: int | None = None, **asked: object) -> Sitting:
    sitting = Sitting(plan_for(script, **asked))
    sitting.begin(before)
    sitting.session.tick()
    return sitting


def test_the_rating_before_is_handed_on_before_anything_else_happens() -> None:
    sitting = Sitting(plan_for())
    sitting.session.begin(7)
    assert not sitting.session.tick()
    (entry,) = sitting.kept
    assert (entry.before, entry.after, entry.ended) == (7, None, "unfinished")
    assert (entry.kind, entry.script, entry.origin) == ("breathing", "box", "shipped")
    assert entry.started_at == sitting.clock.start
    assert entry.ended_at is None
    assert entry.done_seconds == 0


@pytest.mark.parametrize("before", [0, 10, None])
def test_a_zero_is_a_rating_and_a_skipped_one_is_none(before: int | None) -> None:
    entry = begun(before=before).kept[-1]
    assert entry.before == before
    assert entry.before is None or type(entry.before) is int


def test_played_to_its_end_it_is_completed_with_all_its_seconds() -> None:
    sitting = begun(length=breaths(2))
    told = sitting.forward(32)
    assert told == ["Hold", "Breathe out", "Rest", "Breathe in", "Hold", "Breathe out", "Rest"]
    entry = sitting.kept[-1]
    assert (entry.ended, entry.planned_seconds, entry.done_seconds) == ("completed", 32, 32)
    assert entry.ended_at == sitting.clock.local()
    assert sitting.session.is_over


def test_practice_is_kept_at_least_every_ten_seconds() -> None:
    sitting = begun("long-out")
    kept = []
    for _ in range(120):
        sitting.forward(1)
        kept.append(sitting.kept[-1].done_seconds)
    assert all(second - done <= 10 for second, done in enumerate(kept, start=1))


def test_while_it_is_paused_nothing_is_written_again_and_again() -> None:
    sitting = begun()
    sitting.session.pause()
    before = len(sitting.kept)
    sitting.forward(300)
    assert len(sitting.kept) == before


def test_a_pause_is_not_practice() -> None:
    sitting = begun(length=breaths(1))
    sitting.forward(5)
    sitting.session.pause()
    sitting.forward(100)
    sitting.session.go_on()
    sitting.forward(11)
    assert sitting.kept[-1].ended == "completed"
    assert sitting.kept[-1].done_seconds == 16


def test_left_before_the_end_it_is_stopped_with_what_was_practised() -> None:
    sitting = begun()
    sitting.forward(7)
    sitting.session.leave()
    assert sitting.kept[-1].ended == "stopped"
    assert sitting.kept[-1].done_seconds == 7


@pytest.mark.parametrize(("seconds", "ended"), [(5, "stopped"), (6, "completed")])
def test_an_open_ended_session_is_complete_after_one_whole_breath(seconds: int, ended: str) -> None:
    sitting = begun("pursed")
    sitting.forward(seconds)
    sitting.session.leave()
    assert sitting.kept[-1].ended == ended
    assert sitting.kept[-1].planned_seconds is None


def test_ended_from_outside_even_an_open_ended_session_is_stopped() -> None:
    sitting = begun("pursed")
    sitting.forward(60)
    sitting.session.stop()
    assert sitting.kept[-1].ended == "stopped"


def test_ended_from_outside_after_its_end_it_stays_completed() -> None:
    sitting = begun(length=breaths(1))
    sitting.forward(16)
    sitting.session.stop()
    assert sitting.kept[-1].ended == "completed"


def test_ended_from_outside_between_its_end_and_the_next_look_it_is_completed() -> None:
    sitting = begun(length=breaths(1))
    sitting.forward(15)
    sitting.clock.forward(1)
    sitting.session.stop()
    assert sitting.kept[-1].ended == "completed"


def test_before_it_has_begun_there_is_nothing_to_stop_or_keep() -> None:
    sitting = Sitting(plan_for())
    sitting.session.stop()
    assert sitting.kept == []
    assert not sitting.session.is_over


def test_leaving_twice_changes_nothing_the_second_time() -> None:
    sitting = begun()
    sitting.forward(3)
    sitting.session.leave()
    first = sitting.kept[-1]
    sitting.clock.forward(3)
    sitting.session.leave()
    assert sitting.kept[-1] == first


def test_skips_count_towards_the_end_and_are_named() -> None:
    sitting = begun(length=breaths(2))
    sitting.session.skip()
    sitting.session.skip()
    sitting.session.tick()
    entry = sitting.kept[-1]
    assert (entry.ended, entry.skipped) == ("completed", ["1", "2"])
    assert entry.planned_seconds == 32
    assert entry.done_seconds == 0


def test_a_breath_repeated_is_practice() -> None:
    sitting = begun(length=breaths(1))
    sitting.forward(15)
    sitting.session.again()
    sitting.forward(16)
    assert sitting.kept[-1].done_seconds == 31
    assert sitting.kept[-1].planned_seconds == 16


def test_the_pace_it_ended_with_is_kept_and_the_plan_is_not_altered() -> None:
    sitting = begun("long-out", length=breaths(1))
    sitting.session.faster()
    sitting.session.slower()
    sitting.session.slower()
    entry = sitting.kept[-1]
    assert entry.pace == 0.9
    assert entry.planned_seconds == 10


@pytest.mark.parametrize("after", [0, 4, None])
def test_the_rating_after_is_kept_with_the_rest(after: int | None) -> None:
    sitting = begun(before=7, length=breaths(1))
    sitting.forward(16)
    sitting.session.rate_after(after)
    entry = sitting.kept[-1]
    assert (entry.before, entry.after, entry.ended) == (7, after, "completed")


def test_an_edit_never_seems_older_than_the_one_before_it() -> None:
    sitting = begun()
    sitting.forward(4)
    sitting.clock.start -= timedelta(hours=3)
    sitting.session.pause()
    edits = [entry.edited_at for entry in sitting.kept]
    assert edits == sorted(edits)


def test_a_clock_set_back_changes_no_length() -> None:
    sitting = begun(length=breaths(1))
    sitting.forward(8)
    sitting.clock.start -= timedelta(hours=3)
    sitting.forward(8)
    assert sitting.kept[-1].done_seconds == 16


def test_it_says_when_it_will_end_before_and_after_it_has_begun() -> None:
    sitting = Sitting(plan_for(length=breaths(2)))
    start = sitting.clock.start
    assert sitting.session.ends_at() == start + timedelta(seconds=32)
    sitting.clock.forward(60)
    assert sitting.session.ends_at() == start + timedelta(seconds=92)
    sitting.begin()
    sitting.forward(4)
    assert sitting.session.ends_at() == start + timedelta(seconds=92)


def test_an_open_ended_session_has_no_time_at_which_it_ends() -> None:
    assert Sitting(plan_for("pursed")).session.ends_at() is None
    assert begun("pursed").session.ends_at() is None


def test_a_set_end_is_kept_by_playing_fewer_breaths_after_a_pause() -> None:
    sitting = Sitting(plan_for("long-out"))
    until = sitting.clock.start + timedelta(seconds=100)
    sitting = Sitting(plan_for("long-out", until=until))
    sitting.begin()
    assert sitting.session.entry.planned_seconds == 100
    sitting.forward(25)
    sitting.session.pause()
    sitting.forward(40)
    sitting.session.go_on()
    sitting.forward(35)
    assert sitting.session.is_over
    assert sitting.clock.local() == until
    assert sitting.kept[-1].done_seconds == 60
    assert sitting.kept[-1].planned_seconds == 60  # to the end that was chosen, so all of it


def test_a_set_end_that_passed_in_a_pause_lets_the_present_breath_end() -> None:
    sitting = Sitting(
        plan_for("long-out", until=Sitting(plan_for()).clock.start + timedelta(0, 60))
    )
    sitting.begin()
    sitting.forward(12)
    sitting.session.pause()
    sitting.forward(600)
    sitting.session.go_on()
    sitting.forward(8)
    assert sitting.session.is_over
    assert sitting.kept[-1].ended == "completed"


def test_a_slower_pace_keeps_to_a_set_end_with_fewer_breaths() -> None:
    until = Sitting(plan_for()).clock.start + timedelta(seconds=100)
    sitting = Sitting(plan_for("long-out", until=until))
    sitting.begin()
    sitting.session.slower()
    sitting.session.slower()
    ends_at = sitting.session.ends_at()
    assert ends_at is not None
    assert abs(ends_at - until) <= timedelta(seconds=7)
    assert sitting.session.player.timeline.parts == 8


@pytest.mark.parametrize("seconds", range(100, 121))
def test_a_set_end_is_told_as_it_was_asked_for_before_and_while_it_plays(seconds: int) -> None:
    until = Sitting(plan_for()).clock.start + timedelta(seconds=seconds)
    sitting = Sitting(plan_for("long-out", until=until))
    told = [sitting.session.ends_at()]
    sitting.begin()
    for _ in range(9):
        told.append(sitting.session.ends_at())
        sitting.forward(10)
    assert set(told) == {until}


def test_an_end_that_the_script_does_not_reach_is_told_as_it_is() -> None:
    start = Sitting(plan_for()).clock.start
    sitting = Sitting(plan_for("four-seven-eight", until=start + timedelta(minutes=30)))
    ends_at = sitting.session.ends_at()
    assert ends_at is not None
    assert ends_at < start + timedelta(minutes=5)


@pytest.mark.parametrize(("seconds", "too_short"), [(9, True), (10, False)])
def test_a_set_end_within_one_breath_is_too_short(seconds: int, too_short: bool) -> None:
    until = Sitting(plan_for()).clock.start + timedelta(seconds=seconds)
    assert Sitting(plan_for("long-out", until=until)).session.is_too_short() is too_short


def test_without_a_set_end_no_session_is_too_short() -> None:
    assert not Sitting(plan_for("long-out")).session.is_too_short()


def test_the_length_asked_for_beats_the_scripts_own() -> None:
    assert Sitting(plan_for("box")).session.timeline().length_ms == 240_000
    assert (
        Sitting(plan_for("box", length=Length(seconds=60))).session.timeline().length_ms == 64_000
    )


def test_someone_away_comes_back_to_a_session_that_waited() -> None:
    sitting = begun()
    sitting.forward(2)
    sitting.clock.forward(3600)
    assert sitting.session.tick() == []
    assert sitting.session.player.state is State.PAUSED
    assert sitting.session.player.away
    sitting.session.go_on()
    assert sitting.session.player.played_seconds == 3


def test_what_was_left_out_from_the_start_is_kept_with_what_was_skipped_later() -> None:
    sitting = begun("pmr-7", left_out=("Neck",))
    planned = sitting.kept[-1].planned_seconds
    sitting.session.skip()
    assert sitting.kept[-1].skipped == ["Neck", "Before it begins"]
    assert planned is not None
    assert planned < 328
    assert "Neck" not in {cue.part_name for cue in sitting.session.player.timeline.cues()}


def test_words_of_ones_own_are_put_into_the_session_and_into_nothing_that_is_kept() -> None:
    sitting = Sitting(plan_for("steady-place"))
    assert [each.name for each in sitting.session.inputs] == ["place"]
    sitting.session.answer({"place": "the \x1b[31mharbour\x1b[0m wall"})
    assert any("the harbour wall" in said for said in sitting.session.all_words())
    sitting.begin(5)
    assert "harbour" not in repr(sitting.kept)


def test_a_session_that_asks_for_nothing_has_no_inputs() -> None:
    assert Sitting(plan_for("steady-place", ask_inputs=False)).session.inputs == ()


def test_a_cue_that_waits_waits_only_where_keys_can_come() -> None:
    by_hand, alone = Sitting(plan_for("five-senses")), Sitting(plan_for("five-senses"))
    by_hand.session.begin(by_hand=True)
    by_hand.session.go_on()
    alone.begin()
    by_hand.forward(400)
    alone.forward(400)
    assert alone.kept[-1].ended == "completed"
    assert by_hand.kept[-1].ended == "unfinished"
    by_hand.session.next_cue()
    assert by_hand.session.tick()


def test_a_rating_on_the_way_is_kept_with_its_second_and_all_goes_on() -> None:
    sitting = Sitting(plan_for(length=breaths(2)))
    sitting.begin(7)
    sitting.forward(5)
    sitting.session.rate_during(6)
    sitting.forward(3.5)
    sitting.session.rate_during(0)
    kept = sitting.kept[-1]
    assert [(each.at_seconds, each.rating) for each in kept.during] == [(5.0, 6), (8.5, 0)]
    assert sitting.forward(24)
    assert (sitting.kept[-1].ended, len(sitting.kept[-1].during)) == ("completed", 2)


@pytest.mark.parametrize(
    ("seconds_between", "ratings"), [(0, [10]), (2, [10]), (2.1, [1, 0]), (4, [1, 0])]
)
def test_one_and_then_zero_is_ten_when_it_comes_at_once(
    seconds_between: float, ratings: list[int]
) -> None:
    sitting = Sitting(plan_for(length=breaths(2)))
    sitting.begin()
    sitting.session.type_digit(1)
    sitting.forward(seconds_between)
    sitting.session.type_digit(0)
    assert [each.rating for each in sitting.kept[-1].during] == ratings


def test_an_entry_tells_its_visit_its_step_and_its_place_from_the_start() -> None:
    sitting = Sitting(plan_for(visit="one", visit_step="3", place="waiting"))
    sitting.session.begin()
    entry = sitting.kept[0]
    assert (entry.visit, entry.visit_step, entry.place) == ("one", "3", "waiting")


def test_a_digit_is_ten_only_as_a_nought_right_after_a_one() -> None:
    sitting = begun()
    assert [sitting.session.type_digit(digit) for digit in (1, 2, 0)] == [1, 2, 0]
    assert [each.rating for each in sitting.kept[-1].during] == [1, 2, 0]
    assert [sitting.session.type_digit(digit) for digit in (1, 0)] == [1, 10]
    assert [each.rating for each in sitting.kept[-1].during] == [1, 2, 0, 10]


def test_a_rating_put_in_the_place_of_the_latest_leaves_the_others() -> None:
    sitting = begun()
    for rating in (3, 5, 1):
        sitting.session.rate_during(rating)
    sitting.session.rate_during(10, instead=True)
    assert [each.rating for each in sitting.kept[-1].during] == [3, 5, 10]


@pytest.mark.parametrize(
    ("written", "kept"),
    [(" as it was \n", "as it was"), ("a\nb", "a\nb"), (" \n", None), ("", None)],
)
def test_a_note_is_kept_as_it_was_written_and_none_where_nothing_was(
    written: str, kept: str | None
) -> None:
    sitting = begun()
    sitting.session.note("before")
    sitting.session.note(written)
    assert sitting.kept[-1].note == kept


def test_another_script_keeps_a_length_that_can_be_cut_and_drops_one_that_cannot() -> None:
    session = Sitting(plan_for(length=breaths(2))).session
    session.change_to(NOBODYS_SCRIPTS.find("long-out"), ("neck",))
    assert session.timeline().length_ms == 20_000
    assert (session.title, session.plan.left_out) == ("Long out-breath", ("neck",))
    session.change_to(NOBODYS_SCRIPTS.find("pmr-quick"))
    assert (session.plan.length, session.plan.until, session.plan.left_out) == (None, None, ())
    assert session.kind == "relaxation"
    assert session.timeline().cue(0).words != "Breathe in"  # type: ignore[union-attr]


def test_another_script_drops_a_set_end_where_it_cannot_be_cut() -> None:
    sitting = Sitting(plan_for())
    until = sitting.clock.start + timedelta(seconds=32)
    sitting.open_plan(plan_for(until=until)).change_to(NOBODYS_SCRIPTS.find("even"))
    assert sitting.session.plan.until == until
    sitting.session.change_to(NOBODYS_SCRIPTS.find("five-senses"))
    assert sitting.session.plan.until is None


def test_words_of_ones_own_leave_the_planned_seconds_as_they_are() -> None:
    sitting = Sitting(plan_for("visit-rehearsal"))
    sitting.session.begin()
    planned = sitting.kept[-1].planned_seconds
    sitting.session.answer({"signal": "a hand up"})
    assert planned is not None
    assert sitting.kept[-1].planned_seconds == planned


def test_left_the_moment_its_last_part_was_skipped_it_is_completed() -> None:
    sitting = begun(length=breaths(1))
    sitting.session.skip()
    sitting.session.leave()
    assert sitting.kept[-1].ended == "completed"
    assert sitting.kept[-1].ended_at is not None


def test_left_after_its_end_and_before_anyone_looked_it_is_completed() -> None:
    sitting = begun(length=breaths(1))
    sitting.forward(15)
    sitting.clock.forward(1.5)
    sitting.session.leave()
    assert sitting.kept[-1].ended == "completed"


def test_words_shown_before_it_began_count_as_its_first() -> None:
    sitting = Sitting(plan_for())
    first_words_ns = sitting.clock.ns
    sitting.clock.forward(1)
    sitting.session.begin()
    sitting.session.go_on(first_words_ns)
    assert sitting.session.player.where().cue.words == sitting.session.tick()[0].words
    assert sitting.session.player.position_ms == 1000
