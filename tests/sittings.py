"""Sessions for tests: a clock of their own, and everything they ask to keep."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calmcli.content.library import Library
from calmcli.course import Plan
from calmcli.exercises.length import Length
from calmcli.house import House
from calmcli.kinds import KINDS
from calmcli.session import Session
from calmcli.settings import Settings
from fakes import Ears, FakeClock

if TYPE_CHECKING:
    from calmcli.journal.entries import Entry

NOBODYS_SCRIPTS = Library(Path("/dev/null/no scripts of one's own"))


class Sitting:
    """A session together with its clock and the entries it handed on to be kept."""

    def __init__(self, plan: Plan) -> None:
        self.clock = FakeClock()
        self.ears = Ears()
        self.kept: list[Entry] = []
        self.session = Session(plan, self.clock.clock, self.kept.append, self.ears)

    def grounding(self) -> Session:
        """A session of grounding on the same clock, kept in the same place."""
        plan = plan_for("five-senses", ask_before=False, ask_inputs=False)
        return Session(plan, self.clock.clock, self.kept.append, self.ears)

    def plan(self, kind: str, script: str | None = None) -> Plan:
        """Three breaths, or as long as the script says."""
        found = NOBODYS_SCRIPTS.find(script or KINDS[kind].usual)
        return Plan(found=found, length=breaths(3) if kind == "breathing" else None)

    def open_session(self, kind: str, script: str | None = None) -> Session:
        return Session(self.plan(kind, script), self.clock.clock, self.kept.append, self.ears)

    def open_plan(self, plan: Plan) -> Session:
        """A session of any plan on the same clock, kept in the same place."""
        self.session = Session(plan, self.clock.clock, self.kept.append, self.ears)
        return self.session

    def house(self, support: Sequence[str] = (), **changes: object) -> House:
        """Everything around a session, on the same clock; nothing of it is on the disk."""
        house = House(
            clock=self.clock.clock,
            support=lambda **_: list(support),
            grounding=self.grounding,
            open_session=self.open_session,
            open_plan=self.open_plan,
            plan=self.plan,
            library=NOBODYS_SCRIPTS,
            settings=Settings,
            places=None,
            settle=lambda: None,
            let_go=lambda: None,
        )
        return replace(house, **changes)

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
