"""One session in one row of a screen, in as much as its width can hold."""

from datetime import datetime

from calmcli.journal.entries import Entry
from calmcli.journal.telling import TitleOf, how_it_ended
from calmcli.text import fitted
from calmcli.words import journal as said
from calmcli.words import leafing
from calmcli.words import session as words

_REST = "…"
"""Says that something is cut."""
_ROUGH = str.maketrans(f"·●○◉→{_REST}", "-*o@>~")
_WIDE, _USUAL, _NARROW = 92, 60, 32
_TITLE, _SHORT_TITLE = 20, 15
_GAP = "  "


def row_of(entry: Entry, title_of: TitleOf, width: int, *, blocks: bool, numbers: bool) -> str:
    """When, what, how long, a picture of before and after, the numbers, and how it ended."""
    when = _when(entry.started_at, width)
    room = _TITLE if width >= _WIDE else _SHORT_TITLE
    title = fitted(title_of(entry.script, entry.origin), room, _REST)
    length = words.went(entry.done_seconds, entry.planned_seconds, spoken=False)
    rated = entry.before is not None or entry.after is not None
    picture = said.dots(entry.before, entry.after) if rated else " " * 11
    ratings = words.ratings(entry.before, entry.after, spoken=False) if numbers else ""
    rest = words.summary(how_it_ended(entry), leafing.NOTE if entry.note else "")
    if width >= _WIDE:
        parts = [when, title, f"{length:<12}", picture, f"{ratings:<7}", rest]
    elif width >= _USUAL:
        parts = [when, title, picture, f"{ratings:<6}", rest]
    elif width >= _NARROW:
        parts = [when, picture, ratings]
    else:
        parts = [when, ratings or picture]
    row = _GAP.join(part for part in parts if part).rstrip()
    return row if blocks else row.translate(_ROUGH)


def _when(moment: datetime, width: int) -> str:
    """The local time it was lived in."""
    if width >= _WIDE:
        return f"{moment:%a %d %b %Y %H:%M}"
    if width >= _USUAL:
        return f"{moment:%a %d %b %H:%M}"
    return f"{moment:%d %b %H:%M}" if width >= _NARROW else f"{moment:%d %b}"
