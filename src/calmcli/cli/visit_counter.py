"""Where `calmcli visit` keeps and shows visits, in words or as JSON."""

import json
import sys
from argparse import Namespace
from typing import Any

from msgspec import to_builtins

from calmcli.cli.desk import Desk, open_desk
from calmcli.cli.surface import NO_OUTPUT
from calmcli.content.templates import Templates
from calmcli.errors import CalmError, UsageError
from calmcli.output import JSON_VERSION, complain, say
from calmcli.plain.lines import StandardLines
from calmcli.plain.visits import VisitsInLines
from calmcli.visits.appointments import Appointments
from calmcli.visits.clock import has_passed
from calmcli.visits.keeping import find_visit
from calmcli.visits.showing import visit_lines
from calmcli.visits.visit import Visit
from calmcli.words import visits as said


class Counter:
    """Where visits are asked for: the desk, the visits, and someone who answers in lines."""

    def __init__(self) -> None:
        self.desk: Desk = open_desk()
        places = self.desk.places
        if places is None:
            raise CalmError(said.NOWHERE)
        self.now = self.desk.clock.local
        self.appointments = Appointments(places, self.now)
        self.templates = Templates(places.visits)

    def lines(self) -> StandardLines:
        """Someone to ask in lines. Raises UsageError where nothing can be written."""
        if sys.stdout is None:
            raise UsageError(NO_OUTPUT)
        return StandardLines(sys.stdout, sys.stdin, self.desk.clock.now)

    def talk(self) -> VisitsInLines:
        """Visits in lines."""
        return VisitsInLines(self.desk.house(), self.lines(), self.appointments)

    def visits(self) -> list[Visit]:
        """The visits there are; what could not be read is complained of."""
        read = self.appointments.read()
        for message in read.messages:
            complain(message)
        return read.visits

    def find(self, options: Namespace) -> Visit:
        """The visit that is meant. Raises UsageError."""
        return find_visit(self.visits(), options.visit)

    def keep(self, visit: Visit, options: Namespace) -> int:
        """Keep it and show it; 1 when it could be kept nowhere."""
        kept = self.appointments.keep(visit).value
        if options.json:
            say_json(visit=as_json(visit), kept=kept)
        else:
            say(*visit_lines(visit), "")
            if options.at is not None and has_passed(visit, self.now()):
                say(said.HAS_PASSED)
            say(said.KEPT[kept])
        return 1 if kept == "lost" else 0


def as_json(visit: Visit) -> dict[str, Any]:
    """Every field of a visit under its name."""
    fields: dict[str, Any] = to_builtins(visit)
    return fields


def say_json(**content: Any) -> None:
    """Print one object."""
    say(json.dumps({"schema_version": JSON_VERSION, **content}, ensure_ascii=False))
