from collections.abc import Sequence

import pytest
from msgspec.structs import replace

from calmcli import record
from calmcli.course import Plan
from calmcli.inside import caution
from calmcli.plain.sitting import Sitting as PlainSitting
from calmcli.words import following, pace
from calmcli.words import session as words
from sittings import NOBODYS_SCRIPTS, Sitting, breaths, plan_for
from spoken_lines import ClosedInput, SpokenLines, Typed

HELP = "In an emergency: 112."
CAUTION = caution(NOBODYS_SCRIPTS.find("box").script)


def told(
    plan: Plan, answers: Sequence[str] = (), typed: Typed | None = None
) -> tuple[Sitting, SpokenLines]:
    sitting = Sitting(plan)
    lines = SpokenLines(sitting.clock, answers, typed)
    PlainSitting(sitting.session, lines, sitting.house([HELP])).run()
    return sitting, lines


def quiet_plan(script: str = "box", count: int = 1) -> Plan:
    return plan_for(script, length=breaths(count), ask_before=False, ask_after=False)


def test_each_cue_is_a_line_at_the_moment_it_begins() -> None:
    _, lines = told(quiet_plan())
    assert lines.said == [
        (0, CAUTION),
        (0, "Box breathing: 16 seconds, ends at 14:22."),
        (0, "Breathe in, 4"),
        (4, "Hold, 4"),
        (8, "Breathe out, 4"),
        (12, "Rest, 4"),
    ]
    assert lines.seconds == 16


def test_a_line_is_written_before_its_cue_is_heard_or_anything_is_kept(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    sitting = Sitting(quiet_plan())
    lines, happened = SpokenLines(sitting.clock), list[str]()
    monkeypatch.setattr(record, "KEEP_EVERY_NS", 0)
    sitting.session._keep = lambda _entry: happened.append("kept")
    monkeypatch.setattr(
        lines, "say", lambda *said: happened.extend(f"read {line}" for line in said)
    )
    monkeypatch.setattr(
        sitting.ears, "tell", lambda cue, pace: happened.append(f"heard {cue.spoken(pace)}")
    )
    PlainSitting(sitting.session, lines, sitting.house()).run()
    for cue in ("Breathe in, 4", "Hold, 4", "Breathe out, 4", "Rest, 4"):
        place = happened.index(f"read {cue}")
        assert happened[place + 1 : place + 3] == ["kept", f"heard {cue}"]


def test_a_whole_sitting_reads_well_aloud() -> None:
    sitting, lines = told(plan_for(length=breaths(1)), ["7", "4"])
    assert lines.lines == [
        f"Box breathing: 16 seconds. {sitting.session.plan.found.script.about}",
        "1 breath, in 4, hold 4, out 4, rest 4, eyes as you like, no sound.",
        CAUTION,
        "/ and Enter chooses another script, q and Enter leaves.",
        "Distress goes from 0, none, to 10, as bad as I can imagine.",
        "How much distress is there, right now? Type 0 to 10 and Enter. Enter alone skips it.",
        "Box breathing: 16 seconds, ends at 14:22.",
        "Breathe in, 4",
        "Hold, 4",
        "Breathe out, 4",
        "Rest, 4",
        "Distress goes from 0, none, to 10, as bad as I can imagine.",
        "And now? Type 0 to 10 and Enter. Enter alone skips it.",
        "Lower than before: 7 then, 4 now. It is noted.",
        "Next, if it suits: w writes a note; h shows who can be reached. Enter alone ends here.",
    ]
    assert (sitting.kept[-1].before, sitting.kept[-1].after) == (7, 4)


@pytest.mark.parametrize(
    ("answers", "kept"),
    [
        (["7", "4"], (7, 4)),
        (["0", "0"], (0, 0)),
        (["10", " 9 "], (10, 9)),
        (["", ""], (None, None)),
        (["s", "S"], (None, None)),
        ([], (None, None)),
        (["", "3"], (None, 3)),
        (["5"], (5, None)),
        (["eleven", "11", "-1", "3.5", "٣", "7 8", "1e0", "07", "6", "2"], (6, 2)),
    ],
)
def test_what_is_typed_is_kept_and_nothing_else(
    answers: list[str], kept: tuple[int | None, int | None]
) -> None:
    sitting, _ = told(plan_for(length=breaths(1)), answers)
    assert (sitting.kept[-1].before, sitting.kept[-1].after) == kept


def test_what_is_not_a_rating_is_asked_again_without_scolding() -> None:
    _, lines = told(plan_for(length=breaths(1)), ["eleven", "7", "4"])
    asked = lines.lines.index(words.ASK_AGAIN)
    assert lines.lines[asked - 1].startswith(words.ASK_BEFORE)


def test_q_at_the_first_question_leaves_without_an_entry() -> None:
    sitting, lines = told(plan_for(), ["q"])
    assert sitting.kept == []
    assert lines.lines[-1].startswith(words.ASK_BEFORE)


def test_q_at_the_last_question_leaves_without_a_number() -> None:
    sitting, _ = told(plan_for(length=breaths(1)), ["7", "q"])
    assert (sitting.kept[-1].after, sitting.kept[-1].ended) == (None, "completed")


def test_h_at_a_question_says_who_can_be_reached_and_asks_again() -> None:
    sitting, lines = told(plan_for(length=breaths(1)), ["h", "7", "4"])
    helped = lines.lines.index(HELP)
    assert lines.lines[helped + 1] == lines.lines[helped - 1]
    assert sitting.kept[-1].before == 7


@pytest.mark.parametrize(("rating", "offered"), [("8", False), ("9", True), ("10", True)])
def test_a_person_is_offered_at_nine_or_above_and_nothing_waits_for_an_answer(
    rating: str, offered: bool
) -> None:
    _, before = told(plan_for(length=breaths(1), ask_after=False), [rating])
    _, after = told(plan_for(length=breaths(1), ask_before=False), [rating])
    for lines in (before, after):
        assert (words.A_PERSON_PLAIN in lines.lines) == offered
        assert "Rest, 4" in lines.lines


@pytest.mark.parametrize(
    ("before", "after", "begins"),
    [
        ("7", "4", "Lower"),
        ("7", "6", "About the same"),
        ("4", "5", "About the same"),
        ("4", "6", "Higher"),
        ("0", "0", "About the same"),
    ],
)
def test_the_reply_says_how_the_two_compare(before: str, after: str, begins: str) -> None:
    _, lines = told(plan_for(length=breaths(1)), [before, after])
    assert lines.lines[-2].startswith(begins)


def test_one_rating_alone_has_no_reply() -> None:
    _, lines = told(plan_for(length=breaths(1)), ["", "4"])
    assert lines.lines[-1].startswith(words.ASK_AFTER)


def test_enter_pauses_and_enter_goes_on() -> None:
    sitting, lines = told(quiet_plan(), typed={5: "", 65: ""})
    assert lines.said[5:] == [
        (5, words.PAUSED_PLAIN),
        (65, f"{words.GOING_ON} Hold, 3"),
        (65, "It ends at 14:23 now."),
        (68, "Breathe out, 4"),
        (72, "Rest, 4"),
    ]
    assert sitting.kept[-1].done_seconds == 16


def test_a_short_pause_that_leaves_the_end_where_it_was_told_says_nothing_of_it() -> None:
    _, lines = told(quiet_plan(), typed={5: "", 6: ""})
    assert not any("It ends at" in line for line in lines.lines)


def test_how_to_pause_and_to_leave_is_said_before_the_first_cue() -> None:
    _, lines = told(quiet_plan(), typed={1: "q"})
    assert lines.said[2:4] == [
        (0, "Enter pauses. q and Enter ends it. Ctrl+C ends at once."),
        (0, "Breathe in, 4"),
    ]


def test_where_nobody_can_type_no_keys_are_named() -> None:
    _, lines = told(quiet_plan())
    assert words.KEYS_AT_FIRST_PLAIN not in lines.lines


def test_a_number_typed_on_the_way_is_said_to_be_noted() -> None:
    _, lines = told(quiet_plan(), typed={5: "0"})
    assert (5, "Noted: 0, none.") in lines.said


def test_a_letter_skips_repeats_or_ends() -> None:
    _, lines = told(quiet_plan(count=2), typed={5: "s", 18: "r", 20: "q"})
    assert lines.said[5:] == [
        (5, "Breathe in, 4"),
        (9, "Hold, 4"),
        (13, "Breathe out, 4"),
        (17, "Rest, 4"),
        (18, "Breathe in, 4"),
    ]


def test_a_letter_while_paused_goes_on_with_what_it_asks_for() -> None:
    _, lines = told(quiet_plan(), typed={5: "", 6: "r"})
    assert (6, "Breathe in, 4") in lines.said


def test_ending_early_offers_the_rating_after() -> None:
    sitting, lines = told(plan_for(length=breaths(1)), ["7", "4"], typed={5: "q"})
    assert lines.lines[-5] == words.LEFT_PLAIN
    assert lines.lines[-2].startswith("Lower")
    assert (sitting.kept[-1].ended, sitting.kept[-1].after) == ("stopped", 4)


def test_a_changed_pace_is_said_and_the_seconds_follow_it() -> None:
    _, lines = told(quiet_plan("long-out", 2), typed={1: "+", 2: "-", 3: "-"})
    assert (1, "Pace 110 percent.") in lines.said
    assert (3, "Pace 90 percent.") in lines.said
    assert "Breathe out, 6.5" in lines.lines


def test_a_pace_at_its_bound_says_so() -> None:
    _, lines = told(quiet_plan(), typed={1: "-"})
    assert (1, "Pace 100 percent, as far as this one goes.") in lines.said


def test_help_and_keys_and_unknown_letters_wait_for_enter() -> None:
    _, lines = told(quiet_plan(), typed={1: "h", 61: "?", 62: "x", 122: ""})
    assert [line for second, line in lines.said if 1 <= second < 122] == [
        HELP,
        words.PAUSED_PLAIN,
        *words.KEYS_PLAIN,
        words.STILL_PAUSED,
        words.UNKNOWN_KEY,
    ]
    assert (125, "Hold, 4") in lines.said


def test_someone_who_was_away_is_asked_where_to_go_on() -> None:
    sitting = Sitting(quiet_plan())
    lines = SpokenLines(sitting.clock, typed={3605: ""})
    told_so_far = lines.say

    def fall_asleep(*said: str) -> None:
        told_so_far(*said)
        if said == ("Hold, 4",):
            sitting.clock.forward(3600)

    lines.say = fall_asleep  # type: ignore[method-assign]
    PlainSitting(sitting.session, lines, sitting.house()).run()
    assert (3604, words.AWAY_PLAIN) in lines.said
    assert sitting.kept[-1].done_seconds == 16


def test_where_nobody_can_type_it_goes_on_by_itself_after_a_gap() -> None:
    sitting = Sitting(quiet_plan())
    lines = SpokenLines(sitting.clock)
    told_so_far = lines.say

    def fall_asleep(*said: str) -> None:
        told_so_far(*said)
        if said == ("Hold, 4",):
            sitting.clock.forward(60)

    lines.say = fall_asleep  # type: ignore[method-assign]
    PlainSitting(sitting.session, lines, sitting.house()).run()
    assert lines.lines[-1] == "Rest, 4"
    assert sitting.kept[-1].ended == "completed"


def test_words_already_on_the_screen_are_not_introduced() -> None:
    sitting = Sitting(quiet_plan())
    lines = SpokenLines(sitting.clock)
    PlainSitting(sitting.session, lines, sitting.house()).run(began_ns=sitting.clock.ns)
    assert lines.lines[0] == "Breathe in, 4"


def test_a_line_that_waits_goes_on_with_enter_and_says_so_once() -> None:
    plan = plan_for("five-senses", ask_before=False, ask_after=False)
    _, lines = told(plan, typed={70: "", 71: "", 72: "q"})
    waits = [second for second, line in lines.said if line == words.WAITS_PLAIN]
    assert waits == [6]
    assert [second for second, _ in lines.said if second >= 70] == [70, 71]


def test_the_next_line_comes_by_hand_and_nothing_is_skipped() -> None:
    plan = plan_for("steady-place", ask_before=False, ask_inputs=False, ask_after=False)
    sitting, lines = told(plan, typed={1: ".", 2: "q"})
    assert [second for second, _ in lines.said[2:]] == [0, 1]
    assert sitting.kept[-1].skipped == []


def test_a_word_of_ones_own_is_asked_for_once_and_put_into_the_lines() -> None:
    plan = plan_for("cue-controlled", ask_before=False, ask_after=False)
    _, lines = told(plan, ["soft"])
    assert any("soft" in line for line in lines.lines[1:])
    _, without = told(plan, [""])
    assert len(without.lines) == len(lines.lines)


def test_q_leaves_where_a_word_of_ones_own_is_asked_for() -> None:
    sitting, lines = told(plan_for("cue-controlled", ask_before=False), ["q", "5"])
    assert lines.lines[-3] == words.LEFT_PLAIN
    assert (sitting.kept[-1].ended, sitting.kept[-1].after) == ("stopped", 5)


def test_grounding_is_one_letter_away_and_ends_what_was_begun() -> None:
    sitting, lines = told(plan_for("box", ask_before=False), ["3"], typed={5: "g", 20: "", 21: "q"})
    first, second = {entry.id: entry for entry in sitting.kept}.values()
    assert (first.script, first.ended, first.after) == ("box", "stopped", None)
    assert (second.script, second.ended, second.after) == ("five-senses", "stopped", 3)
    assert (5, "Look around, and find five things that you can see.") in lines.said
    assert lines.lines.count(words.HOW_TO_RATE) == 0


@pytest.mark.parametrize(("typed", "sessions"), [("g", 2), ("", 1)])
def test_where_it_got_harder_grounding_is_offered_and_nothing_more_of_the_same(
    typed: str, sessions: int
) -> None:
    sitting, lines = told(plan_for(length=breaths(1)), ["3", "7", typed])
    assert following.GROUND_PLAIN in lines.lines[lines.lines.index(words.reply(3, 7)[0]) + 1]
    assert len({entry.id for entry in sitting.kept}) == sessions


def test_grounding_leads_to_no_other_grounding() -> None:
    plan = plan_for("facts", ask_before=False, ask_after=False)
    sitting, lines = told(plan, typed={1: "g", 2: "", 3: "q"})
    assert words.UNKNOWN_KEY in lines.lines
    assert len({entry.id for entry in sitting.kept}) == 1


def at_my_pace(script: str = "long-out", count: int = 3) -> Plan:
    return replace(quiet_plan(script, count), own_pace_else=NOBODYS_SCRIPTS.find("ramp"))


def taps(every: float, until: float) -> Typed:
    return {number * every: "" for number in range(1, round(until / every))}


def test_enter_with_each_breath_in_and_out_sets_the_pace() -> None:
    sitting, lines = told(at_my_pace(), typed=taps(1.5, 24.1))
    begins = [second for second, line in lines.said if line.startswith("Breathe in")]
    assert begins[0] == 22.5
    assert begins[1] - begins[0] == pytest.approx(3, abs=0.2)
    assert lines.lines[:3] == [
        pace.TAP_PLAIN,
        pace.FOUND_PLAIN,
        "Long out-breath: 9 seconds, ends at 14:22.",
    ]
    assert sitting.kept[-1].ended == "completed"


def test_where_nobody_can_tap_the_gentle_breath_begins_at_once() -> None:
    sitting, lines = told(at_my_pace())
    assert lines.lines[:2] == [pace.NOT_FOUND, "Slowly longer: 22 seconds, ends at 14:22."]
    assert sitting.kept[-1].script == "ramp"


@pytest.mark.parametrize("typed", [{}, {3: "s"}, {1: "", 2: "h", 3: "x"}])
def test_without_taps_the_gentle_breath_begins(typed: Typed) -> None:
    sitting, lines = told(at_my_pace(), typed=typed)
    assert pace.NOT_FOUND in lines.lines
    assert (HELP in lines.lines) == (2 in typed)
    assert (sitting.kept[-1].script, sitting.kept[-1].ended) == ("ramp", "completed")


def test_leaving_while_tapping_is_one_key() -> None:
    sitting, lines = told(at_my_pace(), typed={3: "q"})
    assert lines.lines == [pace.TAP_PLAIN]
    assert (sitting.kept[-1].ended, sitting.kept[-1].done_seconds) == ("stopped", 0)


def test_the_pace_can_be_tapped_and_kept_while_it_plays() -> None:
    typed: Typed = {12: "m", **{13 + 2 * number: "" for number in range(11)}, 60: "="}
    sitting, lines = told(quiet_plan("long-out", 12), typed=typed)
    seconds = {line: second for second, line in lines.said}
    told_at = [seconds[said] for said in (pace.TAP_PLAIN, pace.FOUND_PLAIN, pace.KEPT)]
    assert told_at == [12, 33, 60]
    begins = [second for second, line in lines.said if line.startswith("Breathe in")]
    assert begins[2] == 33
    assert begins[3] - begins[2] == 4
    assert begins[-1] - begins[-2] == pytest.approx(begins[-3] - begins[-4])
    assert sitting.kept[-1].ended == "completed"


def test_leaving_while_tapping_in_the_middle_ends_the_session() -> None:
    sitting, _ = told(quiet_plan("long-out", 12), typed={12: "m", 14: "q"})
    assert (sitting.kept[-1].ended, sitting.kept[-1].done_seconds) == ("stopped", 12)


def test_only_a_breath_can_follow_ones_own() -> None:
    plan = plan_for("facts", ask_before=False, ask_after=False)
    typed: Typed = {1: "m", **{2 + second: "." for second in range(60)}}
    _, lines = told(plan, typed=typed)
    assert (1, pace.ONLY_A_BREATH) in lines.said


def test_v_switches_the_voice_and_the_clock_goes_on() -> None:
    sitting, lines = told(quiet_plan(), typed={5: "v", 9: "v"})
    assert (5, "The voice is on.") in lines.said
    assert (9, "The voice is off.") in lines.said
    assert lines.seconds == 16
    assert sitting.ears.heard[3] == "Hold"


def told_until_closed(plan: Plan, typed: Typed) -> Sitting:
    sitting = Sitting(plan)
    lines = ClosedInput(sitting.clock, (), typed)
    PlainSitting(sitting.session, lines, sitting.house([HELP])).run()
    return sitting


def test_what_waits_for_a_key_waits_no_more_once_the_input_is_closed() -> None:
    plan = plan_for("five-senses", ask_before=False, ask_after=False)
    sitting = told_until_closed(plan, {1: "."})
    assert sitting.kept[-1].ended == "completed"


def test_a_paused_session_goes_on_once_the_input_is_closed() -> None:
    sitting = told_until_closed(quiet_plan(), {5: ""})
    assert (sitting.kept[-1].ended, sitting.kept[-1].done_seconds) == ("completed", 16)
