"""Whom to turn to now: one's own people, one's own lines, then what came with calmcli.

Whatever is broken around it, there is a page; what could not be read is said at its end.
"""
# pathlib would be a tenth of the time until the first words of this page
# ruff: noqa: PTH118

import os
from typing import TYPE_CHECKING, NamedTuple

from calmcli.store.glance import glance
from calmcli.support import find_support
from calmcli.support.country import UNREADABLE, UnreadableSettings, country_set
from calmcli.support.facts import Person, Support, person_of

if TYPE_CHECKING:
    from calmcli.content.own_support import OwnSupport

SHELF = "person"
PEOPLE_UNREADABLE = "Your own people could not be read. 'calmcli journal check' says more."
OWN_UNREADABLE = "Your own support.yaml could not be used: {problem}"


class Where(NamedTuple):
    """Where everything of one's own is kept that this page is made of."""

    journal: str
    pending: str
    settings: str
    own: str

    @classmethod
    def under(cls, config: str, data: str) -> "Where":
        """By the folders of settings and of data, as `paths.find_places` has them."""
        return cls(
            os.path.join(data, "journal.db"),
            os.path.join(data, "pending"),
            os.path.join(config, "settings.toml"),
            os.path.join(data, "support.yaml"),
        )


def help_now(where: Where | None, country: str | None = None) -> Support:
    """The page of a country, else of the one that was set, else of one's own file's, else of none.

    CalmError when the files it was installed with cannot be read.
    """
    if where is None:
        return find_support(country)
    notes: list[str] = []
    people = _people(where, notes)
    own = _own(where, notes)
    if country is None:
        country = _country_set(where, notes) or (own.country if own else None)
    found = find_support(country)
    if own is not None and (own.country is None or own.country.upper() == _code(country, found)):
        from calmcli.helpnow.own import in_the_place_of  # noqa: PLC0415  few people have such a file

        found = in_the_place_of(found, own)
    return found._replace(people=tuple(people), notes=(*found.notes, *notes))


def _code(country: str | None, found: Support) -> str:
    return found.country or (country or "").strip().upper()


def _country_set(where: Where, notes: list[str]) -> str | None:
    try:
        return country_set(where.settings)
    except UnreadableSettings:
        notes.append(UNREADABLE)
        return None


def _people(where: Where, notes: list[str]) -> list[Person]:
    seen = glance(where.journal, where.pending, SHELF)
    if seen is None:
        from calmcli.helpnow.own import people_by_a_closer_look  # noqa: PLC0415  rarely needed

        contents, is_all = people_by_a_closer_look(where, SHELF)
    else:
        contents, is_all = seen
    if not is_all:
        notes.append(PEOPLE_UNREADABLE)
    return [person for each in contents if (person := person_of(each)) is not None]


def _own(where: Where, notes: list[str]) -> "OwnSupport | None":
    if not os.path.lexists(where.own):
        return None
    from pathlib import Path  # noqa: PLC0415  few people have such a file

    from calmcli.content.own_support import read_own_support  # noqa: PLC0415

    own, problems = read_own_support(Path(where.own))
    notes += [OWN_UNREADABLE.format(problem=str(each).splitlines()[0]) for each in problems]
    return own
