"""Plain mode without a terminal: lines are remembered with their moment, time passes at once."""

from collections.abc import Sequence

from calmcli.clock import NS_PER_S
from fakes import FakeClock

Typed = dict[float, str]
"""What is typed during a session, by the second it is typed in."""


class SpokenLines:
    """Says into a list and hears from another."""

    def __init__(
        self, clock: FakeClock, answers: Sequence[str] = (), typed: Typed | None = None
    ) -> None:
        self.said: list[tuple[float, str]] = []
        self.hears = typed is not None
        self._clock = clock
        self._begun_ns = clock.ns
        self._answers = list(answers)
        self._typed = sorted((typed or {}).items())

    @property
    def seconds(self) -> float:
        return (self._clock.ns - self._begun_ns) / NS_PER_S

    @property
    def lines(self) -> list[str]:
        return [line for _, line in self.said]

    def say(self, *lines: str) -> None:
        self.said += [(self.seconds, line) for line in lines]

    def ask(self, question: str) -> str | None:
        self.say(question)
        return self._answers.pop(0) if self._answers else None

    def wait(self, until_ns: int | None) -> str | None:
        """Jump to the moment, or to what is typed before it."""
        if self._typed:
            second, line = self._typed[0]
            moment = self._begun_ns + round(second * NS_PER_S)
            if until_ns is None or moment <= until_ns:
                self._typed.pop(0)
                self._clock.ns = max(self._clock.ns, moment)
                return line
        assert until_ns is not None, "nobody will ever type again: this would wait for ever"
        self._clock.ns = max(self._clock.ns, until_ns)
        return None


class ClosedInput(SpokenLines):
    """Hears what is typed during a session, and then the end of the input: Ctrl+D."""

    def wait(self, until_ns: int | None) -> str | None:
        """Nobody can be heard once everything was typed; waiting for them would be for ever."""
        was_heard, self.hears = self.hears, bool(self._typed)
        if was_heard and not self.hears and until_ns is None:
            return None
        return super().wait(until_ns)
