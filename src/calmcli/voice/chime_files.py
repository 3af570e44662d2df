"""Chimes as files that a player can open, each made when it is first played."""

import os
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from calmcli.voice.chimes import Chime, wav_of


class ChimeFiles:
    """Files of this process alone; on Linux in memory, so that even a kill leaves none behind."""

    def __init__(self, volume: float) -> None:
        self._volume = volume
        self._paths: dict[Chime, Path] = {}
        self._descriptors: list[int] = []
        self._folder: TemporaryDirectory[str] | None = None

    def path(self, chime: Chime) -> Path:
        """The file of a chime. Raises OSError."""
        if chime not in self._paths:
            content = wav_of(chime, self._volume)
            in_memory = sys.platform == "linux" and Path("/proc/self/fd").is_dir()
            make = self._in_memory if in_memory else self._in_a_folder
            self._paths[chime] = make(f"{chime.name}.wav", content)
        return self._paths[chime]

    def close(self) -> None:
        """Take them away."""
        for descriptor in self._descriptors:
            os.close(descriptor)
        if self._folder is not None:
            self._folder.cleanup()
        self._paths, self._descriptors, self._folder = {}, [], None

    def _in_memory(self, name: str, content: bytes) -> Path:
        """Under our own number: whoever opens it there begins at its beginning."""
        descriptor: int = os.memfd_create(name)  # type: ignore[attr-defined,unused-ignore]
        self._descriptors.append(descriptor)
        with open(descriptor, "wb", closefd=False) as file:
            file.write(content)
        return Path(f"/proc/{os.getpid()}/fd/{descriptor}")

    def _in_a_folder(self, name: str, content: bytes) -> Path:
        if self._folder is None:
            self._folder = TemporaryDirectory(prefix="calmcli-", ignore_cleanup_errors=True)
        path = Path(self._folder.name) / name
        path.write_bytes(content)
        return path
