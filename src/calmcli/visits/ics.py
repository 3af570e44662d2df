"""A visit as a file for a calendar (RFC 5545); nothing of ours runs to remind anyone."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from calmcli import __version__
from calmcli.text import clean
from calmcli.visits.visit import Visit

_MOST_OCTETS = 75


def ics(
    visit: Visit,
    at: datetime,
    *,
    title: str = "",
    lasts: int | None = None,
    reminders: Iterable[int] = (),
) -> str:
    """The text of the file: its instant in UTC, so that no calendar can take it for another."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:-//calmcli//calmcli {__version__}//EN",
        "BEGIN:VEVENT",
        f"UID:{visit.id}@calmcli",
        f"DTSTAMP:{_utc(visit.edited_at)}",
        f"SUMMARY:{_escaped(title or visit.name)}",
    ]
    if visit.all_day:
        lines += [
            f"DTSTART;VALUE=DATE:{at:%Y%m%d}",
            f"DTEND;VALUE=DATE:{at.date() + timedelta(days=1):%Y%m%d}",
        ]
    else:
        lines.append(f"DTSTART:{_utc(at)}")
        if lasts is not None:
            lines.append(f"DURATION:PT{lasts}M")
    for minutes in reminders:
        lines += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{_escaped(title or visit.name)}",
            f"TRIGGER:-PT{minutes}M",
            "END:VALARM",
        ]
    lines += ["END:VEVENT", "END:VCALENDAR"]
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _utc(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _escaped(text: str) -> str:
    text = clean(text).replace("\\", "\\\\")
    for mark in ";,":
        text = text.replace(mark, f"\\{mark}")
    return text


def _folded(line: str) -> str:
    """A line in pieces of at most 75 octets, with no letter cut in two."""
    pieces, size = [""], 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _MOST_OCTETS:
            pieces.append(" ")
            size = 1
        pieces[-1] += letter
        size += octets
    return "\r\n".join(pieces)
