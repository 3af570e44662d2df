"""Keeps one row after another in the best place there is: the journal, else a pending file."""

from collections.abc import Callable
from enum import Enum
from pathlib import Path
from threading import Event

from calmcli.paths import Places
from calmcli.store.errors import ForgottenJournal, RowRefused, StoreError, told
from calmcli.store.hurry import Hurry
from calmcli.store.pending import merge_pending, put_pending, remove_pending
from calmcli.store.row import Key, Row, Rows


class Kept(Enum):
    """Where rows are, from the best to the worst."""

    NOTHING = "nothing"
    """There was none to keep."""
    JOURNAL = "journal"
    """All of them are in the journal."""
    PENDING = "pending"
    """At least one waits in a file of its own until the journal can be written."""
    LOST = "lost"
    """At least one could be written nowhere; it is only in memory."""

    @classmethod
    def worst(cls, kept: list["Kept"]) -> "Kept":
        """What to say of several rows together."""
        return max(kept, key=list(cls).index, default=cls.NOTHING)


OpenStore = Callable[[Path], Rows]
"""Opens a journal for writing. Raises StoreError."""


def open_journal(path: Path) -> Rows:
    """Open the journal in SQLite."""
    from calmcli.store.connection import Store  # noqa: PLC0415  # 5 ms that a screen need not wait

    return Store.open(path)


class Keeper:
    """Owns the journal while it can be written. It belongs to one thread and raises nothing."""

    def __init__(self, places: Places, open_store: OpenStore, given_up: Event) -> None:
        self._places = places
        self._open_store = open_store
        self._given_up = given_up
        self._store: Rows | None = None
        self._refused: set[Key] = set()
        self._known: set[Key] = set()
        self.forgotten: frozenset[Key] = frozenset()
        """What was kept in a journal that was removed on wish; it is kept nowhere again."""
        self.fault = ""
        """Why the last row that waits could not be put into the journal, in a sentence."""

    def keep(self, key: Key, row: Row) -> dict[Key, Kept]:
        """Keep a row, and tell where it is now, and so of each row that was merged by the way.

        Tells nothing of a row that someone else has seen to because this took too long.
        """
        kept: dict[Key, Kept] = {}
        if key in self.forgotten:
            return {key: Kept.NOTHING}
        try:
            if self._store is None:
                self._store = self._open_store(self._places.journal)
                merged = merge_pending(self._store, self._places.pending).kept
                kept.update(dict.fromkeys(merged, Kept.JOURNAL))
            if self._given_up.is_set():  # a newer state may have been merged this very moment
                return kept
            self._store.put(key[0], row)
            self._known.add(key)
            self._forget_refused(key)
        except ForgottenJournal:
            self.close()
            self.forgotten |= self._known
            self._known.clear()
            return kept | self.keep(key, row)  # what began since then has a new journal
        except RowRefused:
            self._refused.add(key)
            return kept | {key: self._set_aside(key, row)}
        except Exception as error:  # noqa: BLE001  # whatever went wrong, the row must be kept
            self.fault = told(error) if isinstance(error, StoreError) else ""
            self.close()
            return kept | {key: self._set_aside(key, row)}
        return kept | {key: Kept.JOURNAL}

    def look_after(self, hurry: Hurry) -> None:
        """Do what the journal needs from time to time, if there is one to be had just now."""
        if self._store is not None:
            from calmcli.store.care import look_after  # noqa: PLC0415  # SQLite, as above

            try:
                look_after(self._places.journal, hurry)
            except Exception:  # noqa: BLE001  # it is done the next time; no row depends on it
                return

    def close(self) -> None:
        """Let go of the journal; it is opened again when there is something to keep."""
        store, self._store = self._store, None
        if store is not None:
            try:
                store.close()
            except Exception:  # noqa: BLE001  # it is let go of all the same
                return

    def _set_aside(self, key: Key, row: Row) -> Kept:
        try:
            put_pending(self._places.pending, key[0], row)
        except Exception:  # noqa: BLE001  # there is no third place
            return Kept.LOST
        return Kept.PENDING

    def _forget_refused(self, key: Key) -> None:
        """A state that was refused is no longer needed once a later one is in the journal."""
        if key in self._refused and not self._given_up.is_set():
            self._refused.discard(key)
            try:
                remove_pending(self._places.pending, key[1])
            except Exception:  # noqa: BLE001  # the row is in the journal; that is what counts
                return
