"""What help now needs only where there is something out of the ordinary of one's own."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from calmcli.content.own_support import OwnEmergency, OwnLine, OwnSupport
from calmcli.store.records import read_found
from calmcli.support.facts import Check, Line, Reach, Support

if TYPE_CHECKING:
    from calmcli.helpnow import Where


def in_the_place_of(found: Support, own: OwnSupport) -> Support:
    """A page on which what one's own file says stands in the place of what it had."""
    found = found._replace(notes=())  # of what came with calmcli
    if own.emergency is not None:
        code = (own.country or "").upper() or None
        found = found._replace(
            country=found.country or code,
            name=found.name or code,
            emergency=own.emergency.numbers,
            emergency_check=_check(own.emergency),
        )
    if own.lines:
        found = found._replace(lines=tuple(map(_line, own.lines)), has_own_lines=True)
    return found


def people_by_a_closer_look(where: "Where", shelf: str) -> tuple[list[dict[str, Any]], bool]:
    """What the records of one's own people say, and whether those are all."""
    read = read_found(Path(where.journal), Path(where.pending), shelf)
    return [record.content for record in read.records], not read.messages


def _line(line: OwnLine) -> Line:
    return Line(
        name=line.name,
        reach=tuple(Reach(way.by, way.to, way.words) for way in line.reach),
        hours=line.hours,
        languages=line.languages,
        note=line.note,
        check=_check(line),
    )


def _check(of: OwnLine | OwnEmergency) -> Check:
    day = None if of.verified_on is None else date.fromisoformat(of.verified_on)
    return Check(of.source, day, is_ones_own=of.status is None and day is None)
