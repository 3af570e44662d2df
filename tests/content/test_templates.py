from pathlib import Path

import pytest

from calmcli.content.loader import check_script, check_text, read_script, read_template
from calmcli.content.model import VisitTemplate
from calmcli.content.problems import ScriptError
from calmcli.content.shipped import SHIPPED, SHIPPED_VISITS
from calmcli.content.templates import Templates
from calmcli.errors import UsageError
from content.samples import GROUNDING, altered

VISIT = """\
format: 1
language: en
kind: visit
id: my-visit
title: My visit
about: A visit of one's own.
steps:
  - name: Book
    place: home
  - name: Waiting room
    place: waiting
    minutes: -10
    exercise: facts
  - name: The needle
    place: room
    minutes: 5
    needle: true
"""


def told(written: str) -> list[str]:
    """Places and messages of all problems and hints, as 'line:column: message'."""
    return [f"{one.line}:{one.column}: {one.message}" for one in check_text(written, "my.yaml")]


def shipped(template_id: str) -> VisitTemplate:
    return Templates(Path("nobody")).find(template_id).script


def test_there_is_a_template_for_each_sort_of_visit() -> None:
    folder = next(iter(SHIPPED_VISITS.values())).parent
    assert set(SHIPPED_VISITS.values()) == set(folder.iterdir())
    assert len(SHIPPED_VISITS) == 8


@pytest.mark.parametrize("template_id", SHIPPED_VISITS)
def test_a_shipped_template_needs_no_second_look_and_is_named_after_its_id(
    template_id: str,
) -> None:
    template = shipped(template_id)
    assert check_script(SHIPPED_VISITS[template_id]) == ()
    assert (template.id, template.language) == (template_id, "en")
    assert template.sources
    assert template.about.endswith(".")


@pytest.mark.parametrize("template_id", SHIPPED_VISITS)
def test_the_exercises_of_a_shipped_template_are_there(template_id: str) -> None:
    steps = shipped(template_id).steps
    named = {each for step in steps for each in (step.exercise, step.if_faint) if each}
    assert named
    assert named <= set(SHIPPED)


@pytest.mark.parametrize("template_id", SHIPPED_VISITS)
def test_a_shipped_template_leads_from_home_to_after(template_id: str) -> None:
    places = [step.place for step in shipped(template_id).steps]
    order = ["home", "waiting", "room", "after"]
    assert places == sorted(places, key=order.index)
    assert set(places) == set(order)


@pytest.mark.parametrize("template_id", SHIPPED_VISITS)
def test_asking_friends_is_a_step_one_can_choose(template_id: str) -> None:
    assert "Ask friends whom they trust" in [step.name for step in shipped(template_id).steps]


@pytest.mark.parametrize("template_id", sorted(set(SHIPPED_VISITS) - {"telehealth"}))
def test_the_night_before_is_the_evening_before_whenever_the_visit_is(template_id: str) -> None:
    steps = {step.name: step for step in shipped(template_id).steps}
    night = steps["The night before"]
    assert (night.evening_before, night.minutes) == (True, None)


@pytest.mark.parametrize("minutes", [-600, -1000])
def test_a_step_may_come_before_or_after_an_evening_that_depends_on_the_visit(minutes: int) -> None:
    first = "minutes: -10", f"minutes: {minutes}"
    assert told(altered(VISIT, first, ("minutes: 5", "evening_before: true"))) == []


@pytest.mark.parametrize("template_id", ["gp-talk", "intimate-exam", "returning"])
def test_a_first_talk_by_video_is_a_step_one_can_choose(template_id: str) -> None:
    steps = {step.name: step for step in shipped(template_id).steps}
    assert steps["Ask about a visit by video first"].optional


def test_people_who_faint_find_a_step_with_a_needle_where_one_comes() -> None:
    with_needle = {
        template_id
        for template_id in SHIPPED_VISITS
        if any(step.needle for step in shipped(template_id).steps)
    }
    assert with_needle == {"blood-test", "scan", "dentist", "day-surgery"}


def test_a_template_is_read_with_all_that_it_says() -> None:
    template = read_template(VISIT, "my.yaml")
    assert [(step.name, step.place, step.minutes) for step in template.steps] == [
        ("Book", "home", None),
        ("Waiting room", "waiting", -10),
        ("The needle", "room", 5),
    ]
    assert [step.needle for step in template.steps] == [False, False, True]
    assert template.steps[1].exercise == "facts"


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            "minutes: 5",
            "minutes: -20",
            "16:14: this step is at -20 minutes, and one before it at -10 minutes",
        ),
        (
            "minutes: 5",
            "evening_before: true",
            "16:21: this step is the evening before, and one before it at -10 minutes",
        ),
        ("minutes: 5", "minutes: 40321", "16:14: 'minutes' is 40321; the most is 40320"),
        ("name: The needle", "name: book", "14:11: a step is called 'book' already"),
        ("place: room", "place: romm", "15:12: unknown word 'romm' for 'place'"),
        ("needle: true", "needle: yes", "17:13: 'needle' cannot be 'yes'"),
        ("minutes: 5", "minuts: 5", "16:5: unknown key 'minuts'"),
        ("kind: visit", "kind: vist", "3:7: unknown kind 'vist'"),
    ],
)
def test_a_slip_in_a_template_is_told_at_its_place(old: str, new: str, problem: str) -> None:
    assert told(altered(VISIT, (old, new))) == [problem]


def test_a_template_and_an_exercise_are_not_taken_for_one_another() -> None:
    with pytest.raises(ScriptError, match="a visit is prepared, not played"):
        read_script(VISIT, "my.yaml")
    with pytest.raises(ScriptError, match="this is an exercise, not a visit"):
        read_template(GROUNDING, "my.yaml")


def test_words_to_avoid_are_pointed_out_in_needs_and_sayings() -> None:
    needs = altered(VISIT, ("steps:", "needs:\n  - Please tell me to relax\nsteps:"))
    assert told(needs) == ["8:23: 'relax' is among the words to avoid"]


def test_ones_own_template_stands_beside_the_shipped_ones_or_in_their_place(
    tmp_path: Path,
) -> None:
    (tmp_path / "mine.yaml").write_text(VISIT)
    (tmp_path / "dentist.yaml").write_text(altered(VISIT, ("id: my-visit", "id: dentist")))
    templates = Templates(tmp_path)
    assert templates.find("my-visit").origin == "personal"
    assert templates.find("dentist").script.title == "My visit"
    assert [found.script.id for found in templates.all()][-2:] == ["dentist", "my-visit"]
    with pytest.raises(
        UsageError, match="no sort of visit called 'dentst'; did you mean 'dentist'"
    ):
        templates.find("dentst")
