"""The sessions of one run: opened here, kept by one writer, and told of at the end."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from msgspec.structs import replace

from calmcli.clock import Clock
from calmcli.course import Plan
from calmcli.endings import EXIT_CTRL_C, Ended, signals
from calmcli.journal.entries import Entry, to_row
from calmcli.output import complain, tell
from calmcli.paths import Places
from calmcli.session import Session
from calmcli.settings import Sound
from calmcli.store.tables import ENTRIES
from calmcli.voice.aloud import Aloud
from calmcli.words import session as words

if TYPE_CHECKING:
    from calmcli.store.writer import Writer

_SETTLE_SECONDS = 1.0
_LOST, _PENDING = "lost", "pending"
"""As `store.keeper.Kept` has them."""
SILENT = Sound()


class Sittings:
    """Every session that is opened, and where their entries are."""

    def __init__(self, places: Places | None, clock: Clock) -> None:
        self._clock = clock
        self._aloud = Aloud()
        self._places = places
        self._writer: Writer | None = None
        self._sessions: list[Session] = []
        self._told: list[Session] = []

    def open(self, plan: Plan, *, keeps: bool, sound: Sound = SILENT) -> Session:
        """A session for a plan; `keeps` says whether it is for the journal."""
        self._aloud.choose(sound)
        plan = replace(plan, keeps=keeps)
        session = Session(plan, self._clock, self._keep if keeps else _forget, self._aloud)
        self._sessions.append(session)
        if keeps:
            self._told.append(session)
        return session

    def settle(self) -> None:
        """Wait a little until what was given to be kept can be read."""
        if self._writer is not None:
            self._writer.flush(_SETTLE_SECONDS)

    def let_go(self) -> None:
        """Close the journal, and know nothing more of the sessions so far."""
        if self._writer is not None:
            self._writer.finish()
        self._writer = None
        self._sessions.clear()
        self._told.clear()

    def live_through(self, live: Callable[[], int], *, spoken: bool) -> int:
        """Run a front end; however it ends, all is kept and told of in a line. The exit code."""
        kept = _LOST
        try:
            code = live()
        except Ended as ended:
            code = ended.exit_code
        finally:
            signals.hold()
            self._aloud.close()
            for each in self._sessions:
                each.stop()
            if self._writer is not None:
                kept = self._writer.finish().value
        code = code or signals.asked
        if code in (0, EXIT_CTRL_C):
            begun = [each for each in self._told if each.has_begun]
            tell(*(_summary(each, kept, spoken=spoken) for each in begun))
            if begun and kept == _PENDING and self._writer is not None and self._writer.fault:
                complain(self._writer.fault)
        return code

    def _keep(self, entry: Entry) -> None:
        if self._places is None:
            return
        if self._writer is None:
            from calmcli.store.writer import Writer  # noqa: PLC0415  the first words are said before

            self._writer = Writer(self._places)
        self._writer.put(ENTRIES, to_row(entry))


def _forget(_entry: Entry) -> None:
    """Keep nothing: it was not wished."""


def _summary(session: Session, kept: str, *, spoken: bool) -> str:
    entry = session.entry
    return words.summary(
        session.title,
        words.went(entry.done_seconds, entry.planned_seconds, spoken=spoken),
        words.ratings_told(entry.before, entry.after, spoken=spoken),
        words.KEPT[kept],
    )
