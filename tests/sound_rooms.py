"""A house whose settings are on the disk, and sound programs of its own."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from calmcli import listening
from calmcli.house import House
from calmcli.paths import find_places
from calmcli.settings import read_settings
from calmcli.voice import programs as known
from calmcli.voice import ringing
from calmcli.voice.outlet import Order, Program
from programs import SPEAKS, name_of, program
from sittings import Sitting, plan_for


def house_with_settings(folder: Path, support: tuple[str, ...] = ()) -> House:
    places = find_places({"CALMCLI_HOME": str(folder)})
    return replace(
        Sitting(plan_for()).house(support),
        places=places,
        settings=lambda: read_settings(places.settings).settings,
    )


def with_programs(monkeypatch: pytest.MonkeyPatch, log: Path) -> None:
    """A voice and a player that note in one log what they are given."""
    voice = program(log, SPEAKS)

    def play(path: Path) -> Order:
        return voice.order(name_of(path))

    monkeypatch.setattr(known, "speech_programs", lambda: [voice])
    monkeypatch.setattr(listening, "speech_programs", lambda: [voice])
    for room in (ringing, listening):
        monkeypatch.setattr(room, "player_programs", lambda: [Program("plays", play)])


def without_programs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(listening, "speech_programs", list)
    monkeypatch.setattr(listening, "player_programs", list)
