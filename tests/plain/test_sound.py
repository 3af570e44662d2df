from pathlib import Path

import pytest

from calmcli.audio import making
from calmcli.plain.sound import listen, take
from calmcli.words import sound as said
from sittings import Sitting, plan_for
from sound_rooms import house_with_settings, without_programs
from spoken_lines import SpokenLines


def test_sounds_are_listed_once_and_what_is_switched_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_programs(monkeypatch)
    house = house_with_settings(tmp_path)
    lines = SpokenLines(Sitting(plan_for()).clock, ["2", "9", "x", "4", ""])
    listen(house, lines)
    assert lines.lines[:2] == ["1 Voice: off", "2 Chimes: off"]
    assert lines.lines.count("1 Voice: off") == 1
    assert lines.lines.count(said.NO_PLAYER) == 2
    assert house.settings().sound.chimes


def test_without_a_line_the_room_is_left(tmp_path: Path) -> None:
    lines = SpokenLines(Sitting(plan_for()).clock, [])
    listen(house_with_settings(tmp_path), lines)
    assert lines.lines[-1] == said.ASK


@pytest.mark.parametrize(("answers", "files"), [(["1"], ["long-out.wav"]), ([""], [])])
def test_a_session_is_taken_along_from_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: list[str], files: list[str]
) -> None:
    monkeypatch.setattr(making, "find_recorder", lambda: None)
    monkeypatch.chdir(tmp_path)
    sitting = Sitting(plan_for())
    lines = SpokenLines(sitting.clock, answers)
    take(sitting.house(), lines)
    assert lines.lines[:2] == [said.TAKE_WHICH, "1 Long out-breath"]
    assert [path.name for path in tmp_path.iterdir()] == files
    assert not files or lines.lines[-1].startswith("long-out.wav is written")
