"""Any way through sessions, against a small account of what the journal then has to say."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from calmcli.journal.entries import Entry, to_row
from calmcli.journal.reading import read_entries
from calmcli.paths import Places, find_places
from calmcli.player import State
from calmcli.session import Session
from calmcli.store.keeper import Kept
from calmcli.store.tables import ENTRIES
from calmcli.store.writer import Writer
from sittings import Sitting, plan_for

OPEN_ENDED = ("pursed", "leg-tension")
BREATHS = ("box", "pursed", "ramp")
SCRIPTS = st.sampled_from([*BREATHS, "pmr-4", "leg-tension", "leaves"])
RATINGS = st.none() | st.integers(0, 10)


class OnDisk(list[Entry]):
    """Every state of every entry, each written to a journal on the disk as it comes."""

    def __init__(self, places: Places) -> None:
        super().__init__()
        self._places = places
        self._writer = Writer(places)

    def append(self, entry: Entry) -> None:
        super().append(entry)
        self._writer.put(ENTRIES, to_row(entry))

    def newest(self) -> dict[str, Entry]:
        """The latest state of each entry."""
        return {each.id: each for each in self}

    def read_again(self) -> dict[str, Entry]:
        """What another start of the program finds."""
        if self:
            assert self._writer.finish(30) is Kept.JOURNAL
        reading = read_entries(self._places)
        found = {each.id: each for each in reading.entries}
        assert reading.messages == []
        self._writer = Writer(self._places)
        return found

    def close(self) -> None:
        self._writer.finish(30)


@contextmanager
def journal() -> Iterator[OnDisk]:
    with TemporaryDirectory() as folder:
        places = find_places({"CALMCLI_HOME": str(Path(folder) / "home")})
        with closing(OnDisk(places)) as kept:
            yield kept


class AnySession(RuleBasedStateMachine):
    """Does what a person and the world may do, and keeps its own account."""

    def __init__(self) -> None:
        super().__init__()
        self.journal = journal()
        self.kept = self.journal.__enter__()
        self.finished: dict[str, Entry] = {}
        """How the sessions before this one were left."""

    def teardown(self) -> None:
        assert self.kept.read_again() == self.kept.newest()
        self.journal.__exit__(None, None, None)

    @initialize(script=SCRIPTS, before=RATINGS, my_pace=st.booleans())
    def begin_the_first(self, script: str, before: int | None, *, my_pace: bool) -> None:
        self.sitting = Sitting(plan_for(script))
        self.sitting.kept = self.kept
        self._begin(self.sitting.open_plan(plan_for(script)), script, before)
        if my_pace and self.session.plan.takes_own_pace:
            self._tap_along(3000)

    def _begin(self, session: Session, script: str, before: int | None) -> None:
        self.session = session
        self.sitting.session = session
        self.sitting.begin(before)
        self.session.tick()
        self.script, self.before = script, before
        self.after: int | None = None
        self.rated: list[int] = []
        self.planned = self.entry.planned_seconds
        self.played, self.skips = 0.0, 0
        self.closed: str | None = None

    @property
    def entry(self) -> Entry:
        return self.kept.newest()[self.session.entry.id]

    @property
    def plays(self) -> bool:
        return self.session.player.state is State.PLAYING

    @rule(seconds=st.integers(1, 60))
    def wait(self, seconds: int) -> None:
        for _ in range(seconds):
            left = self.session.player.where().left_ms
            if self.plays:
                self.played += 1 if left is None else min(1, left / 1000)
            self.sitting.forward(1)

    @rule(seconds=st.integers(10, 90_000))
    def be_away(self, seconds: int) -> None:
        played = self.plays
        done = self.session.player.played_seconds
        self.sitting.clock.forward(seconds)
        self.session.tick()
        assert not self.plays
        assert self.session.player.away or not played or self.session.is_over
        assert self.session.player.played_seconds - done <= 1
        self.played += self.session.player.played_seconds - done

    @rule()
    def pause(self) -> None:
        self.session.pause()

    @rule()
    def go_on(self) -> None:
        self.session.go_on()

    @rule()
    def skip(self) -> None:
        self.skips += not self.session.is_over
        self.session.skip()

    @rule(act=st.sampled_from(["again", "next_cue", "faster", "slower"]))
    def do(self, act: str) -> None:
        getattr(self.session, act)()

    @rule()
    def keep_pace(self) -> None:
        self.session.own_pace.keep()

    @rule(breath_ms=st.none() | st.integers(1_000, 20_000))
    @precondition(lambda self: self.session.plan.takes_own_pace and not self.session.is_over)
    def tap_along(self, breath_ms: int | None) -> None:
        """As `m` does: it waits while a breath or two are tapped, and goes on at that pace."""
        self._tap_along(breath_ms)

    def _tap_along(self, breath_ms: int | None) -> None:
        tapping = self.session.tapping()
        assert not self.plays
        for _ in range(5 if breath_ms is not None else 1):
            tapping.tap()
            self.sitting.clock.forward((breath_ms or 0) / 2000)
        untouched = not self.session.player.position_ms and not self.session.player.played_seconds
        cycle_ms = tapping.cycle_ms
        assert cycle_ms is None or breath_ms is None or abs(cycle_ms - breath_ms) <= 1
        assert self.session.own_pace.take(cycle_ms) is (cycle_ms is not None)
        if untouched:
            length_ms = self.session.player.timeline.length_ms
            self.planned = None if length_ms is None else length_ms / 1000
        self.session.go_on()

    @rule(script=SCRIPTS, before=RATINGS)
    @precondition(lambda self: self.session.is_over)
    def choose_another(self, script: str, before: int | None) -> None:
        self.finished[self.entry.id] = self.entry
        self._begin(self.sitting.open_plan(plan_for(script)), script, before)

    @rule()
    @precondition(lambda self: self.session.kind != "grounding")
    def ground_me(self) -> None:
        """As `g` does: what plays ends, and grounding begins without a question."""
        was_over = self.session.is_over
        self.session.stop()
        assert self.entry.ended != "unfinished"
        assert was_over or self.entry.ended == "stopped"
        self.finished[self.entry.id] = self.entry
        self._begin(self.sitting.grounding(), "five-senses", None)

    @rule(script=SCRIPTS)
    def be_killed_and_open_again(self, script: str) -> None:
        """Nothing is closed and nobody is asked; the next start finds all that was told."""
        found = self.kept.read_again()
        assert found == self.kept.newest()
        assert found[self.entry.id].ended == (self.closed or "unfinished")
        self.finished[self.entry.id] = self.entry
        self._begin(self.sitting.open_plan(plan_for(script)), script, None)

    @rule(rating=st.integers(0, 10))
    @precondition(lambda self: not self.session.is_over)
    def rate_during(self, rating: int) -> None:
        self.session.rate_during(rating)
        self.rated.append(rating)

    @rule(rating=RATINGS)
    @precondition(lambda self: self.session.is_over)
    def rate_after(self, rating: int | None) -> None:
        self.session.rate_after(rating)
        self.after = rating

    @rule()
    def leave(self) -> None:
        self.session.leave()
        assert self.entry.ended != "unfinished"

    @rule()
    def end_from_outside(self) -> None:
        was_over = self.session.is_over
        self.session.stop()
        if not was_over:
            assert self.entry.ended == "stopped"

    @invariant()
    def the_journal_says_what_happened(self) -> None:
        if not hasattr(self, "session"):
            return
        newest = self.kept.newest()
        entry = newest.pop(self.session.entry.id)
        assert newest == self.finished
        assert (entry.before, entry.after, entry.script) == (self.before, self.after, self.script)
        assert entry.planned_seconds == self.planned
        assert (entry.planned_seconds is None) == (self.script in OPEN_ENDED)
        assert [each.rating for each in entry.during] == self.rated
        assert len(entry.skipped) == self.skips
        assert abs(self.session.player.played_seconds - self.played) < 0.01
        if entry.ended != "unfinished":
            self.closed = self.closed or entry.ended
            assert entry.ended == self.closed
            assert entry.ended_at is not None
        moments = [each.edited_at for each in self.kept if each.id == entry.id]
        assert moments == sorted(moments)


AnySession.TestCase.settings = settings(max_examples=40, stateful_step_count=25)
TestAnySession = AnySession.TestCase
