"""`calmcli journal delete --all`: everything of the journal, for good, after a typed word."""

import os
import sys

from calmcli.output import complain, say
from calmcli.paths import find_places
from calmcli.store.forgetting import delete_everything
from calmcli.text import clean
from calmcli.words import journal as said


def delete_all() -> int:
    """Say what goes, ask for the word once, and leave nothing; 1 where something could not go."""
    say(*said.ALL_THAT_GOES, said.TYPE_THE_WORD.format(word=said.THE_WORD))
    typed = sys.stdin.readline() if sys.stdin is not None else ""
    if typed.strip().casefold() != said.THE_WORD:
        say(said.NOTHING_DELETED)
        return 0
    left = delete_everything(find_places(os.environ))
    if left:
        complain(said.NOT_ALL_DELETED.format(files=", ".join(clean(str(path)) for path in left)))
        return 1
    say(said.ALL_DELETED)
    return 0
