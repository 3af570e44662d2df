"""Plain mode led by any bytes: whatever is typed, it ends, and says nothing a terminal acts on."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from msgspec.structs import replace
from msgspec.structs import replace as replace_fields

from calmcli.endings import Ended
from calmcli.errors import CalmError
from calmcli.paths import Places, find_places
from calmcli.people import add_person
from calmcli.plain.rooms import ROOMS
from calmcli.plain.sitting import Sitting as PlainSitting
from calmcli.settings import Settings, read_settings
from calmcli.support.facts import Person
from calmcli.text import clean
from calmcli.visits.beginning import from_template
from calmcli.visits.keeping import blank_visit, keep_visit
from fakes import FakeClock
from journals import entry, keep, several
from sittings import Sitting, breaths, plan_for
from spoken_lines import ClosedInput
from visits.samples import template

SCRIPTS = ("box", "long-out", "pmr-quick", "five-senses", "container")
QUIET_ROOMS = (
    *("journal", "settings", "profile", "visits"),
    *("help", "people", "learn", "forget"),
)
"""The rooms that start no other program and make no sound file; '0' is the first of them."""
MOST_LINES = 20_000
SECONDS_APART = 7.3
"""Between two lines typed while a session plays."""


class _Terminal(ClosedInput):
    """Whoever sits there types line by line, and then closes the input."""

    def __init__(self, clock: FakeClock, written: list[str]) -> None:
        answers, typed = written[::2], written[1::2]
        moments = {number * SECONDS_APART: line for number, line in enumerate(typed, 1)}
        super().__init__(clock, answers, moments)
        self.hears = bool(moments)

    def say(self, *lines: str) -> None:
        """Write lines, which are to be safe, and not to go on for ever."""
        for line in lines:
            assert clean(line, lines=True) == line, ascii(line)
        super().say(*lines)
        assert len(self.said) < MOST_LINES, "it does not end"


def sit_through(data: bytes) -> None:
    """A session, by the script that the first byte chooses, and then line by line what is typed."""
    script = SCRIPTS[data[0] % len(SCRIPTS)] if data else SCRIPTS[0]
    length = breaths(2) if script in ("box", "long-out") else None
    sitting = Sitting(plan_for(script, length=length))
    lines = _Terminal(sitting.clock, _lines(data))
    with suppress(Ended):
        PlainSitting(sitting.session, lines, sitting.house(["112"])).run()


def lead_through_a_room(data: bytes) -> None:
    """A room of home, by the first byte, with a home of its own on the disk."""
    room = QUIET_ROOMS[data[0] % len(QUIET_ROOMS)] if data else QUIET_ROOMS[0]
    enter(room, _lines(data))


def enter(room: str, written: list[str]) -> list[str]:
    """Go into a room and type these lines there; what was said."""
    with _a_home() as places:

        def read() -> Settings:
            return read_settings(places.settings).settings

        sitting = Sitting(plan_for("box", length=breaths(1)))
        house = replace(sitting.house(["112"], places=places), settings=read)
        lines = _Terminal(sitting.clock, written)
        with suppress(Ended, CalmError):
            ROOMS[room](house, lines)
        return lines.lines


def _lines(data: bytes) -> list[str]:
    """What arrives line by line, as plain mode decodes it."""
    return [line.decode(errors="replace") for line in data[1:].split(b"\n")]


@contextmanager
def _a_home() -> Iterator[Places]:
    """A folder for everything, which is also where files without a folder would be written."""
    before = Path.cwd()
    with TemporaryDirectory() as folder:
        os.chdir(folder)
        places = find_places({"CALMCLI_HOME": folder})
        places.journal.write_bytes(_a_journal())
        try:
            yield places
        finally:
            os.chdir(before)


@cache
def _a_journal() -> bytes:
    """A few sessions, a visit that is near, and someone to turn to."""
    with TemporaryDirectory() as folder:
        places, now = find_places({"CALMCLI_HOME": folder}), entry().started_at
        keep(places, several())
        visit = from_template(blank_visit("A visit", now), template("blood-test"))
        keep_visit(places, replace_fields(visit, at=now), now)
        add_person(places, Person("Aroha", "027 123 4567", "the one with the dog"))
        return places.journal.read_bytes()
