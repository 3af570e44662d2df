"""Every key has an id, a meaning and one place where it is told; a person's own keys work."""

from pathlib import Path

import pytest
from textual.keys import _character_to_key

from calmcli.paths import find_places
from calmcli.settings import Settings, read_settings
from calmcli.settings.bindings import DEFAULT_KEYS, FIXED, SCREENS
from calmcli.settings.key_names import key_called
from calmcli.settings.writing import set_setting
from calmcli.tui.keymap import bindings_in, declared, meanings, rooms
from calmcli.tui.screens.calm import CalmScreen
from calmcli.tui.screens.offering import OfferingScreen
from calmcli.tui.screens.room import RoomScreen
from tui.driver import open_app, open_home

ROOMS = list(rooms())
DECLARED = list(declared())
WHERE_LETTERS_ARE_TYPED = ("asking", "typing", "note", "question", "forgetting")
KINDS = {
    **dict.fromkeys(("settings", "keys", "visits"), "room"),
    **dict.fromkeys(("sound", "taking"), "offering"),
    "beginning": "rating",
}
HIDDEN = {
    "FindScreen": {"help-now", "keys", "numbers", "blank"},
    "HelpScreen": {"help-now"},
    "ProfileScreen": {"numbers"},
}
"""What a screen has from another and does not want."""
OWN: dict[str, tuple[str, ...]] = {
    "session.pause": ("p",),
    "session.leave": ("x",),
    "help-now": ("f1",),
    "blank": ("ctrl+l",),
}


@pytest.mark.parametrize("binding", DECLARED, ids=lambda each: f"{each.id}-{each.key}")
def test_every_key_has_an_id_and_says_what_it_does(binding) -> None:  # type: ignore[no-untyped-def]
    assert binding.id
    is_another_digit = binding.id in FIXED and binding.key.isdigit() and binding.key > "0"
    assert binding.tooltip or is_another_digit
    assert bool(binding.description) or not binding.show


def test_the_ids_and_keys_that_settings_know_are_those_of_the_screens() -> None:
    declared = {
        each.id: tuple(each.key.split(","))
        for each in DECLARED
        if str(each.id).partition(".")[0] not in WHERE_LETTERS_ARE_TYPED
    }
    assert declared == {**DEFAULT_KEYS, **FIXED}
    assert {*DEFAULT_KEYS} <= {*meanings()}


@pytest.mark.parametrize("room", [each for each in ROOMS if issubclass(each, CalmScreen)])
def test_what_settings_know_of_a_screen_is_what_it_has(room: type) -> None:
    ours = [parent for parent in room.__mro__ if parent.__module__.startswith("calmcli.")]
    there = {str(each.id) for parent in ours for each in bindings_in(parent)} | {"end", "suspend"}
    there -= HIDDEN.get(room.__name__, set())
    name = room.__name__.removesuffix("Screen").lower()
    if (kind := KINDS.get(name, name)) in SCREENS and room not in (RoomScreen, OfferingScreen):
        assert there == {*SCREENS[kind]}
    else:  # one that others build on
        assert any(there <= {*SCREENS[each]} for each in SCREENS)


def test_every_character_is_called_what_textual_calls_it() -> None:
    for code in [*range(0x21, 0x7F), *map(ord, "äéñßçøжあ§°")]:
        assert key_called(chr(code)) == _character_to_key(chr(code))


async def test_a_person_s_own_keys_do_it_and_the_usual_ones_no_more() -> None:
    own = Settings(keys=OWN)
    async with open_app("box", cycles=None, keys=["s"], settings=lambda: own) as driver:
        assert driver.session.player.state.name == "PLAYING"
        await driver.press("space")
        assert driver.session.player.state.name == "PLAYING"
        await driver.press("p")
        assert driver.session.player.state.name == "PAUSED"
        await driver.press("q")
        assert driver.where == "SessionScreen"
        await driver.press("escape")
        assert driver.where == "RatingScreen"


async def test_the_foot_and_the_list_of_keys_name_a_person_s_own() -> None:
    own = Settings(keys=OWN)
    async with open_app("box", keys=["9", "enter"], settings=lambda: own) as driver:
        assert "p pause" in driver.words()
        assert "x leave" in driver.words()
        assert "F1 shows who is there" in driver.words()
        await driver.press("question_mark")
        for line in ("p Pause, and go on", "x End the session", "Ctrl+L Blank the screen"):
            assert line in driver.words()


async def test_a_key_is_changed_on_a_screen_and_counts_at_once(tmp_path: Path) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})

    def settings() -> Settings:
        return read_settings(places.settings).settings

    keys = ["s", "enter", "end", "enter"]
    async with open_home(places=places, settings=settings, keys=keys) as driver:
        assert driver.where == "KeysScreen"
        await driver.press("enter", *["backspace"] * 3, "f", "1", "enter")
        assert "keys.help-now" in driver.text()
        assert settings().keys == {"help-now": ("f1",)}
        await driver.press("f1")
        assert driver.where == "HelpScreen"
        await driver.press("q", "down", "enter", *["backspace"] * 3, *"ctrl+c", "enter")
        assert "that key always leaves" in driver.words()
        await driver.press("escape", "q", "home", "end")
        assert "1 of your own" in driver.words()


def test_a_setting_of_a_key_is_on_the_disk_as_it_is_spelled(tmp_path: Path) -> None:
    set_setting(tmp_path / "settings.toml", "keys.session.next", "right, .")
    assert (tmp_path / "settings.toml").read_text() == '[keys]\n"session.next" = ["Right", "."]\n'
