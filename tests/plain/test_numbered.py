from collections.abc import Callable
from pathlib import Path

import pytest

from calmcli.house import House
from calmcli.plain.home import Home
from calmcli.plain.lines import Lines
from calmcli.plain.numbered import by_number, choose
from calmcli.plain.rooms import ROOMS
from calmcli.words.lists import NUMBER_AGAIN
from sittings import Sitting, plan_for
from sound_rooms import house_with_settings, without_programs
from spoken_lines import SpokenLines

HOME: Callable[[House, Lines], None] = lambda house, lines: Home(house, lines).run()  # noqa: E731
LISTS = {"home": HOME, **{room: ROOMS[room] for room in ("learn", "settings", "sound", "take")}}
CHOSEN = [("1", "a"), ("02", "b"), ("3", None), ("0", None), ("-1", None), ("x", None), ("", None)]


@pytest.mark.parametrize("room", LISTS)
@pytest.mark.parametrize("leaves", ["q", "."])
def test_a_list_is_told_once_more_when_asked_for_and_left_by_one_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, room: str, leaves: str
) -> None:
    without_programs(monkeypatch)
    lines = SpokenLines(Sitting(plan_for()).clock, ["?", leaves, "the one after"])
    LISTS[room](house_with_settings(tmp_path), lines)
    firsts = [line for line in lines.lines if line.startswith("1 ")]
    assert len(firsts) == 2
    assert firsts[0] == firsts[1]
    assert lines.ask("") == "the one after"


@pytest.mark.parametrize(("typed", "chosen"), CHOSEN)
def test_a_number_chooses_what_stands_beside_it(typed: str, chosen: str | None) -> None:
    assert by_number(["a", "b"], typed) == chosen


def test_what_is_no_number_of_a_list_is_said_and_asked_again() -> None:
    lines = SpokenLines(Sitting(plan_for()).clock, ["3", "two", "2"])
    assert choose(lines, "Which?", ["one", "two"]) == 1
    assert lines.lines.count(NUMBER_AGAIN) == 2
