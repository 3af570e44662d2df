"""Taking a session along as a sound file, the same for the whole screen and for lines."""

from itertools import count
from pathlib import Path

from msgspec import Struct

from calmcli.audio.file import Target, Told
from calmcli.audio.making import Order, check_order, make, recorder_for, told_of
from calmcli.content.model import Script
from calmcli.course import Course
from calmcli.house import House
from calmcli.kinds import KINDS
from calmcli.timeline import MS_PER_S

OPEN_ENDED_MS = 5 * 60 * MS_PER_S
"""How long a file of a session without an end is."""


class Taking(Struct, frozen=True):
    """One session that is to be taken along."""

    title: str
    order: Order
    length_ms: int

    def make(self, told: Told) -> list[str]:
        """Make the file; what to say about it. Raises CalmError."""
        return told_of(self.order, make(self.order, told), self.title)


def takable(house: House) -> list[Script]:
    """Every script there is, those that are usual first."""
    usual = [house.plan(kind).found.script for kind in KINDS]
    ids = {script.id for script in usual}
    return usual + [each.script for each in house.library.all() if each.script.id not in ids]


def take_along(house: House, script: Script, folder: Path) -> Taking:
    """A session by a script, as a file in a folder. Raises CalmError."""
    plan = house.plan(script.kind, script.id)
    timeline, title = Course(plan, house.clock.local).from_the_start(), plan.found.script.title
    if timeline.length_ms is None:
        timeline = timeline.ending_near(OPEN_ENDED_MS)
    order = Order(
        timeline=timeline,
        target=Target(free_path(folder, script.id)),
        volume=house.settings().sound.volume,
        recorder=recorder_for(None),
    )
    return Taking(title, order, check_order(order, title))


def free_path(folder: Path, name: str) -> Path:
    """A file that is not there yet, called after a script."""
    names = (f"{name}{'' if number == 1 else f'-{number}'}.wav" for number in count(1))
    return next(path for path in map(folder.joinpath, names) if not path.exists())
