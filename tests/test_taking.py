"""Taking a session along, below both front ends."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from calmcli.audio import making
from calmcli.content.shipped import SHIPPED
from calmcli.errors import UsageError
from calmcli.taking import OPEN_ENDED_MS, free_path, takable, take_along
from hearing import PER_MS, read_wav
from sittings import Sitting, plan_for


@pytest.fixture(autouse=True)
def _without_a_voice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "find_recorder", lambda: None)


def test_every_script_can_be_taken_along_those_that_are_usual_first() -> None:
    ids = [script.id for script in takable(Sitting(plan_for()).house())]
    assert ids[:4] == ["long-out", "pmr-7", "steady-place", "five-senses"]
    assert sorted(ids) == sorted(SHIPPED)


@pytest.mark.parametrize("number", range(4))
def test_a_session_becomes_a_file_as_long_as_itself(tmp_path: Path, number: int) -> None:
    told: list[int] = []
    house = Sitting(plan_for()).house()
    taking = take_along(house, takable(house)[number], tmp_path)
    (line,) = taking.make(told.append)
    (path,) = tmp_path.iterdir()
    assert line.startswith(f"{path} is written: {taking.title}, ")
    assert len(read_wav(path)) == taking.length_ms * PER_MS
    assert told[-1] == taking.length_ms


def test_a_session_without_an_end_is_given_five_minutes(tmp_path: Path) -> None:
    house = Sitting(plan_for()).house()
    pursed = next(script for script in takable(house) if script.id == "pursed")
    house = replace(house, plan=lambda *_asked: plan_for("pursed"))
    taking = take_along(house, pursed, tmp_path)
    assert taking.length_ms == pytest.approx(OPEN_ENDED_MS, abs=6_000)


def test_a_second_file_has_a_name_of_its_own(tmp_path: Path) -> None:
    assert free_path(tmp_path, "box").name == "box.wav"
    (tmp_path / "box.wav").touch()
    (tmp_path / "box-2.wav").touch()
    assert free_path(tmp_path, "box").name == "box-3.wav"


def test_a_folder_that_is_gone_is_said_in_a_line(tmp_path: Path) -> None:
    house = Sitting(plan_for()).house()
    with pytest.raises(UsageError, match="There is no folder"):
        take_along(house, takable(house)[0], tmp_path / "gone")
