"""Keeps rows without ever holding up whoever gives them."""

from threading import Condition, Event, Thread

from calmcli.paths import Places
from calmcli.store.errors import StoreError
from calmcli.store.keeper import Keeper, Kept, OpenStore, open_journal
from calmcli.store.pending import put_pending
from calmcli.store.row import Key, Row

FINISH_SECONDS = 2.5
"""How long the end of a session may wait for the disk."""
QUIET_SECONDS = 5.0
"""How long nothing is given before the journal is looked after: the first words are long said."""
_BREAK_OFF_SECONDS = 0.25


class Writer:
    """A queue with a thread behind it, which begins with the first row.

    Of each row only the newest state waits; states given faster than they can be written are left
    out.
    """

    def __init__(self, places: Places, open_store: OpenStore = open_journal) -> None:
        self._pending = places.pending
        self._given_up = Event()
        self._keeper = Keeper(places, open_store, self._given_up)
        self._changed = Condition()
        self._thread: Thread | None = None
        self._stopping = False
        self._looked_after = False
        self._hurried = False
        self._waiting: dict[Key, Row] = {}
        self._writing: dict[Key, Row] = {}
        self._kept: dict[Key, Kept] = {}
        self._lost: dict[Key, Row] = {}

    @property
    def lost(self) -> list[tuple[str, Row]]:
        """The rows that could be written nowhere, each with its table, to be printed if wished."""
        with self._changed:
            return [(table, row) for (table, _), row in self._lost.items()]

    @property
    def fault(self) -> str:
        """Why the last row that waits could not be put into the journal, in a sentence."""
        return self._keeper.fault

    def put(self, table: str, row: Row) -> None:
        """Give a row to be kept, in the place of the one with its id. Never waits, never raises."""
        with self._changed:
            key = table, str(row.get("id"))
            self._waiting.pop(key, None)  # its turn is now: a deletion given meanwhile comes first
            self._waiting[key] = dict(row)
            self._changed.notify_all()
            if self._thread is None:
                self._start()

    def flush(self, timeout_s: float) -> bool:
        """Wait until all that was given is in the journal or pending; False if it is not."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_settled() or self._thread is None, timeout_s)
            return self._is_settled() and not self._lost

    def finish(self, timeout_s: float = FINISH_SECONDS) -> Kept:
        """Keep what is left and stop; what cannot be kept in time is set aside from here.

        A row given later is kept as well; finish again to be sure of it.
        """
        with self._changed:
            self._stopping = True
            self._changed.notify_all()
            if self._thread is not None:
                self._changed.wait_for(lambda: self._thread is None, timeout_s)
            if self._thread is not None and not self._writing:
                self._hurried = True
                self._changed.wait_for(lambda: self._thread is None, _BREAK_OFF_SECONDS)
            left = self._lost | self._writing | self._waiting
            self._waiting.clear()
            if self._writing:
                self._given_up.set()
        aside = {key: self._set_aside(key, row) for key, row in left.items()}
        with self._changed:
            self._note(left, aside)
            return Kept.worst(list(self._kept.values()))

    def _start(self) -> None:
        thread = Thread(target=self._work, name="journal", daemon=True)
        self._stopping = self._hurried = self._looked_after = False
        self._thread = thread
        try:
            thread.start()
        except RuntimeError:  # no more threads here; finish() keeps the row
            self._thread = None

    def _work(self) -> None:
        while True:
            while self._take():
                if self._writing:
                    self._keep_one()
                else:
                    self._look_after()
            self._keeper.close()
            with self._changed:
                if not self._waiting:
                    self._thread = None
                    self._changed.notify_all()
                    return

    def _take(self) -> bool:
        """Move the row that waits longest to writing; False when it is time to stop.

        Nothing is in writing when there is time to look after the journal.
        """
        with self._changed:
            quiet_s = None if self._looked_after else QUIET_SECONDS
            self._changed.wait_for(lambda: self._waiting or self._stopping, quiet_s)
            if not self._waiting:
                return not (self._stopping and self._looked_after)
            key = next(iter(self._waiting))
            self._writing = {key: self._waiting.pop(key)}
            return True

    def _keep_one(self) -> None:
        ((key, row),) = self._writing.items()
        kept = self._keeper.keep(key, row)
        with self._changed:
            if self._given_up.is_set():  # finish() has seen to this row
                self._given_up.clear()
            else:
                self._note({key: row}, kept)
                if kept.get(key) is Kept.JOURNAL:  # where one row went, the lost may go
                    self._waiting = self._lost | self._waiting
            self._writing = {}
            self._changed.notify_all()

    def _look_after(self) -> None:
        self._looked_after = True
        self._keeper.look_after(lambda: self._hurried or bool(self._waiting))
        if self._waiting:  # it may have been broken off
            self._looked_after = False

    def _is_settled(self) -> bool:
        return not self._waiting and not self._writing

    def _note(self, rows: dict[Key, Row], kept: dict[Key, Kept]) -> None:
        """Remember where rows are, and hold on to those that are nowhere."""
        for key, place in kept.items():
            self._kept[key] = place
            if place is Kept.LOST:
                self._lost[key] = rows[key]
            else:
                self._lost.pop(key, None)

    def _set_aside(self, key: Key, row: Row) -> Kept:
        if key in self._keeper.forgotten:
            return Kept.NOTHING
        try:
            put_pending(self._pending, key[0], row)
        except (OSError, StoreError):
            return Kept.LOST
        return Kept.PENDING
