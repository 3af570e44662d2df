"""The entry of one session, as it comes about: each state of it is handed on to be kept."""

from collections.abc import Callable

import msgspec

from calmcli.clock import NS_PER_S, Clock
from calmcli.content.library import Found
from calmcli.course import Course
from calmcli.journal.entries import During, Ended, Entry, fresh_id, note_of
from calmcli.player import Player, State
from calmcli.timeline import MS_PER_S

KEEP_EVERY_NS = 10 * NS_PER_S
"""How often practice so far is kept, so that a killed program loses less than 15 s of it."""

Keep = Callable[[Entry], None]
"""Takes the newest state of an entry to be kept; it never waits and never raises."""


class Record:
    """What a person told us and what was played; `keep` hands it on as it now stands."""

    def __init__(
        self, course: Course, player: Player, clock: Clock, keep: Keep, before: int | None
    ) -> None:
        self._now, self._local, self._hand_on = clock.now, clock.local, keep
        self._course, self._player = course, player
        self._kept_ns = 0
        plan = course.plan
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
        self.plan()

    @property
    def is_closed(self) -> bool:
        """Whether it says how the session ended."""
        return self.entry.ended != "unfinished"

    @property
    def is_due(self) -> bool:
        """Whether so much has been played since it was last kept that it is time again."""
        return self._now() - self._kept_ns >= KEEP_EVERY_NS

    def plan(self) -> None:
        """How long it is to last, as it is about to be played; None when it is open-ended."""
        length_ms = self._player.timeline.length_ms
        self._put(planned_seconds=None if length_ms is None else length_ms / MS_PER_S)

    def play_instead(self, found: Found) -> None:
        """Another script is played than was asked for."""
        self._put(script=found.script.id, origin=found.origin, content_hash=found.content_hash)

    def rate_during(self, rating: int, *, instead: bool) -> None:
        """A rating given on the way, or put in the place of the latest one."""
        during = self.entry.during[:-1] if instead else self.entry.during
        latest = During(at_seconds=self._player.played_seconds, rating=rating)
        self._put(during=[*during, latest])

    def rate_after(self, after: int | None) -> None:
        """The rating given after; None when it was skipped."""
        self._put(after=after)

    def note(self, text: str) -> bool:
        """What the person wrote about it, nothing of nothing; whether all of it had room."""
        note, has_room = note_of(text)
        self._put(note=note or None)
        return has_room

    def close(self, ended: Ended) -> None:
        """How it ended, and when; the first end counts."""
        if self.is_closed:
            return
        self._put(ended=ended, ended_at=self._local())
        if self._course.plan.until is not None and self._player.state is State.ENDED:
            # an end was chosen and reached, and no length: pauses on the way cut nothing short
            self._put(planned_seconds=self._player.played_seconds)
        self.keep()

    def keep(self) -> None:
        """Hand the entry on as it now stands, with what has been played of it."""
        plan, player = self._course.plan, self._player
        self._put(
            edited_at=max(self.entry.edited_at, self._local()),
            done_seconds=player.played_seconds,
            pace=self._course.pace_of(player),
            skipped=[*plan.left_out, *player.skipped],
        )
        self._kept_ns = self._now()
        self._hand_on(self.entry)

    def _put(self, **changes: object) -> None:
        self.entry = msgspec.structs.replace(self.entry, **changes)
