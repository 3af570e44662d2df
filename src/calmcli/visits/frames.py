"""Sentences with a gap, for what is hard to say."""

import re

from calmcli.errors import UsageError
from calmcli.visits.typed import own_words
from calmcli.words import visits as said

_GAP = re.compile(r"\{[a-z]+\}")


def blanks() -> list[str]:
    """Every sentence with a line where its gap is."""
    return [filled(frame, "") for frame in said.FRAMES]


def filled(frame: str, words: str) -> str:
    """A sentence with words in its gap; with none it keeps a line to fill in by hand."""
    if frame not in said.FRAMES:
        names = ", ".join(said.FRAMES)
        raise UsageError(said.NO_SUCH_FRAME.format(word=frame[:20], names=names))
    gap = own_words(words).rstrip(".") or said.BLANK
    return _GAP.sub(lambda _: gap, said.FRAMES[frame])
