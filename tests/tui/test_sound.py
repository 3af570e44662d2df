"""The rooms for sound on the whole screen."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from calmcli.audio import making
from calmcli.audio.track import sound_of
from calmcli.timeline import Cue, Timeline
from calmcli.tui.screens.sound import SoundScreen
from calmcli.tui.screens.taking import TakingScreen
from calmcli.words import sound as said
from programs import until
from sound_rooms import house_with_settings, without_programs
from tui.driver import Driver, open_home


async def finished(driver: Driver) -> None:
    """Until the file is made, or given up."""
    screen = driver.app.screen
    assert isinstance(screen, TakingScreen)
    if screen._thread is not None:
        screen._thread.join(20)
    await driver.settle()


async def test_sound_is_chosen_and_what_cannot_be_heard_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_programs(monkeypatch)
    house = house_with_settings(tmp_path)
    async with open_home(settings=house.settings, places=house.places) as driver:
        driver.app.push_screen(SoundScreen(driver.app.house))
        await driver.settle()
        assert "Voice off" in driver.words()
        await driver.press("down", "enter")
        assert "Chimes on in every session" in driver.words()
        assert driver.shown("outcome") == said.NO_PLAYER
        assert house.settings().sound.chimes
        await driver.press("q")
        assert driver.where == "HomeScreen"


async def test_a_session_is_taken_along(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "find_recorder", lambda: None)
    monkeypatch.chdir(tmp_path)
    async with open_home() as driver:
        driver.app.push_screen(TakingScreen(driver.app.house))
        await driver.settle()
        await driver.press("enter")
        await finished(driver)
        assert driver.shown("outcome").startswith("long-out.wav is written: Long out-breath")
    assert (tmp_path / "long-out.wav").stat().st_size == 2 * 48 * 30_000 + 44


async def test_leaving_the_room_gives_the_file_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "find_recorder", lambda: None)
    monkeypatch.chdir(tmp_path)
    begun: list[bytes] = []

    def held_up(
        timeline: Timeline, volume: float, _say: Callable[[Cue], None] | None
    ) -> Iterator[bytes]:
        for piece in sound_of(timeline, volume):
            begun.append(piece)
            yield piece
            until(screen._has_left.is_set)

    monkeypatch.setattr(making, "sound_of", held_up)
    async with open_home() as driver:
        screen = TakingScreen(driver.app.house)
        driver.app.push_screen(screen)
        await driver.settle()
        await driver.press("enter", "enter")
        until(lambda: begun)
        assert "percent of the file" in driver.shown("outcome")
        await driver.press("q")
        assert driver.where == "HomeScreen"
    assert len(begun) == 2  # the first, and the one at which it learns of it
    assert list(tmp_path.iterdir()) == []


async def test_a_folder_that_cannot_be_written_to_is_said_in_a_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "find_recorder", lambda: None)
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    async with open_home() as driver:
        driver.app.push_screen(TakingScreen(driver.app.house))
        await driver.settle()
        await driver.press("enter")
        await finished(driver)
        assert driver.shown("outcome").startswith("'long-out.wav' cannot be written")
