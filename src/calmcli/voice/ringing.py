"""Chimes through whichever program plays files here."""

from collections.abc import Iterable
from pathlib import Path

from calmcli.timeline import Cue
from calmcli.voice.chime_files import ChimeFiles
from calmcli.voice.chimes import Chime, chime_of
from calmcli.voice.outlet import Order, Outlet, Program
from calmcli.voice.programs import player_programs


class Chimes:
    """Rings each cue's chime in place of the one before."""

    def __init__(self, volume: float, players: Iterable[Program[Path]] | None = None) -> None:
        self._files = ChimeFiles(volume)
        found = player_programs() if players is None else players
        programs = [self._ringing(each) for each in found]
        self._outlet = Outlet(programs, "chimes")

    @property
    def is_off(self) -> bool:
        """Whether no chime can be heard."""
        return self._outlet.is_off

    def ring(self, cue: Cue) -> None:
        """Ring for a cue that begins now."""
        self._outlet.put(chime_of(cue))

    def hush(self) -> None:
        """Silence, at once."""
        self._outlet.hush()

    def close(self) -> None:
        """Silence for good; nothing of it is left running, and no file."""
        self._outlet.close()
        self._files.close()

    def _ringing(self, player: Program[Path]) -> Program[Chime]:
        def order(chime: Chime) -> Order:
            return player.order(self._files.path(chime))

        return Program(player.name, order, player.stop)
