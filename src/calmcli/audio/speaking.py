"""Words as samples, from whichever speech program there is; one that fails is left alone."""

from __future__ import annotations  # 3.11 cannot subscript an array as it runs

import subprocess
import wave
from array import array
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING

from calmcli.audio.resampling import at_our_rate, trimmed, with_peak
from calmcli.voice.chimes import BYTES_PER_SAMPLE, SAMPLES_PER_MS
from calmcli.voice.groups import end_group, own_group, with_us

if TYPE_CHECKING:
    from collections.abc import Callable

    from calmcli.audio.recorders import Recorder
    from calmcli.timeline import Cue

LONGEST_S = 20.0
"""How long a program may take for one cue before it counts as hung."""
MOST_FAILURES = 3
_LOOK_EVERY_S = 0.25
_PEAK = 0.5
_KEPT = 16
"""How many texts are remembered: a breath repeats its few, a walk through the body has many."""


class Speech:
    """Speaks cues into samples; after three failures it is silent."""

    def __init__(
        self,
        recorder: Recorder,
        longest_s: float = LONGEST_S,
        waiting: Callable[[], None] = lambda: None,
    ) -> None:
        """`waiting` is called while a program takes its time; it may raise to give it up."""
        self.spoken = 0
        """How many cues have been given their words."""
        self.failures = 0
        """How often the program could not do it."""
        self.left_out = 0
        """How many cues had no room for their words."""
        self._recorder, self._longest_s, self._waiting = recorder, longest_s, waiting
        self._said = lru_cache(maxsize=_KEPT)(self._say)

    @property
    def is_off(self) -> bool:
        """Whether it has failed too often to be asked again."""
        return self.failures >= MOST_FAILURES

    def fitting(self, cue: Cue) -> array[int] | None:
        """A cue's words, no longer than the cue: without their seconds, or faster, if need be."""
        for words, faster in dict.fromkeys(
            ((cue.spoken(), False), (cue.words, False), (cue.words, True))
        ):
            if self.is_off:
                return None
            said = self._said(words, faster)
            if said is None:
                return None
            if len(said) <= cue.length_ms * SAMPLES_PER_MS:
                self.spoken += 1
                return said
        self.left_out += 1
        return None

    def _say(self, words: str, faster: bool) -> array[int] | None:  # noqa: FBT001
        """Words as they are spoken, from their first sound to their last."""
        with TemporaryDirectory(prefix="calmcli-", ignore_cleanup_errors=True) as folder:
            path = Path(folder) / "spoken.wav"
            try:
                self._run(self._recorder.argv(path, faster), words)
                return _read(path)
            except (OSError, subprocess.SubprocessError, EOFError, ValueError, wave.Error):
                self.failures += 1
                return None

    def _run(self, argv: list[str], words: str) -> None:
        nowhere = subprocess.DEVNULL
        with subprocess.Popen(  # noqa: S603  one of the programs we know, words on its input
            [*with_us(), *argv],
            stdin=subprocess.PIPE,
            stdout=nowhere,
            stderr=nowhere,
            **own_group(),
        ) as process:
            try:
                self._wait_for(process, f" {words}\n".encode())
            except BaseException:
                end_group(process)
                raise
        if process.returncode:
            raise subprocess.CalledProcessError(process.returncode, argv[0])

    def _wait_for(self, process: subprocess.Popen[bytes], words: bytes) -> None:
        """Give it its words and wait for its end. Raises TimeoutExpired when that takes long."""
        deadline, given = monotonic() + self._longest_s, words
        while True:
            left_s = deadline - monotonic()
            try:
                process.communicate(given or None, timeout=max(0, min(_LOOK_EVERY_S, left_s)))
            except subprocess.TimeoutExpired:
                if left_s < 0:
                    raise
                given = b""
                self._waiting()
            else:
                return


def _read(path: Path) -> array[int]:
    """What was recorded, as samples of ours. Raises ValueError for sound of another sort."""
    with wave.open(str(path), "rb") as sound:
        channels, width, rate = sound.getparams()[:3]
        frames = sound.readframes(sound.getnframes())
    if width != BYTES_PER_SAMPLE or not frames:
        raise ValueError(width)
    samples = array("h", frames[: len(frames) // BYTES_PER_SAMPLE * BYTES_PER_SAMPLE])
    return at_our_rate(with_peak(trimmed(samples[::channels]), _PEAK), rate)
