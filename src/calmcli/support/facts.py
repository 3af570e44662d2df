"""What is known of the people and numbers someone can turn to.

Tuples with names, not dataclasses: this page is read in a panic, and the import of dataclasses is a
fifth of the time until its first words.
"""

from datetime import date
from typing import TYPE_CHECKING, Literal, NamedTuple

from calmcli.text import clean

if TYPE_CHECKING:
    from collections.abc import Mapping

STALE_AFTER_DAYS = 180
"""Days after which a number that was checked is to be checked again."""


LONGEST_NAME, LONGEST_REACH, LONGEST_NOTE = 60, 120, 200
"""Characters of what is kept about someone of one's own."""


class Person(NamedTuple):
    """Someone of one's own to turn to."""

    name: str
    reach: str
    """How to reach them, in one's own words: a number, an address, a door."""
    note: str
    """Whatever else helps to remember; may be empty."""


NOBODY = Person("", "", "")


def person_of(content: "Mapping[str, object]") -> Person | None:
    """The person that a record holds; None when it holds none."""
    fields = {"name": LONGEST_NAME, "reach": LONGEST_REACH, "note": LONGEST_NOTE}
    values = [
        clean(str(content.get(key) or "")).strip()[:longest] for key, longest in fields.items()
    ]
    return Person(*values) if values[0] else None


class Check(NamedTuple):
    """Whether a fact was ever held against the page of those it is about."""

    source: str | None
    """The official page to check it against, where one is known."""
    verified_on: date | None
    """The day it was last found to be so; None when nobody has looked yet."""
    is_ones_own: bool = False
    """Whether someone wrote it down for themselves, and did not say that it is unchecked."""

    def is_stale(self, today: date) -> bool:
        """Whether the last check is too long ago to lean on."""
        return self.verified_on is not None and (today - self.verified_on).days > STALE_AFTER_DAYS


class Reach(NamedTuple):
    """One way to reach a line."""

    by: Literal["call", "text", "chat"]
    to: str
    """A number, written as people there write it, or the address of a chat."""
    words: str | None
    """What to write in a text message, where it has to be certain words."""


class Line(NamedTuple):
    """People who answer: a support line."""

    name: str
    reach: tuple[Reach, ...]
    hours: str | None
    """When someone answers, as in "open at all hours" without its first word."""
    languages: str | None
    """As in "English and French"."""
    note: str | None
    """Whole sentences about what to press or choose."""
    check: Check


class Directory(NamedTuple):
    """A page that lists support lines of many countries."""

    address: str
    check: Check


class Support(NamedTuple):
    """Everyone to turn to in one country, or anywhere when `country` is None."""

    country: str | None
    """Two letters of ISO 3166, in capitals."""
    name: str | None
    """The country in English."""
    emergency: tuple[str, ...]
    """The numbers for a medical emergency, the usual one first."""
    emergency_check: Check
    lines: tuple[Line, ...]
    directories: tuple[Directory, ...]
    listed: tuple[str, ...]
    """On the page of no one country: the codes of all countries there is a page for."""
    people: tuple[Person, ...] = ()
    """People of one's own."""
    has_own_lines: bool = False
    """Whether the lines are those of a file of one's own."""
    notes: tuple[str, ...] = ()
    """Sentences about what could not be read."""
