"""A whole visit in lines: prepared, gone through, looked back at, and the next one."""

from datetime import datetime
from pathlib import Path

import pytest
from msgspec.structs import replace

from calmcli.endings import EXIT_CTRL_C, Ended
from calmcli.home import home_items
from calmcli.paths import Places, find_places
from calmcli.plain.home import Home
from calmcli.plain.visits import visits_room
from calmcli.profile import Profile
from calmcli.shelves import keep_profile
from calmcli.visits.appointments import Appointments
from calmcli.visits.keeping import keep_visit
from calmcli.visits.visit import Visit
from calmcli.words import visits as said
from sittings import Sitting, plan_for
from spoken_lines import SpokenLines, Typed


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places({"CALMCLI_HOME": str(tmp_path)})


def at_visits(written: list[str]) -> list[str]:
    """What is typed, with the number that home has for this room."""
    items = [item.id for group in home_items(Sitting(plan_for()).house()) for item in group]
    return [str(items.index("visits") + 1) if line == "visits" else line for line in written]


def at_home(
    places: Places, written: str, typed: Typed | None = None
) -> tuple[Sitting, SpokenLines]:
    """Home in lines, with everything that is typed there, line by line."""
    sitting = Sitting(plan_for())
    lines = SpokenLines(sitting.clock, at_visits(written.splitlines()), typed)
    Home(sitting.house(["In an emergency: 112."], places=places), lines).run()
    return sitting, lines


def kept(places: Places) -> list[Visit]:
    return Appointments(places, Sitting(plan_for()).clock.local).read().visits


def prepared(places: Places) -> Visit:
    at_home(places, NEW)
    (visit,) = kept(places)
    return visit


NEW = """\
visits
1
2
My blood test
2026-11-21 14:40
My sister
1, 3
Please call me Sam.

y
1
1
Does it hurt?


In 4, out 6
The stairs on the left
y

3
0
5




7


.

q
"""
"""Home, visits, a new one, a blood test; then its questions one by one, and home again."""


def test_a_new_visit_is_asked_for_one_thing_at_a_time_shown_and_kept(places: Places) -> None:
    _, lines = at_home(places, NEW)
    (visit,) = kept(places)
    assert (visit.name, visit.template, visit.who) == ("My blood test", "blood-test", "My sister")
    assert f"{visit.at:%Y-%m-%d %H:%M}" == "2026-11-21 14:40"
    assert visit.needs == (
        "I may faint. I would like to lie down for this.",
        "Please do not tell me when; I would rather look away and talk.",
        "Please call me Sam.",
    )
    assert visit.faints
    assert visit.signal == "a raised hand of the other arm"
    assert visit.questions == ("What is it being tested for?", "Does it hurt?")
    assert visit.breath == "In 4, out 6"
    assert visit.way_out == "The stairs on the left"
    expected = [step.expected for step in visit.steps]
    assert expected[:8] == [None, 3, 0, 5, None, None, None, None]
    assert expected[8:] == [7, None, None, None, None, None]
    shown = lines.lines.index("Who comes along: My sister")
    assert shown < lines.lines.index(said.KEPT["journal"])


def test_every_question_can_be_left_open_and_nothing_is_made_up(places: Places) -> None:
    at_home(places, "visits\n1\n1\n.\n\n\nq\n")
    (visit,) = kept(places)
    assert visit.name == "Talk with a GP"
    assert (visit.at, visit.who, visit.needs, visit.signal) == (None, None, (), None)
    assert (visit.questions, visit.faints, visit.last_time) == ((), False, None)
    assert {step.expected for step in visit.steps} == {None}
    assert {step.say for step in visit.steps} == {None}


def test_a_new_visit_can_be_left_unkept(places: Places) -> None:
    _, lines = at_home(places, "visits\n1\n1\n.\nx\n\nq\n")
    assert kept(places) == []
    assert said.LEFT in lines.lines


def test_q_pressed_twice_keeps_what_was_typed(places: Places) -> None:
    at_home(places, "visits\n1\n1\nMine\nq\nq\n\nq\n")
    assert [visit.name for visit in kept(places)] == ["Mine"]


@pytest.mark.parametrize("template", ["blood-test", "Blood test or injection", "injection"])
def test_a_template_goes_by_its_name_too_and_q_ends_the_questions(
    places: Places, template: str
) -> None:
    at_home(places, f"visits\n1\n{template}\nMine\nq\n\n\nq\n")
    (visit,) = kept(places)
    assert (visit.template, visit.name, visit.at) == ("blood-test", "Mine", None)


def test_what_was_answered_is_kept_when_no_more_lines_come(places: Places) -> None:
    at_home(places, "visits\n1\n4\nDentist at last\n")
    assert [visit.name for visit in kept(places)] == ["Dentist at last"]


class Interrupted(SpokenLines):
    """Ctrl+C where no answer is left."""

    def ask(self, question: str) -> str | None:
        typed = super().ask(question)
        if typed is None:
            raise Ended(EXIT_CTRL_C)
        return typed


def interrupted(places: Places, written: str) -> SpokenLines:
    """Visits in lines, until Ctrl+C."""
    sitting = Sitting(plan_for())
    lines = Interrupted(sitting.clock, written.splitlines())
    with pytest.raises(Ended):
        visits_room(sitting.house(places=places), lines)
    return lines


@pytest.mark.parametrize(
    "typed", ["Dentist at last\n\nMy sister\n", "Dentist at last\n\nMy sister\nq\n"]
)
def test_ctrl_c_amid_a_new_visit_keeps_what_was_answered_and_says_how_to_go_on(
    places: Places, typed: str
) -> None:
    lines = interrupted(places, f"1\n4\n{typed}")
    (visit,) = kept(places)
    assert (visit.name, visit.who, visit.template) == ("Dentist at last", "My sister", "dentist")
    assert lines.lines[-1] == said.KEPT_SO_FAR.format(name="Dentist at last", command="edit")


def test_ctrl_c_before_the_first_answer_keeps_nothing_and_says_nothing(places: Places) -> None:
    lines = interrupted(places, "1\n4\n\n\n")
    assert kept(places) == []
    assert lines.lines[-1] == said.ASK_WHO


def test_ctrl_c_amid_a_change_or_a_review_keeps_what_was_answered(places: Places) -> None:
    prepared(places)
    lines = interrupted(places, "1\n2\n3\nMy brother\n")
    assert kept(places)[0].who == "My brother"
    assert lines.lines[-1] == said.KEPT_SO_FAR.format(name="My blood test", command="edit")
    lines = interrupted(places, "1\n5\n4\n")
    assert kept(places)[0].steps[0].came == 4
    assert lines.lines[-1] == said.KEPT_SO_FAR.format(name="My blood test", command="review")


def test_each_answer_is_on_the_disk_before_the_next_question(places: Places) -> None:
    seen = []

    class Watching(SpokenLines):
        def ask(self, question: str) -> str | None:
            seen.append([visit.who for visit in kept(places)])
            return super().ask(question)

    sitting = Sitting(plan_for())
    lines = Watching(sitting.clock, ["1", "1", "Mine", "", "My sister", "q", "q"])
    visits_room(sitting.house(places=places), lines)
    assert seen[:6] == [[], [], [], [None], [None], ["My sister"]]


def test_what_was_answered_and_left_unkept_is_gone_or_as_it_was(places: Places) -> None:
    at_home(places, "visits\n1\n1\nMine\n\nMy sister\n.\nx\n\nq\n")
    assert kept(places) == []
    before = prepared(places)
    at_home(places, "visits\n1\n2\n3\nMy brother\n\nx\n\n\nq\n")
    assert kept(places)[0].who == before.who == "My sister"


def test_before_its_day_a_review_says_so_and_asks_nothing(places: Places) -> None:
    visit = prepared(places)
    tomorrow = datetime.fromisoformat("2026-11-22T14:40+00:00")
    keep_visit(places, replace(visit, at=tomorrow), visit.edited_at)
    _, lines = at_home(places, "visits\n1\n5\n\n\nq\n")
    when = "Sun 22 Nov 2026, 14:40"
    assert said.STILL_TO_COME.format(when=when) in lines.lines
    assert not any(said.ASK_CAME in line for line in lines.lines)


def test_how_a_day_was_understood_is_said_in_full(places: Places) -> None:
    _, lines = at_home(places, "visits\n1\n1\nMine\n03/12/2026\nthursday 2pm\n.\n\n\nq\n")
    assert any("can be 12 March or 3 December" in line for line in lines.lines)
    at = lines.lines.index(said.UNDERSTOOD.format(when="Thursday 26 November 2026, 14:00"))
    assert lines.lines[at + 1] == said.ASK_WHO


def test_b_asks_the_question_before_once_more(places: Places) -> None:
    _, lines = at_home(places, "visits\n1\n1\nMine\n\nMy brother\nb\nMy sister\n.\n\n\nq\n")
    assert kept(places)[0].who == "My sister"
    assert said.THERE_NOW.format(now="My brother") in lines.lines
    assert lines.lines.count(said.ASK_WHO) == 2


def test_at_the_first_question_b_asks_it_again(places: Places) -> None:
    _, lines = at_home(places, "visits\n1\n1\nb\nMine\n.\n\n\nq\n")
    assert lines.lines.count(said.ASK_NAME) == 2
    assert kept(places)[0].name == "Mine"


def test_what_is_expected_is_asked_only_where_it_is_wished_and_can_be_said_later(
    places: Places,
) -> None:
    at_home(places, "visits\n1\n1\nMine\n" + "\n" * 12 + "\n\nq\n")
    (visit,) = kept(places)
    assert {step.expected for step in visit.steps} == {None}
    _, lines = at_home(places, "visits\n1\n2\n12\n\n3\nq\n\n\n\n\nq\n")
    assert f"12 {said.EXPECTING}" in lines.lines
    assert [step.expected for step in kept(places)[0].steps][:3] == [None, 3, None]


def test_an_answer_that_does_not_fit_is_asked_for_again_with_what_would(places: Places) -> None:
    _, lines = at_home(places, "visits\n1\n2\n\nsoon\n2026-12-03 9:30\n\n99\n1\n.\n\n\nq\n")
    (visit,) = kept(places)
    assert f"{visit.at:%H:%M}" == "09:30"
    assert len(visit.needs) == 1
    assert said.NO_SUCH_NUMBER.format(most=8) in lines.lines
    assert any("'soon' is no day or time" in line for line in lines.lines)


def test_what_numbers_came_to_is_told_before_more_is_asked(places: Places) -> None:
    _, lines = at_home(places, "visits\n1\n2\n\n\n\n1, 2 and 4\nMy left ear\n.\n\n\nq\n")
    (visit,) = kept(places)
    assert visit.needs[-1] == "My left ear"
    assert len(visit.needs) == 4
    for there in (visit.needs[:3], visit.needs):
        at = lines.lines.index(said.THERE_NOW.format(now="; ".join(there)))
        assert lines.lines[at + 1] == said.MORE_NEEDS


def test_a_step_begins_its_exercise_and_the_entry_knows_where_it_belongs(places: Places) -> None:
    visit = prepared(places)
    number = [step.name for step in visit.steps].index("Waiting room") + 1
    sitting, lines = at_home(
        places, f"visits\n1\n1\n{number}\n6\n4\n\n\n\nq\n", typed={20.0: "8", 30.0: "7", 40.0: "q"}
    )
    entry = sitting.kept[-1]
    assert (entry.script, entry.before, entry.after) == ("facts", 6, 4)
    assert (entry.visit, entry.place) == (visit.id, "waiting")
    assert entry.visit_step == visit.steps[number - 1].id
    assert [(each.at_seconds, each.rating) for each in entry.during] == [(20.0, 8), (30.0, 7)]
    assert "Noted: 8, very hard." in lines.lines
    assert any(line.endswith("Waiting room, facts") and "14:30" in line for line in lines.lines)


def test_who_faints_gets_tension_at_the_needle_unless_a_caution_outranks_it(
    places: Places,
) -> None:
    visit = replace(prepared(places), faints=False)
    keep_visit(places, visit, visit.edited_at)
    number = [step.name for step in visit.steps].index("The needle") + 1
    begin = f"visits\n1\n1\n{number}\n\n\n\n\n\nq\n"
    sitting, _ = at_home(places, begin, typed={5.0: "q"})
    assert sitting.kept[-1].script == "pursed"
    keep_profile(places, Profile(fainting=True))
    sitting, lines = at_home(places, begin, typed={5.0: "q"})
    assert sitting.kept[-1].script == "leg-tension"
    assert any(line.endswith("The needle, leg-tension") for line in lines.lines)
    keep_profile(places, Profile(fainting=True, pregnancy=True))
    sitting, lines = at_home(places, begin, typed={5.0: "q"})
    assert sitting.kept[-1].script == "pursed"
    assert said.SAY_YOU_FAINT in lines.lines


def test_afterwards_both_numbers_are_shown_and_the_next_card_can_carry_the_words(
    places: Places,
) -> None:
    prepared(places)
    answers = ["", "", "4", "", "", "", "", "", "", "", "", "", "", "", "", "", "5", "Lying down"]
    review = "\n".join(
        ["visits", "1", "5", *answers, *[""] * 10, "Lying down helped.", "", "", "q"]
    )
    _, lines = at_home(places, review)
    (visit,) = kept(places)
    assert (visit.steps[1].came, visit.steps[8].came) == (4, 5)
    assert visit.steps[8].helped == "Lying down"
    assert visit.next_time == "Lying down helped."
    assert any("expected 7, came 5: lower than expected" in line for line in lines.lines)

    at_home(places, "visits\n2\n1\nNext one\n\n\ny\n.\n\n\nq\n")
    following = next(visit for visit in kept(places) if visit.name == "Next one")
    assert following.last_time == "Lying down helped."
    at = kept(places).index(following) + 1
    _, lines = at_home(places, f"visits\n{at}\n3\n\n\nq\n")
    assert "From last time: Lying down helped." in lines.lines


def test_without_a_wish_nothing_is_carried(places: Places) -> None:
    visit = prepared(places)
    appointments = Appointments(places, Sitting(plan_for()).clock.local)
    from msgspec.structs import replace  # noqa: PLC0415

    appointments.keep(replace(visit, next_time="Something private"))
    at_home(places, "visits\n2\n1\nNext one\n\n\n\n.\n\n\nq\n")
    following = next(visit for visit in kept(places) if visit.name == "Next one")
    assert "private" not in repr(following)


def test_anything_can_be_changed_and_emptied(places: Places) -> None:
    prepared(places)
    change = "visits\n1\n2\n3\nMy brother\n4\n-\n\n16\n2\n\nMay I lie down?\n\n\n\n\n\n\nq\n"
    at_home(places, change)
    (visit,) = kept(places)
    assert (visit.who, visit.needs) == ("My brother", ())
    assert (visit.steps[3].expected, visit.steps[3].say) == (2, "May I lie down?")


def test_a_sentence_is_filled_in_and_can_go_onto_the_card(places: Places) -> None:
    prepared(places)
    _, lines = at_home(places, "visits\n1\n4\n9\nmy sister\ny\n\n\n\nq\n")
    assert "I would like my sister in the room with me." in lines.lines
    assert kept(places)[0].needs[-1] == "I would like my sister in the room with me."


def test_a_visit_is_deleted_only_when_yes_is_typed(places: Places) -> None:
    prepared(places)
    at_home(places, "visits\n1\n11\n\n\n\nq\n")
    assert len(kept(places)) == 1
    at_home(places, "visits\n1\n11\nyes\n\nq\n")
    assert kept(places) == []


def test_without_a_place_to_keep_anything_it_says_so() -> None:
    sitting = Sitting(plan_for())
    lines = SpokenLines(sitting.clock, at_visits(["visits", "q"]))
    Home(sitting.house(), lines).run()
    assert said.NOWHERE in lines.lines
