"""Sessions as a table for a terminal."""

from collections.abc import Iterable
from datetime import datetime
from io import StringIO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from calmcli.journal.entries import Entry
from calmcli.journal.telling import how_it_ended
from calmcli.words import journal as said
from calmcli.words import session as words

_ROOM_FOR_PICTURES = 96
"""From so many columns on there is room for a picture of the two ratings."""
NARROWEST = 70
"""In fewer columns lines serve better than a table."""
_WRAPPED = said.HEADINGS[2]
"""Titles may go on in a second line; nothing else may."""
_WIDEST_LENGTH = len("12:00")


def table(
    rows: Iterable[tuple[Entry, str, str]], width: int, *, pictures: bool, year: int
) -> list[str]:
    """Each session with its title and the beginning of its id, as lines of at most this width."""
    drawn = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for heading in said.HEADINGS:
        drawn.add_column(heading, no_wrap=heading != _WRAPPED, overflow="fold")
    for entry, title, short_id in rows:
        picture = ""
        if pictures and width >= _ROOM_FOR_PICTURES:
            picture = said.dots(entry.before, entry.after)
        ratings = words.ratings(entry.before, entry.after, spoken=False)
        cells = (
            short_id,
            _when(entry.started_at, year),
            title,
            words.clock_length(entry.done_seconds).rjust(_WIDEST_LENGTH),
            words.summary(picture, ratings).replace(", ", "  "),
            how_it_ended(entry),
        )
        drawn.add_row(*map(Text, cells))
    written = StringIO()
    Console(file=written, width=width, color_system=None).print(drawn)
    return [line.rstrip() for line in written.getvalue().splitlines()]


def _when(moment: datetime, year: int) -> str:
    """A day and a time; the year takes the weekday's place where it is another one."""
    return f"{moment:%a %d %b %H:%M}" if moment.year == year else f"{moment:%d %b %Y %H:%M}"
