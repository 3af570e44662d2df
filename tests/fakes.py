"""A clock that a test owns, and ears."""

from datetime import datetime, timedelta, timezone

from calmcli.clock import NS_PER_MS, NS_PER_S, Clock
from calmcli.timeline import Cue
from calmcli.voice.aloud import Aloud

HERE = timezone(timedelta(hours=2))


class FakeClock:
    """Both clocks at once; they move only when told to."""

    def __init__(self) -> None:
        self.ns = 5 * NS_PER_S
        self.start = datetime(2026, 11, 21, 14, 22, tzinfo=HERE)
        self._start_ns = self.ns

    def now(self) -> int:
        return self.ns

    def local(self) -> datetime:
        return self.start + timedelta(microseconds=(self.ns - self._start_ns) // 1000)

    def forward(self, seconds: float) -> None:
        self.ns += round(seconds * NS_PER_S)

    def forward_ms(self, milliseconds: int) -> None:
        self.ns += milliseconds * NS_PER_MS

    @property
    def clock(self) -> Clock:
        return Clock(now=self.now, local=self.local, here=lambda moment: moment)


class Ears(Aloud):
    """Hears what would be told aloud, without any program."""

    SILENCE = "(silence)"

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[str] = []

    def get_ready(self) -> None:
        self.heard.append("(ready)")

    def tell(self, cue: Cue, pace: int) -> None:
        self.heard.append(cue.spoken(pace))

    def say(self, words: str) -> None:
        if self.speaks:
            self.heard.append(words)

    def hush(self) -> None:
        if self.heard[-1:] != [self.SILENCE]:
            self.heard.append(self.SILENCE)

    def switch_voice(self) -> bool:
        self.speaks = not self.speaks
        return True
