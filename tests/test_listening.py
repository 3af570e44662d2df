"""The room for sound, below both front ends."""

from contextlib import closing
from pathlib import Path

import pytest
from msgspec.structs import replace

from calmcli.listening import Listening
from calmcli.words import sound as said
from programs import heard, until
from sound_rooms import house_with_settings, with_programs, without_programs


def test_each_sound_can_be_heard_although_none_is_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    log = tmp_path / "log"
    with_programs(monkeypatch, log)
    wanted = ["rising.wav", "falling.wav", "still.wav", said.SPOKEN_TRIAL]
    with closing(Listening(house_with_settings(tmp_path))) as listening:
        for number, offer in enumerate(said.TO_HEAR, start=1):
            assert listening.choose(offer) == ""
            until(lambda: len(heard(log)) == number)  # noqa: B023  waited for within the round
    assert heard(log) == wanted


@pytest.mark.parametrize("name", ["voice", "chimes"])
def test_it_is_switched_on_for_every_session_and_off_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    with_programs(monkeypatch, tmp_path / "log")
    house = house_with_settings(tmp_path)
    listening = Listening(house)
    for is_on in (True, False):
        assert listening.choose(name) == ""
        assert getattr(house.settings().sound, name) is is_on
        beside = {offer.id: offer.beside for offer in listening.offers()}
        assert beside[name] == said.ON_OR_OFF[is_on]


@pytest.mark.parametrize(
    ("offer", "missing"),
    [
        ("voice", said.NO_SPEECH),
        ("speech", said.NO_SPEECH),
        ("chimes", said.NO_PLAYER),
        ("rising", said.NO_PLAYER),
    ],
)
def test_where_nothing_can_be_heard_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, offer: str, missing: str
) -> None:
    without_programs(monkeypatch)
    assert Listening(house_with_settings(tmp_path)).choose(offer) == missing


def test_settings_that_cannot_be_changed_are_said_to_be_so(tmp_path: Path) -> None:
    (tmp_path / "settings.toml").write_text("[sound\n")
    house = house_with_settings(tmp_path)
    assert "settings.toml" in Listening(house).choose("chimes")
    assert Listening(replace(house, places=None)).choose("chimes") == said.NOT_SET
