"""Before a session in lines: what is inside, what is kinder, and another script."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from calmcli.choosing import Choosing, wording_of
from calmcli.inside import caution
from calmcli.paths import Places, find_places
from calmcli.plain.sitting import Sitting as PlainSitting
from calmcli.profile import Profile
from calmcli.settings import Ask, Settings, Skip
from calmcli.shelves import keep_profile, read_favourites, set_favourite, set_unsuggested
from calmcli.words import cautions, following
from calmcli.words import inside as said
from calmcli.words import session as words
from sittings import NOBODYS_SCRIPTS, Sitting, breaths, plan_for
from spoken_lines import SpokenLines


@pytest.fixture
def places(tmp_path: Path) -> Places:
    return find_places({"CALMCLI_HOME": str(tmp_path)})


def told(
    answers: Sequence[str], script: str = "box", places: Places | None = None
) -> tuple[Sitting, SpokenLines]:
    length = None if script.startswith("pmr") else breaths(1)
    sitting = Sitting(plan_for(script, length=length, ask_after=False))
    lines = SpokenLines(sitting.clock, answers)
    PlainSitting(sitting.session, lines, sitting.house(places=places)).run()
    return sitting, lines


def test_what_is_inside_stands_before_the_first_question() -> None:
    _, lines = told([""], "pmr-4")
    assert lines.lines[0].startswith("Four areas: 2 minutes 58 seconds. Four areas of")
    assert lines.lines[1].startswith("6 parts, tensing with half effort")
    assert lines.lines[2].startswith("With: hand")
    assert lines.lines[4] == said.OTHER_PLAIN


def test_without_a_question_nothing_is_said_first() -> None:
    plan = plan_for("long-out", length=breaths(1), ask_before=False, ask_after=False)
    sitting = Sitting(plan)
    lines = SpokenLines(sitting.clock)
    PlainSitting(sitting.session, lines, sitting.house()).run()
    assert lines.lines[0] == "Long out-breath: 10 seconds, ends at 14:22."


def test_who_had_better_leave_it_out_is_said_before_the_question() -> None:
    script = NOBODYS_SCRIPTS.find("pmr-4").script
    _, lines = told([""], "pmr-4")
    question = next(at for at, line in enumerate(lines.lines) if words.ASK_BEFORE in line)
    assert lines.lines.index(caution(script)) < question


def test_another_script_brings_a_caution_of_its_own() -> None:
    _, lines = told(["/", "long-out", "6"])
    assert lines.lines.count(caution(NOBODYS_SCRIPTS.find("box").script)) == 1
    _, lines = told(["/", "box", "6"], "long-out")
    careful = lines.lines.index(caution(NOBODYS_SCRIPTS.find("box").script))
    assert lines.lines[careful - 2].startswith("Box breathing")


@pytest.mark.parametrize("settings", [Settings(), Settings(ask=Ask(inside=False))])
def test_it_is_said_without_a_question_too_and_where_no_facts_are_wished(
    settings: Settings,
) -> None:
    for ask_before in (True, False):
        plan = plan_for(length=breaths(1), ask_before=ask_before, ask_after=False)
        sitting = Sitting(plan)
        lines = SpokenLines(sitting.clock, [""])
        house = sitting.house(settings=lambda: settings)
        PlainSitting(sitting.session, lines, house).run()
        careful = lines.lines.index(caution(plan.found.script))
        begins = next(at for at, line in enumerate(lines.lines) if "ends at" in line)
        assert careful < begins


def test_the_kinder_one_is_offered_and_one_letter_takes_it(places: Places) -> None:
    keep_profile(places, Profile(heart=True))
    sitting, lines = told(["k", "6"], "box", places)
    offered = lines.lines.index(cautions.kinder("Long out-breath", "breathing", ["breath_hold"]))
    assert lines.lines[offered + 1] == said.INSTEAD_PLAIN
    assert (sitting.kept[-1].script, sitting.kept[-1].before) == ("long-out", 6)


def test_the_one_asked_for_is_played_all_the_same_where_nobody_takes_another(
    places: Places,
) -> None:
    keep_profile(places, Profile(heart=True))
    sitting, _ = told(["6"], "box", places)
    assert sitting.kept[-1].script == "box"


def test_who_faints_and_should_not_tense_is_told_what_to_say(places: Places) -> None:
    keep_profile(places, Profile(heart=True, fainting=True))
    _, lines = told([""], "pmr-4", places)
    assert cautions.SAY_YOU_FAINT in lines.lines


def test_where_nothing_is_kinder_k_is_no_answer() -> None:
    sitting, lines = told(["k", "6"])
    assert said.INSTEAD_PLAIN not in lines.lines
    assert sitting.kept[-1].script == "box"


@pytest.mark.parametrize("chosen", ["1", "long-out", "Long out-breath", "long out"])
def test_another_script_is_chosen_by_number_id_or_name(chosen: str) -> None:
    sitting, lines = told(["/", chosen, "6"])
    assert sitting.kept[-1].script == "long-out"
    assert "1 Long out-breath, 5:00" in lines.lines
    assert lines.lines.count(said.OTHER_PLAIN) == 2


def test_a_script_of_another_kind_can_be_chosen_and_is_as_long_as_it_is() -> None:
    sitting, _ = told(["/", "leaves", "6"])
    entry = sitting.kept[-1]
    assert (entry.kind, entry.script, entry.ended) == ("visualization", "leaves", "completed")
    assert entry.planned_seconds == entry.done_seconds


def test_an_empty_line_keeps_the_one_there_was() -> None:
    sitting, _ = told(["/", "", "6"])
    assert sitting.kept[-1].script == "box"


@pytest.mark.parametrize("typed", ["0", "99", "nothing like it", "even breath, even"])
def test_what_names_no_script_is_asked_again(typed: str) -> None:
    sitting, lines = told(["/", typed, "ramp", "6"])
    assert said.PICK_AGAIN.format(title="Box breathing") in lines.lines
    assert sitting.kept[-1].script == "ramp"


def test_what_names_several_says_which() -> None:
    sitting, lines = told(["/", "even breath", "even-slower", "6"])
    assert said.PICK_WHICH.format(titles="Even breath, Even breath, slower") in lines.lines
    assert sitting.kept[-1].script == "even-slower"


def test_a_favourite_is_marked_there_and_stands_first_the_next_time(places: Places) -> None:
    _, lines = told(["/", "f leaves", "f nothing", "f sigh", "f sigh", "", ""], "box", places)
    leaves = NOBODYS_SCRIPTS.find("leaves").script.title
    assert following.MARKED.format(title=leaves) in lines.lines
    assert following.UNMARKED.format(title="Sighing breath") in lines.lines
    assert read_favourites(places) == {"leaves"}
    _, later = told(["/", "", ""], "box", places)
    first = next(line for line in later.lines if line.startswith("1 Leaves"))
    assert first.endswith(f", {said.FAVOURITE}")


def test_what_is_not_brought_up_says_so_and_names_another(places: Places) -> None:
    set_unsuggested(places, wording_of(NOBODYS_SCRIPTS.find("box")), unsuggested=True)
    sitting, lines = told(["k", "6"], "box", places)
    assert said.NOT_SUGGESTED.format(title="Long out-breath") in lines.lines
    assert sitting.kept[-1].script == "long-out"
    _, picked = told(["/", "", ""], "box", places)
    assert f"4 Box breathing, 4:00, {said.UNSUGGESTED}" in picked.lines


def test_what_is_always_left_out_is_left_out_of_another_one_too(places: Places) -> None:
    sitting = Sitting(plan_for("pmr-7"))
    settings = Settings(skip=Skip(always=("neck",)))
    house = sitting.house(places=places, settings=lambda: settings)
    choosing = Choosing(house, sitting.session)
    choosing.take(NOBODYS_SCRIPTS.find("pmr-16"))
    assert "Neck" in sitting.session.plan.left_out


def test_a_favourite_that_is_gone_is_no_trouble(places: Places) -> None:
    set_favourite(places, "no-such-script", wanted=True)
    sitting, _ = told(["/", "", "6"], "box", places)
    assert Choosing(sitting.house(places=places), sitting.session).favourites("breathing") == []
