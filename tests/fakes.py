"""A clock that a test owns."""

from datetime import datetime, timedelta, timezone

from calmcli.clock import NS_PER_MS, NS_PER_S, Clock

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
        return Clock(now=self.now, local=self.local)
