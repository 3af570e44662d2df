from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from calmcli.content.library import Library
from calmcli.content.shipped import SHIPPED_VISITS
from calmcli.course import Plan
from calmcli.exercises.fitting import seconds_of
from calmcli.profile import ITEMS, Profile
from calmcli.visits.practice import Practice, as_offered, plan_for, practice_for
from calmcli.visits.visit import Visit
from calmcli.words import visits as said
from visits.samples import AT, a_visit, template

LIBRARY = Library(Path("nobody"))
TENSION_CAUTIONS = ("heart", "pregnancy", "surgery", "injury", "glaucoma")


def needle(visit: Visit, exercise: str | None = "long-out") -> Visit:
    """The same visit with this exercise where its needle comes."""
    steps = tuple(replace(step, exercise=exercise) if step.needle else step for step in visit.steps)
    return replace(visit, steps=steps)


def _tenses(script_id: str | None) -> bool:
    found = LIBRARY.get(script_id or "")
    return found is not None and "muscle_tension" in found.script.tags


def at_needle(visit: Visit, profile: Profile) -> Practice:
    return practice_for(visit, next(step for step in visit.steps if step.needle), profile)


def test_who_faints_gets_applied_tension_where_a_needle_comes() -> None:
    practice = at_needle(needle(a_visit()), Profile(fainting=True))
    assert practice.exercise == "applied-tension"
    assert "applied-tension" in practice.remark


def test_who_ticked_on_the_visit_that_they_may_faint_gets_it_too() -> None:
    assert at_needle(needle(a_visit(faints=True)), Profile()).exercise == "applied-tension"


def test_tension_in_the_legs_stays_what_it_is() -> None:
    practice = at_needle(needle(a_visit(), "leg-tension"), Profile(fainting=True))
    assert practice == Practice("leg-tension")


@pytest.mark.parametrize("caution", TENSION_CAUTIONS)
@pytest.mark.parametrize("exercise", ["long-out", "leg-tension", "applied-tension"])
def test_a_caution_outranks_tension_and_says_what_to_say(caution: str, exercise: str) -> None:
    profile = Profile(**{"fainting": True, caution: True})
    assert at_needle(needle(a_visit(), exercise), profile) == Practice(
        "long-out", said.SAY_YOU_FAINT
    )


def test_who_does_not_faint_is_told_nothing_about_fainting() -> None:
    assert at_needle(needle(a_visit()), Profile()) == Practice("long-out")
    assert at_needle(needle(a_visit()), Profile(heart=True)) == Practice("long-out")


@pytest.mark.parametrize("template_id", SHIPPED_VISITS)
def test_no_step_of_a_shipped_template_offers_tension_to_everybody(template_id: str) -> None:
    visit = a_visit(template_id)
    steps = template(template_id).steps
    tensing = [step.name for step in steps if step.exercise and _tenses(step.exercise)]
    offered = as_offered(visit, Profile()).steps
    assert tensing == [step.name for step in offered if _tenses(step.exercise)] == []


@pytest.mark.parametrize("template_id", SHIPPED_VISITS)
def test_every_needle_of_a_shipped_template_offers_tension_to_those_who_faint(
    template_id: str,
) -> None:
    offered = as_offered(a_visit(template_id), Profile(fainting=True)).steps
    assert [_tenses(step.exercise) for step in offered] == [step.needle for step in offered]


def test_while_the_needle_is_in_it_is_tension_of_the_legs_and_before_it_of_more() -> None:
    offered = as_offered(a_visit("blood-test", faints=True), Profile()).steps
    assert [(step.name, step.exercise) for step in offered if step.needle] == [
        ("The arm made ready", "applied-tension"),
        ("The needle", "leg-tension"),
    ]


def test_a_needle_without_an_exercise_says_so_where_tension_is_cautioned_against() -> None:
    none = needle(a_visit(), None)
    assert at_needle(none, Profile(heart=True)) == Practice(None, said.NO_EXERCISE)


@pytest.mark.parametrize("caution", ITEMS)
def test_no_caution_changes_a_step_without_a_needle(caution: str) -> None:
    visit = a_visit()
    step = next(step for step in visit.steps if step.exercise == "facts")
    assert practice_for(visit, step, Profile(**{caution: True})) == Practice("facts")


def test_the_session_knows_its_visit_its_step_and_its_place() -> None:
    visit = a_visit(at=AT)
    step = next(step for step in visit.steps if step.name == "Waiting room")
    plan, _ = plan_for(visit, step, Practice("facts"), LIBRARY, AT)
    assert (plan.visit, plan.visit_step, plan.place) == (visit.id, step.id, "waiting")
    assert plan.until is None
    assert not set("Waiting room") & set(step.id)


@pytest.mark.parametrize(
    ("seconds_before", "ends"), [(180, True), (301, False), (299, True), (8, False)]
)
def test_a_breath_ends_when_the_next_step_comes(seconds_before: int, *, ends: bool) -> None:
    visit = a_visit(at=AT)
    step = next(step for step in visit.steps if step.name == "Getting there")
    check_in = AT - timedelta(minutes=15)
    now = check_in - timedelta(seconds=seconds_before)
    plan, _ = plan_for(visit, step, Practice("long-out"), LIBRARY, now)
    assert plan.until == (check_in if ends else None)


def in_time(exercise: str, seconds: float, always: tuple[str, ...] = ()) -> tuple[Plan, str]:
    """What is planned where the next step comes in so many seconds."""
    visit = a_visit(at=AT)
    step = next(step for step in visit.steps if step.name == "Getting there")
    now = AT - timedelta(minutes=15, seconds=seconds)
    return plan_for(visit, step, Practice(exercise), LIBRARY, now, always=always)


@pytest.mark.parametrize(
    ("exercise", "seconds", "played"),
    [
        ("pmr-7", 3600, "pmr-7"),
        ("pmr-7", 300, "pmr-4"),
        ("pmr-16", 420, "pmr-7"),
        ("pmr-16", 30, "pmr-16"),
        ("facts", 3600, "facts"),
        ("facts", 30, "facts"),
        ("leg-tension", 30, "leg-tension"),
        ("pursed", 5, "pursed"),
    ],
)
def test_the_longest_variant_that_ends_before_the_next_step_is_played(
    exercise: str, seconds: float, played: str
) -> None:
    plan, _ = in_time(exercise, seconds)
    assert (plan.found.script.id, plan.until) == (played, None)


def test_that_it_is_a_shorter_one_is_said() -> None:
    _, told = in_time("pmr-7", 300)
    assert told == "Four areas, so that it ends before Check-in."


def test_what_is_always_left_out_takes_no_time() -> None:
    own_s = seconds_of(LIBRARY.find("pmr-7"), ())
    assert in_time("pmr-7", own_s - 1)[0].found.script.id == "pmr-4"
    assert in_time("pmr-7", own_s - 1, ("neck",))[0].found.script.id == "pmr-7"


@pytest.mark.parametrize("exercise", ["facts", "five-senses", "applied-tension", "leaves"])
def test_where_none_is_short_enough_it_is_said_how_long_it_takes_and_how_long_there_is(
    exercise: str,
) -> None:
    _, told = in_time(exercise, 70)
    title = LIBRARY.find(exercise).script.title
    assert told.startswith(f"{title} takes ")
    assert told.endswith(", and Check-in comes in 1 minute 10 seconds. It can be left at any time.")


def test_a_breath_for_which_there_is_no_time_is_told_of_too() -> None:
    plan, told = in_time("long-out", 8)
    assert plan.until is None
    assert "takes 5 minutes, and Check-in comes in 8 seconds." in told


@pytest.mark.parametrize("exercise", ["facts", "pmr-7", "long-out", "pursed"])
def test_where_there_is_time_enough_nothing_is_said_of_it(exercise: str) -> None:
    assert in_time(exercise, 3600)[1] == ""


def test_a_script_that_is_not_there_is_said_and_the_usual_breath_is_offered() -> None:
    visit = a_visit()
    plan, remark = plan_for(visit, visit.steps[0], Practice("gone"), LIBRARY, AT)
    assert plan.found.script.id == "long-out"
    assert "'gone'" in remark
