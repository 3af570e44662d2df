"""Sessions for tests: a clock of their own, and everything they ask to keep."""

from pathlib import Path
from typing import TYPE_CHECKING

from calmcli.content.library import Library
from calmcli.exercises.length import Length
from calmcli.session import Plan, Session
from fakes import FakeClock

if TYPE_CHECKING:
    from calmcli.journal.entries import Entry

NOBODYS_SCRIPTS = Library(Path("/dev/null/no scripts of one's own"))


class Sitting:
    """A session together with its clock and the entries it handed on to be kept."""

    def __init__(self, plan: Plan) -> None:
        self.clock = FakeClock()
        self.kept: list[Entry] = []
        self.session = Session(plan, self.clock.clock, self.kept.append)

    def grounding(self) -> Session:
        """A session of grounding on the same clock, kept in the same place."""
        plan = plan_for("five-senses", ask_before=False, ask_inputs=False)
        return Session(plan, self.clock.clock, self.kept.append)

    def begin(self, before: int | None = None) -> None:
        self.session.begin(before)
        self.session.go_on()

    def forward(self, seconds: float) -> list[str]:
        """Let time pass second by second, as a screen does; the words of the cues told."""
        told = []
        whole, rest = divmod(seconds, 1)
        for step in [1.0] * int(whole) + ([rest] if rest else []):
            self.clock.forward(step)
            told += [cue.words for cue in self.session.tick()]
        return told


def plan_for(script: str = "box", **asked: object) -> Plan:
    return Plan(found=NOBODYS_SCRIPTS.find(script), **asked)  # type: ignore[arg-type]


def breaths(count: int) -> Length:
    return Length(cycles=count)
