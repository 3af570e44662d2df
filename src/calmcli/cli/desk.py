"""What a command that begins sessions has at hand, and the house it hands to the front ends."""

import os
from functools import partial
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from calmcli.cli.asked import Asked
from calmcli.cli.fronts import support
from calmcli.cli.planning import grounding_plan, make_plan
from calmcli.cli.sittings import Sittings
from calmcli.clock import Clock
from calmcli.content.library import Library
from calmcli.course import Plan
from calmcli.errors import CalmError
from calmcli.exercises.skipping import parts_left_out
from calmcli.house import House
from calmcli.kinds import KINDS
from calmcli.output import complain
from calmcli.paths import Places, find_places
from calmcli.session import Session
from calmcli.settings import Settings, read_settings


class Desk(Struct, frozen=True):
    """The places, the clock, the scripts and the sessions of one run."""

    places: Places | None
    clock: Clock
    library: Library
    sittings: Sittings
    at_first: Settings
    """What was set when this run began."""

    def settings(self) -> Settings:
        """What is set at this moment."""
        return Settings() if self.places is None else read_settings(self.places.settings).settings

    def plan(self, kind: str, script: str | None = None) -> Plan:
        """What a session would be if its command were typed with nothing or a script after it."""
        command, asked = KINDS[kind].command, Asked(script=script)
        return make_plan(command, asked, self.settings(), self.library, self.clock)

    def open_session(self, kind: str, script: str | None = None, *, keeps: bool = True) -> Session:
        """A session by that plan."""
        plan, settings = self.plan(kind, script), self.settings()
        keeps = keeps and settings.journal
        return self.sittings.open(plan, keeps=keeps, sound=settings.sound)

    def open_plan(self, plan: Plan, *, keeps: bool = True) -> Session:
        """A session of a plan, with the ratings and the areas left out that are usual."""
        settings = self.settings()
        plan = replace(
            plan,
            left_out=parts_left_out(plan.found.script, (), settings.skip.always),
            ask_before=settings.ask.before,
            ask_after=settings.ask.after,
            keeps=keeps and settings.journal,
        )
        return self.sittings.open(plan, keeps=plan.keeps, sound=settings.sound)

    def house(self, *, keeps: bool = True) -> House:
        """What the front ends need; without `keeps` the journal learns nothing of this run."""

        def grounding() -> Session:
            settings = self.settings()
            plan = grounding_plan(self.library, settings)
            keeps_this = keeps and settings.journal
            return self.sittings.open(plan, keeps=keeps_this, sound=settings.sound)

        return House(
            clock=self.clock,
            support=partial(support, self.places),
            grounding=grounding,
            open_session=partial(self.open_session, keeps=keeps),
            open_plan=partial(self.open_plan, keeps=keeps),
            plan=self.plan,
            library=self.library,
            settings=self.settings,
            places=self.places,
            settle=self.sittings.settle,
            let_go=self.sittings.let_go,
        )


def open_desk() -> Desk:
    """Everything at hand; what is wrong with the settings is said in a line and changes nothing."""
    places, clock, settings = _places(), Clock(), Settings()
    if places is not None:
        settings, problems = read_settings(places.settings)
        for problem in problems:
            complain(problem)
    library = Library(places.scripts if places else Path(os.devnull))
    return Desk(places, clock, library, Sittings(places, clock), settings)


def _places() -> Places | None:
    """Where things are kept; None when this system names no place, and sessions go on."""
    try:
        return find_places(os.environ)
    except CalmError:
        return None
