"""Chimes through whichever program plays files here."""

from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

from calmcli.timeline import Cue
from calmcli.voice.chimes import Chime, chime_of, wav_of
from calmcli.voice.outlet import Order, Outlet, Program
from calmcli.voice.programs import player_programs


class ChimeFiles:
    """Chimes as files of a folder of their own, each made when it is first played."""

    def __init__(self, volume: float) -> None:
        self._volume = volume
        self._folder = TemporaryDirectory(prefix="calmcli-", ignore_cleanup_errors=True)

    def path(self, chime: Chime) -> Path:
        """The file of a chime. Raises OSError."""
        path = Path(self._folder.name) / f"{chime.name}.wav"
        if not path.exists():
            path.write_bytes(wav_of(chime, self._volume))
        return path

    def close(self) -> None:
        """Take them away."""
        self._folder.cleanup()


class Chimes:
    """Rings each cue's chime in place of the one before."""

    def __init__(self, volume: float, players: Iterable[Program[Path]] | None = None) -> None:
        self._files = ChimeFiles(volume)
        found = player_programs() if players is None else players
        self._outlet = Outlet([self._ringing(each) for each in found], "chimes")

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
