"""Home in lines: a numbered menu, one thing asked at a time."""

from collections.abc import Sequence
from pathlib import Path

from calmcli.content.library import Library
from calmcli.paths import find_places
from calmcli.plain.home import Home
from calmcli.words import care, forgetting, privacy
from calmcli.words import home as said
from journals import keep, several
from sittings import Sitting, plan_for
from spoken_lines import SpokenLines

HELP = "In an emergency: 112."


def at_home(answers: Sequence[str]) -> tuple[Sitting, SpokenLines]:
    sitting = Sitting(plan_for())
    lines = SpokenLines(sitting.clock, answers)
    Home(sitting.house([HELP]), lines).run()
    return sitting, lines


def test_the_menu_is_short_and_numbered_and_names_the_usual_exercise_first() -> None:
    _, lines = at_home(["q"])
    assert lines.lines[:3] == [
        said.HOME,
        "1 Long out-breath, 30 seconds",
        "2 Breathe, Long out-breath, 30 seconds",
    ]
    assert lines.lines[-1] == said.ASK


def test_an_empty_line_begins_the_usual_one_and_then_home_asks_again() -> None:
    sitting, lines = at_home(["", "7", "4", "q"])
    assert (sitting.kept[-1].before, sitting.kept[-1].after) == (7, 4)
    assert sitting.kept[-1].script == "long-out"
    assert lines.lines.count(said.HOME) == 2
    assert lines.lines[-3:] == [
        "That was 30 seconds, 7 before, 4 after.",
        said.HOME,
        f"{said.ASK} {said.LIST_AGAIN}",
    ]


def test_what_is_no_number_of_the_menu_is_asked_again_without_the_menu() -> None:
    _, lines = at_home(["0", "xyzzy", "99", "q"])
    assert lines.lines.count(said.ASK_AGAIN) == 3
    assert lines.lines.count(said.HOME) == 1


def test_a_room_is_gone_through_and_home_asks_again() -> None:
    _, lines = at_home(["help", "1", "q"])
    assert HELP in lines.lines
    assert lines.lines.count(said.HOME) == 2


def test_a_whole_name_leads_there_without_another_question() -> None:
    _, lines = at_home(["Help Now", "q"])
    assert HELP in lines.lines
    assert said.FOUND not in lines.lines


def test_a_page_is_found_by_what_it_is_about_and_read() -> None:
    _, lines = at_home(["partner", "1", "", "q"])
    assert "1 Helping someone you love, " in "\n".join(lines.lines)
    assert "For a partner, a parent, a friend. Being there is a lot." in lines.lines
    assert lines.lines.count(said.HOME) == 2


def test_where_no_line_can_come_any_more_home_is_left() -> None:
    _, lines = at_home([])
    assert lines.lines.count(said.HOME) == 1


def test_a_name_finds_scripts_and_rooms_and_a_number_chooses_among_them() -> None:
    sitting, lines = at_home(["box", "1", "", "", "q"])
    assert said.FOUND in lines.lines
    assert lines.lines[lines.lines.index(said.FOUND) + 1].startswith("1 Box breathing")
    assert sitting.kept[-1].script == "box"


def test_a_name_that_fits_much_lists_no_more_than_nine() -> None:
    _, lines = at_home(["e", "q"])
    found = lines.lines[lines.lines.index(said.FOUND) + 1 :]
    assert [line[0] for line in found[:-1]] == list("123456789")


def test_privacy_is_found_by_its_name(tmp_path: Path) -> None:
    sitting = Sitting(plan_for())
    places = find_places({"CALMCLI_HOME": f"{tmp_path}/a\x1b[2J"})
    for each, said_first in ((places, privacy.KEPT), (None, privacy.NOTHING)):
        lines = SpokenLines(sitting.clock, ["privacy", "q"])
        Home(sitting.house(places=each), lines).run()
        assert said_first in lines.lines
        assert (care.PRIVATE in lines.lines) == (each is not None)
        assert not any("\x1b" in line for line in lines.lines)


def test_everything_is_forgotten_by_one_typed_word(tmp_path: Path) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    keep(places, several())
    sitting, closed = Sitting(plan_for()), []
    lines = SpokenLines(sitting.clock, ["forget everything", "forget", "q"])
    house = sitting.house(places=places, let_go=lambda: closed.append(places.journal.exists()))
    Home(house, lines).run()
    assert forgetting.GONE.format(count=1) in lines.lines
    assert closed == [True]
    assert list(tmp_path.iterdir()) == []


def test_what_is_wrong_with_a_script_of_ones_own_is_said_once_before_the_menu(
    tmp_path: Path,
) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    places.scripts.mkdir()
    (places.scripts / "mine.yaml").write_text("[")
    sitting = Sitting(plan_for())
    lines = SpokenLines(sitting.clock, ["help now", "q"])
    house = sitting.house([HELP], places=places, library=Library(places.scripts))
    Home(house, lines).run()
    assert [line for line in lines.lines if "mine.yaml" in line] == lines.lines[:1]
