"""What is said of who can read what is kept."""

from pathlib import Path

from calmcli.text import clean
from calmcli.words import care

KEPT = "Kept on this machine: your sessions, ratings and notes, visits, and what you set."
WHERE = "It lies in {folder}, and 'calmcli paths' names each place."
NOTHING = "Nothing can be kept here, so nothing is."
NOT_SENT = "There is no account and no network code: nothing is sent anywhere."
LESS = (
    "'calmcli breathe --no-journal' keeps nothing of one session, 'calmcli settings set journal"
    " false' nothing of any. 'calmcli forget' removes all of it."
)


def lines(folder: Path | None) -> list[str]:
    """All of it, for a page; without a folder nothing is kept at all."""
    kept = (
        [NOTHING]
        if folder is None
        else [KEPT, WHERE.format(folder=clean(str(folder))), care.PRIVATE]
    )
    return [*kept, NOT_SENT, LESS]
