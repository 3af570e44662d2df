"""Any way through a session, against a small account of what the journal then has to say."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from calmcli.player import State
from sittings import Sitting, plan_for

OPEN_ENDED = ("pursed", "leg-tension")


class AnySession(RuleBasedStateMachine):
    """Does what a person and the world may do, and keeps its own account."""

    @initialize(
        script=st.sampled_from(["box", "pursed", "ramp", "pmr-4", "leg-tension", "leaves"]),
        before=st.none() | st.integers(0, 10),
    )
    def begin(self, script: str, before: int | None) -> None:
        self.sitting = Sitting(plan_for(script))
        self.session = self.sitting.session
        self.sitting.begin(before)
        self.session.tick()
        self.script, self.before = script, before
        self.after: int | None = None
        self.rated: list[int] = []
        self.planned = self.sitting.kept[0].planned_seconds
        self.played, self.skips = 0.0, 0
        self.closed: str | None = None

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

    @rule(act=st.sampled_from(["again", "next_cue", "faster", "slower", "keep_pace"]))
    def do(self, act: str) -> None:
        getattr(self.session, act)()

    @rule(rating=st.integers(0, 10))
    @precondition(lambda self: not self.session.is_over)
    def rate_during(self, rating: int) -> None:
        self.session.rate_during(rating)
        self.rated.append(rating)

    @rule(rating=st.none() | st.integers(0, 10))
    @precondition(lambda self: self.session.is_over)
    def rate_after(self, rating: int | None) -> None:
        self.session.rate_after(rating)
        self.after = rating

    @rule()
    def leave(self) -> None:
        self.session.leave()
        assert self.sitting.kept[-1].ended != "unfinished"

    @rule()
    def end_from_outside(self) -> None:
        was_over = self.session.is_over
        self.session.stop()
        if not was_over:
            assert self.sitting.kept[-1].ended == "stopped"

    @invariant()
    def the_journal_says_what_happened(self) -> None:
        if not hasattr(self, "sitting"):
            return
        entry = self.sitting.kept[-1]
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
        assert {each.id for each in self.sitting.kept} == {entry.id}
        moments = [each.edited_at for each in self.sitting.kept]
        assert moments == sorted(moments)


AnySession.TestCase.settings = settings(max_examples=40, stateful_step_count=25)
TestAnySession = AnySession.TestCase
