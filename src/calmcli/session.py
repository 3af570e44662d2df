"""One sitting: a script, a player and two ratings become an entry in the journal.

Both front ends drive this and decide nothing themselves. What a person told us is handed on to be
kept before anything else happens.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

import msgspec

from calmcli.clock import NS_PER_S, Clock
from calmcli.content.inputs import Input
from calmcli.content.library import Found
from calmcli.content.model import BreathingScript
from calmcli.course import Course, Plan
from calmcli.exercises.own_pace import Tapping, eases_from, own_timeline, share_of_written
from calmcli.exercises.pace import AS_WRITTEN
from calmcli.journal.entries import During, Ended, Entry, fresh_id, note_of
from calmcli.player import Player, State
from calmcli.rating import TypedDigits
from calmcli.timeline import MS_PER_S, Cue, Timeline
from calmcli.voice.aloud import Aloud
from calmcli.words import sound

KEEP_EVERY_NS = 10 * NS_PER_S
"""How often practice so far is kept, so that a killed program loses less than 15 s of it."""

Keep = Callable[[Entry], None]
"""Takes the newest state of an entry to be kept; it never waits and never raises."""


class Session:
    """Carries out one plan: `begin`, `go_on`, then `tick` whenever something may have changed."""

    player: Player
    entry: Entry

    def __init__(self, plan: Plan, clock: Clock, keep: Keep, aloud: Aloud | None = None) -> None:
        self.has_begun = False
        self._now, self._local = clock.now, clock.local
        self._keep = keep
        self._aloud = aloud or Aloud()
        self._kept_ns = 0
        self._own_pace = False
        self._typed = TypedDigits()
        self._course = Course(plan, clock.local)

    @property
    def plan(self) -> Plan:
        """What is asked for now."""
        return self._course.plan

    @property
    def title(self) -> str:
        """What the script calls itself."""
        return self.plan.found.script.title

    @property
    def inputs(self) -> tuple[Input, ...]:
        """What the script asks for before it begins."""
        return self.plan.found.script.inputs if self.plan.ask_inputs else ()

    def answer(self, answers: Mapping[str, str]) -> None:
        """Put a person's own words into the script, before it goes on; they are kept nowhere."""
        self._course.fill(answers)
        if self.has_begun:
            self._plan_again(self._course.whole)

    def change_to(self, found: Found, left_out: tuple[str, ...] = ()) -> None:
        """Take another script, before it begins; a length asked for holds where it can be cut."""
        self._course.change_to(found, left_out)

    @property
    def asks_for_pace(self) -> bool:
        """Whether it is to begin at the person's own pace."""
        return self.plan.own_pace_else is not None and self.takes_own_pace

    @property
    def takes_own_pace(self) -> bool:
        """Whether it can be played at the person's own pace: only a breath can."""
        return self.kind == "breathing"

    @property
    def kind(self) -> str:
        """The kind of its script."""
        return self.plan.found.script.kind

    @property
    def is_over(self) -> bool:
        """Whether it was played to its end, or left."""
        return self.has_begun and self.player.is_over

    def timeline(self) -> Timeline:
        """What would be played if it began now."""
        return self._course.from_the_start()

    def all_words(self) -> frozenset[str]:
        """Everything its cues may say."""
        whole = self._course.whole
        return frozenset(cue.words for cue in (*whole.head, *whole.tail))

    def is_too_short(self) -> bool:
        """Whether its set end comes before one whole part could be played."""
        return self._course.is_too_short()

    def ends_at(self) -> datetime | None:
        """The local time at which it will end if it goes on now; None when it is open-ended."""
        left_ms = self.player.where().left_ms if self.has_begun else self.timeline().length_ms
        return None if left_ms is None else self._local() + timedelta(milliseconds=left_ms)

    def tapping(self) -> Tapping:
        """Wait here while the person taps along with their breath."""
        self.pause()
        return Tapping(self._now)

    def take_pace(self, cycle_ms: int | None) -> bool:
        """Play from this breath on at the person's own pace, in milliseconds of a whole breath.

        Without one, a session not yet begun becomes the script for that; another stays as it is.
        Whether there was a pace is the answer.
        """
        untouched = not self.player.position_ms and not self.player.played_seconds
        if cycle_ms is None and untouched and self.plan.own_pace_else is not None:
            self._play_instead(self.plan.own_pace_else)
        script = self.plan.found.script
        if cycle_ms is not None and isinstance(script, BreathingScript):
            self.player.again()
            index = self.player.timeline.index_at(self.player.position_ms)
            self._own_pace = True
            self.player.set_pace(AS_WRITTEN)
            self._go_on_with(
                self._course.whole.followed_from(index, own_timeline(script, cycle_ms))
            )
        if untouched:
            self.entry = msgspec.structs.replace(self.entry, planned_seconds=self._planned)
        self._write()
        return cycle_ms is not None

    @property
    def eases(self) -> bool:
        """Whether later breaths are longer or shorter than the one that is on its way."""
        if not self.takes_own_pace or self.is_over:
            return False
        timeline = self.player.timeline
        return eases_from(timeline, timeline.index_at(self.player.position_ms))

    def keep_pace(self) -> None:
        """Stay at the pace of this breath: no later one is longer or shorter."""
        if self.takes_own_pace and not self.is_over:
            index = self.player.timeline.index_at(self.player.position_ms)
            self._go_on_with(self._course.whole.staying_at(index))
            self._write()

    def begin(self, before: int | None = None, *, by_hand: bool = False) -> None:
        """Keep the rating given before, None when it was skipped; `go_on` then starts the clock.

        `by_hand` says that keys can come, so that cues that wait for one do wait.
        """
        script, timeline, started = self.plan.found.script, self.timeline(), self._local()
        self.entry = Entry(
            id=fresh_id(started),
            started_at=started,
            edited_at=started,
            kind=script.kind,
            script=script.id,
            origin=self.plan.found.origin,
            content_hash=self.plan.found.content_hash,
            before=before,
            ended="unfinished",
            visit=self.plan.visit,
            visit_step=self.plan.visit_step,
            place=self.plan.place,
        )
        self.player = Player(timeline, self._now, by_hand=by_hand)
        self.entry = msgspec.structs.replace(self.entry, planned_seconds=self._planned)
        self._aloud.get_ready()
        self.has_begun = True
        self._write()

    def tick(self, write: Callable[[list[Cue]], None] | None = None) -> list[Cue]:
        """The cues that have begun since the last time; practice is kept as it adds up.

        `write` is given them before anything is kept or heard: what is read is never late for it.
        """
        cues = self.player.due()
        if write is not None:
            write(cues)
        if self.player.state is State.ENDED:
            self._close("completed")
        elif self.player.state is State.PLAYING and self._now() - self._kept_ns >= KEEP_EVERY_NS:
            self._write()
        if self.player.state is not State.PLAYING:
            self._aloud.hush()
        elif cues:
            self._aloud.tell(cues[-1], self.player.pace)
        return cues

    def pause(self) -> None:
        """Stay where it is, in silence."""
        self._aloud.hush()
        self.player.pause()
        self._write()

    def go_on(self, began_ns: int | None = None) -> None:
        """Play, or play on; a session with a set end becomes shorter by the time it was paused.

        `began_ns` is the moment of the first words, when they were on the screen already.
        """
        self.player.play(began_ns)
        self._fit()

    def next_cue(self) -> None:
        """Go on to the next cue by hand."""
        self.player.next_cue()
        self._fit()

    def skip(self) -> None:
        """Go to the next part."""
        self.player.skip()
        self._fit()

    def again(self) -> None:
        """Go back to where this part begins."""
        self.player.again()
        self._fit()

    def faster(self) -> None:
        """One step faster, within the script's bounds."""
        self.player.faster()
        self._fit()

    def slower(self) -> None:
        """One step slower, within the script's bounds."""
        self.player.slower()
        self._fit()

    def switch_voice(self) -> str:
        """Speak from now on, or be silent at once; what to say about it."""
        can_speak = self._aloud.switch_voice()
        if self.player.state is State.PLAYING:
            self._aloud.say(self.player.where().cue.words)
        return sound.voice(speaks=self._aloud.speaks, can_speak=can_speak)

    def silence(self) -> None:
        """Stop what is told aloud until the next cue."""
        self._aloud.hush()

    def leave(self) -> None:
        """The person ends it; an open-ended session has come to its end after one whole part."""
        self._aloud.hush()
        if self.is_over:
            self._close("completed")  # skipped past its end a moment ago
            return
        whole_part = self.player.timeline.length_ms is None and self.player.where().cue.part > 0
        self.player.leave()
        self._close("completed" if whole_part else "stopped")

    def stop(self) -> None:
        """Something else ends it: Ctrl+C, a signal, a lost terminal, a fault of ours."""
        self._aloud.hush()
        if self.has_begun and self.entry.ended == "unfinished":
            self.player.leave()
            self._close("completed" if self.player.state is State.ENDED else "stopped")

    def rate_during(self, rating: int, *, instead: bool = False) -> None:
        """Keep a rating given on the way, or put it in the place of the latest one."""
        self.player.where()
        during = self.entry.during[:-1] if instead else self.entry.during
        latest = During(at_seconds=self.player.played_seconds, rating=rating)
        self.entry = msgspec.structs.replace(self.entry, during=[*during, latest])
        self._write()

    def type_digit(self, digit: int) -> int:
        """Keep a rating given by one key, 10 by 1 and then 0; what is kept now."""
        rating, instead = self._typed.read(digit, self._now())
        self.rate_during(rating, instead=instead)
        return rating

    def rate_after(self, after: int | None) -> None:
        """Keep the rating given after; None when it was skipped."""
        self.entry = msgspec.structs.replace(self.entry, after=after)
        self._write()

    def note(self, text: str) -> bool:
        """Keep what the person wrote about it, nothing of nothing; whether all of it had room."""
        note, has_room = note_of(text)
        self.entry = msgspec.structs.replace(self.entry, note=note or None)
        self._write()
        return has_room

    def _fit(self) -> None:
        """Keep to the set end, where there is one, as pauses, skips and paces move it."""
        if self.plan.until is not None and not self.player.is_over:
            self.player.end_with(self._course.from_here(self.player))
        if self.player.state is State.ENDED:
            self._close("completed")
        else:
            self._write()

    def _go_on_with(self, whole: Timeline) -> None:
        """Play on along another timeline, alike up to here, to the same end."""
        self._course.follow(whole)
        self.player.end_with(self._course.from_here(self.player))

    def _plan_again(self, whole: Timeline) -> None:
        """Play along another timeline from its beginning on; nothing has been played yet."""
        self._go_on_with(whole)
        self.entry = msgspec.structs.replace(self.entry, planned_seconds=self._planned)
        self._write()

    @property
    def _planned(self) -> float | None:
        length_ms = self.player.timeline.length_ms
        return None if length_ms is None else length_ms / MS_PER_S

    def _play_instead(self, found: Found) -> None:
        """Play another script than was asked for; nothing of it has been played yet."""
        self._course.stand_in(found)
        self.entry = msgspec.structs.replace(
            self.entry,
            script=found.script.id,
            origin=found.origin,
            content_hash=found.content_hash,
        )
        self._plan_again(self._course.whole)

    @property
    def _pace(self) -> float:
        """How fast it is played, 1 as written; at a pace of their own, by the breath it is in."""
        player, script = self.player, self.plan.found.script
        pace = player.pace / AS_WRITTEN
        if not self._own_pace or not isinstance(script, BreathingScript):
            return pace
        timeline = player.timeline
        share = share_of_written(script, timeline, timeline.index_at(player.position_ms))
        return round(pace * share, 3)

    def _close(self, ended: Ended) -> None:
        if self.entry.ended != "unfinished":
            return
        self.entry = msgspec.structs.replace(self.entry, ended=ended, ended_at=self._local())
        if self.plan.until is not None and self.player.state is State.ENDED:
            # an end was chosen and reached, and no length: pauses on the way cut nothing short
            played = self.player.played_seconds
            self.entry = msgspec.structs.replace(self.entry, planned_seconds=played)
        self._write()

    def _write(self) -> None:
        """Hand the entry on as it now stands."""
        self.entry = msgspec.structs.replace(
            self.entry,
            edited_at=max(self.entry.edited_at, self._local()),
            done_seconds=self.player.played_seconds,
            pace=self._pace,
            skipped=[*self.plan.left_out, *self.player.skipped],
        )
        self._kept_ns = self._now()
        self._keep(self.entry)
