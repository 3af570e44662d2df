"""Cues told aloud, in speech and chimes: silent until chosen, and never waited for."""

import os
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from calmcli.settings import Sound
from calmcli.timeline import Cue

if TYPE_CHECKING:
    from calmcli.voice.outlet import Outlet
    from calmcli.voice.ringing import Chimes

_BELL = b"\a"


class Aloud:
    """What both front ends are heard through; they tell it nothing but where a session is."""

    def __init__(self, choice: Sound | None = None) -> None:
        self._choice = choice or Sound()
        self.speaks = self._choice.voice
        """Whether cues are spoken now."""
        self._speech: Outlet[str] | None = None
        self._chimes: Chimes | None = None
        self._is_heard = False

    def choose(self, choice: Sound) -> None:
        """Be heard as is set; what was switched by hand stays while the settings do."""
        if choice != self._choice:
            self.close()
            self._choice, self.speaks = choice, choice.voice

    def get_ready(self) -> None:
        """Have all at hand before the first cue; without sound nothing is imported."""
        if self.speaks and self._speech is None:
            from calmcli.voice.outlet import Outlet  # noqa: PLC0415  silence does not pay for it
            from calmcli.voice.programs import speech_programs  # noqa: PLC0415

            self._speech = Outlet(speech_programs(), "speech")
        if self._choice.chimes and self._chimes is None:
            from calmcli.voice.ringing import Chimes  # noqa: PLC0415  silence does not pay for it

            self._chimes = Chimes(self._choice.volume)

    def tell(self, cue: Cue, pace: int) -> None:
        """Tell a cue that begins now, at a pace in percent."""
        self.ring(cue)
        self.say(cue.spoken(pace))

    def ring(self, cue: Cue) -> None:
        """Ring the chime of a cue, if there are chimes."""
        if self._chimes is not None:
            self._is_heard = True
            self._chimes.ring(cue)
            if self._chimes.is_off and self._choice.bell:
                _ring_bell()

    def say(self, words: str) -> None:
        """Speak, if cues are spoken."""
        if self.speaks and self._speech is not None:
            self._is_heard = True
            self._speech.put(words)

    def hush(self) -> None:
        """Silence, at once."""
        if self._is_heard:
            self._is_heard = False
            for each in (self._speech, self._chimes):
                if each is not None:
                    each.hush()

    def switch_voice(self) -> bool:
        """Begin to speak, or stop it at once; whether anything can be heard of it."""
        self.speaks = not self.speaks
        self.get_ready()
        if not self.speaks and self._speech is not None:
            self._speech.hush()
        return self._speech is not None and not self._speech.is_off

    def close(self) -> None:
        """Silence for good; nothing of it is left running."""
        for each in (self._speech, self._chimes):
            if each is not None:
                each.close()
        self._speech = self._chimes = None


def _ring_bell() -> None:
    """The terminal's own bell: a byte that can come amid anything else it is sent."""
    stream = sys.__stderr__
    with suppress(OSError, ValueError):
        if stream is not None and stream.isatty():
            os.write(stream.fileno(), _BELL)
