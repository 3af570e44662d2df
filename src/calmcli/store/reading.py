"""Opening a journal to show it, whatever state it is in."""

from collections.abc import Callable
from pathlib import Path

from calmcli.store.connection import Store
from calmcli.store.errors import MissingJournal, NewerJournal, StoreError, told

KNOWN_PART = "What this calmcli understands of it is shown."

Say = Callable[[str], None]
"""Takes a calm sentence for the person."""


def noting(messages: list[str]) -> Say:
    """Adds each sentence to these, unless it is there already."""

    def note(message: str) -> None:
        if message not in messages:
            messages.append(message)

    return note


def open_if_readable(path: Path, say: Say) -> Store | None:
    """The journal, as far as it is known; None where there is none, or none that can be read."""
    try:
        try:
            return Store.open_to_read(path)
        except NewerJournal as error:
            say(f"{error} {KNOWN_PART}")
            return Store.open_to_read(path, even_newer=True)
    except MissingJournal:
        return None
    except StoreError as error:
        say(told(error))
        return None
