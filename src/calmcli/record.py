"""The entry of one session, as it comes about: each state of it is handed on to be kept."""

from collections.abc import Callable

import msgspec

from calmcli.clock import NS_PER_S, Clock
from calmcli.content.library import Found
from calmcli.course import Plan
from calmcli.journal.entries import During, Ended, Entry, fresh_id, note_of
from calmcli.player import Player, State

KEEP_EVERY_NS = 10 * NS_PER_S
"""How often practice so far is kept, so that a killed program loses less than 15 s of it."""

Keep = Callable[[Entry], None]
"""Takes the newest state of an entry to be kept; it never waits and never raises."""


class Record:
    """What a person told us and what was played; `keep` hands it on as it now stands."""

    def __init__(self, plan: Plan, clock: Clock, keep: Keep, before: int | None) -> None:
        self._now, self._local, self._hand_on = clock.now, clock.local, keep
        self._plan = plan
        self._kept_ns = 0
        script, started = plan.found.script, clock.local()
        self.entry = Entry(
            id=fresh_id(started),
            started_at=started,
            edited_at=started,
            kind=script.kind,
            script=script.id,
            origin=plan.found.origin,
            content_hash=plan.found.content_hash,
            before=before,
            ended="unfinished",
            visit=plan.visit,
            visit_step=plan.visit_step,
            place=plan.place,
        )

    @property
    def is_closed(self) -> bool:
        """Whether it says how the session ended."""
        return self.entry.ended != "unfinished"

    @property
    def is_due(self) -> bool:
        """Whether so much has been played since it was last kept that it is time again."""
        return self._now() - self._kept_ns >= KEEP_EVERY_NS

    def plan(self, seconds: float | None) -> None:
        """How long it is to last; None when it is open-ended."""
        self._put(planned_seconds=seconds)

    def play_instead(self, found: Found) -> None:
        """Another script is played than was asked for."""
        self._put(script=found.script.id, origin=found.origin, content_hash=found.content_hash)

    def rate_during(self, player: Player, rating: int, *, instead: bool) -> None:
        """A rating given on the way, or put in the place of the latest one."""
        during = self.entry.during[:-1] if instead else self.entry.during
        latest = During(at_seconds=player.played_seconds, rating=rating)
        self._put(during=[*during, latest])

    def rate_after(self, after: int | None) -> None:
        """The rating given after; None when it was skipped."""
        self._put(after=after)

    def note(self, text: str) -> bool:
        """What the person wrote about it, nothing of nothing; whether all of it had room."""
        note, has_room = note_of(text)
        self._put(note=note or None)
        return has_room

    def close(self, ended: Ended, player: Player) -> None:
        """How it ended, and when; the first end counts."""
        self._put(ended=ended, ended_at=self._local())
        if self._plan.until is not None and player.state is State.ENDED:
            # an end was chosen and reached, and no length: pauses on the way cut nothing short
            self._put(planned_seconds=player.played_seconds)

    def keep(self, player: Player, pace: float) -> None:
        """Hand the entry on as it now stands, with what has been played of it."""
        self._put(
            edited_at=max(self.entry.edited_at, self._local()),
            done_seconds=player.played_seconds,
            pace=pace,
            skipped=[*self._plan.left_out, *player.skipped],
        )
        self._kept_ns = self._now()
        self._hand_on(self.entry)

    def _put(self, **changes: object) -> None:
        self.entry = msgspec.structs.replace(self.entry, **changes)
