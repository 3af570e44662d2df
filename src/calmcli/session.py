"""One sitting: a script, a player and two ratings become an entry in the journal.

Both front ends drive this and decide nothing themselves. What a person told us is handed on to be
kept before anything else happens.
"""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from calmcli.clock import Clock
from calmcli.content.inputs import Input
from calmcli.content.library import Found
from calmcli.course import Course, Plan
from calmcli.exercises.own_pace import Tapping
from calmcli.journal.entries import Entry
from calmcli.pacing import OwnPace
from calmcli.player import Player, State
from calmcli.rating import TypedDigits
from calmcli.record import Keep, Record
from calmcli.timeline import Cue, Timeline
from calmcli.voice.aloud import Aloud
from calmcli.words import sound

_A_BREATH = timedelta(seconds=20)
"""As long as a breath can be: a session ends with the whole one nearest to a time asked for."""


class Session:
    """Carries out one plan: `begin`, `go_on`, then `tick` whenever something may have changed."""

    player: Player
    own_pace: OwnPace
    """How its breaths follow the person's own."""
    _record: Record

    def __init__(self, plan: Plan, clock: Clock, keep: Keep, aloud: Aloud | None = None) -> None:
        self.has_begun = False
        self._clock, self._keep = clock, keep
        self._aloud = aloud or Aloud()
        self._typed = TypedDigits()
        self._course = Course(plan, clock.local)

    @property
    def plan(self) -> Plan:
        """What is asked for now."""
        return self._course.plan

    @property
    def entry(self) -> Entry:
        """What the journal is to remember of it, once it has begun."""
        return self._record.entry

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
            self._course.follow(self._course.whole, self.player)
            self._record.plan()
            self._record.keep()

    def change_to(self, found: Found, left_out: tuple[str, ...] = ()) -> None:
        """Take another script, before it begins; a length asked for holds where it can be cut."""
        self._course.change_to(found, left_out)

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
        """The local time at which it will end if it goes on now; None when it is open-ended.

        A time that was asked for is told as it was asked for, where the nearest breath ends by it.
        """
        left_ms = self.player.where().left_ms if self.has_begun else self.timeline().length_ms
        if left_ms is None:
            return None
        ends_at = self._clock.here(self._clock.local() + timedelta(milliseconds=left_ms))
        until = self.plan.until
        return until if until is not None and abs(ends_at - until) < _A_BREATH else ends_at

    def tapping(self) -> Tapping:
        """Wait here while the person taps along with their breath."""
        self.pause()
        return Tapping(self._clock.now)

    def begin(self, before: int | None = None, *, by_hand: bool = False) -> None:
        """Keep the rating given before, None when it was skipped; `go_on` then starts the clock.

        `by_hand` says that keys can come, so that cues that wait for one do wait.
        """
        self.player = Player(self.timeline(), self._clock.now, by_hand=by_hand)
        self._record = Record(self._course, self.player, self._clock, self._keep, before)
        self.own_pace = OwnPace(self._course, self.player, self._record)
        self._aloud.get_ready()
        self.has_begun = True
        self._record.keep()

    def tick(self, write: Callable[[list[Cue]], None] | None = None) -> list[Cue]:
        """The cues that have begun since the last time; practice is kept as it adds up.

        `write` is given them before anything is kept or heard: what is read is never late for it.
        """
        cues = self.player.due()
        if write is not None:
            write(cues)
        if self.player.state is State.ENDED:
            self._record.close("completed")
        elif self.player.state is State.PLAYING and self._record.is_due:
            self._record.keep()
        if self.player.state is not State.PLAYING:
            self._aloud.hush()
        elif cues:
            self._aloud.tell(cues[-1], self.player.pace)
        return cues

    def pause(self) -> None:
        """Stay where it is, in silence."""
        self._aloud.hush()
        self.player.pause()
        self._record.keep()

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
        whole_part = self.player.timeline.length_ms is None and self.player.where().cue.part > 0
        self.player.leave()  # where it came to its end a moment ago, it stays there
        has_ended = self.player.state is State.ENDED
        self._record.close("completed" if whole_part or has_ended else "stopped")

    def stop(self) -> None:
        """Something else ends it: Ctrl+C, a signal, a lost terminal, a fault of ours."""
        self._aloud.hush()
        if self.has_begun and not self._record.is_closed:
            self.player.leave()
            self._record.close("completed" if self.player.state is State.ENDED else "stopped")

    def rate_during(self, rating: int, *, instead: bool = False) -> None:
        """Keep a rating given on the way, or put it in the place of the latest one."""
        self.player.where()
        self._record.rate_during(rating, instead=instead)
        self._record.keep()

    def type_digit(self, digit: int) -> int:
        """Keep a rating given by one key, 10 by 1 and then 0; what is kept now."""
        rating, instead = self._typed.read(digit, self._clock.now())
        self.rate_during(rating, instead=instead)
        return rating

    def rate_after(self, after: int | None) -> None:
        """Keep the rating given after; None when it was skipped."""
        self._record.rate_after(after)
        self._record.keep()

    def note(self, text: str) -> bool:
        """Keep what the person wrote about it, nothing of nothing; whether all of it had room."""
        has_room = self._record.note(text)
        self._record.keep()
        return has_room

    def _fit(self) -> None:
        """Keep to the set end, where there is one, as pauses, skips and paces move it."""
        if self.plan.until is not None and not self.player.is_over:
            self.player.end_with(self._course.from_here(self.player))
        if self.player.state is State.ENDED:
            self._record.close("completed")
        else:
            self._record.keep()
