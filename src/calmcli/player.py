"""Where a session is, at whatever moment it is asked. It never counts ticks, sleeps or calls back.

Positions are kept in whole units of a hundred-millionth of a millisecond, so that nanoseconds times
a pace in percent add up exactly: no pause, pace or late question ever shifts what remains.
"""

from enum import Enum
from math import ceil

from msgspec import Struct

from calmcli.clock import NS_PER_MS, NS_PER_S, Now
from calmcli.timeline import Cue, Timeline

UNITS_PER_MS = 100 * NS_PER_MS
AWAY_AFTER_NS = 2 * NS_PER_S
"""Asked later than this after something should have happened, the person was away."""
PACE_STEP = 10
"""How much faster or slower one key makes it, in percent of the written pace."""


class State(Enum):
    """What a player is doing."""

    PAUSED = "paused"
    PLAYING = "playing"
    ENDED = "ended"
    LEFT = "left"


class Moment(Struct, frozen=True):
    """Where a session is right now: all that any view needs in order to draw it."""

    cue: Cue
    """What to do now; the last cue once it is over."""
    level: float
    """How full, 0 to 1."""
    seconds_left: int
    """Of this cue, at the present pace; begun seconds count."""
    left_ms: int | None
    """Of the whole session, at the present pace, in milliseconds; None when open-ended."""
    state: State


class Player:
    """Plays one timeline against a clock that is handed in; it begins paused, at 0.

    `by_hand` says that keys can come, so that cues that wait for one do wait.
    """

    def __init__(self, timeline: Timeline, now: Now, *, by_hand: bool = False) -> None:
        self.timeline = timeline
        self.by_hand = by_hand
        self.state = State.PAUSED
        self.pace = 100
        self.away = False
        """Whether the pause it is in began because the person was away."""
        self.skipped: list[str] = []
        """The parts that were skipped, in order, by name, or by number where they have none."""
        self._now = now
        self._asked_ns = 0
        self._expected_ns = 0
        self._units = 0
        self._played_ns = 0
        self._next_to_tell = 0

    # what a person does

    def play(self, began_ns: int | None = None) -> None:
        """Begin or go on; `began_ns` is a moment already past, when the first words were shown."""
        self._catch_up()
        if self.state is State.PAUSED:
            self.state = State.PLAYING
            self.away = False
            now = self._now()
            self._asked_ns = now if began_ns is None else began_ns
            self._expect()
            if began_ns is not None:  # what came between took its time; nobody was away
                self._expected_ns = max(self._expected_ns, now)

    def pause(self) -> None:
        """Stay here until it is played again."""
        self._catch_up()
        if self.state is State.PLAYING:
            self.state = State.PAUSED

    def skip(self) -> None:
        """Go to the next part; past the last one the session has come to its end."""
        self._catch_up()
        if self.is_over or (cue := self.timeline.cue(self._index)) is None:
            return
        self.skipped.append(cue.part_name or str(cue.part + 1))
        self._go_to(self.timeline.next_part(self._index))

    def next_cue(self) -> None:
        """Go on to the next cue by hand; nothing counts as skipped."""
        self._catch_up()
        if not self.is_over:
            self._go_to(self._index + 1)

    def again(self) -> None:
        """Go back to where this part begins."""
        self._catch_up()
        if not self.is_over:
            self._go_to(self.timeline.part_start(self._index))

    def faster(self) -> None:
        """One step faster, as far as the script's bounds allow."""
        self.set_pace(self.pace + PACE_STEP)

    def slower(self) -> None:
        """One step slower, as far as the script's bounds allow."""
        self.set_pace(self.pace - PACE_STEP)

    def set_pace(self, percent: int) -> None:
        """Play on at a pace in percent of the written one, kept within what the timeline allows."""
        self._catch_up()
        self.pace = min(self.timeline.fastest, max(self.timeline.slowest, percent))
        self._expect()

    def leave(self) -> None:
        """End here."""
        self._catch_up()
        if not self.is_over:
            self.state = State.LEFT

    def end_with(self, timeline: Timeline) -> None:
        """Play to the end of another timeline, alike up to the present moment."""
        self._catch_up()
        self.timeline = timeline
        self._expect()

    # what a view asks

    @property
    def is_over(self) -> bool:
        """Whether it came to its end or was left."""
        return self.state in (State.ENDED, State.LEFT)

    @property
    def position_ms(self) -> int:
        """Where it is on the timeline, in whole milliseconds, as of the last question."""
        return self._units // UNITS_PER_MS

    @property
    def played_seconds(self) -> float:
        """Clock time played so far, to the millisecond: no pauses, repeats included."""
        return self._played_ns // NS_PER_MS / 1000

    def due(self) -> list[Cue]:
        """The cues that have begun since the last time, each told once and in order."""
        self._catch_up()
        if self.state is State.PAUSED or self.state is State.LEFT:
            return []
        begun = []
        while (cue := self.timeline.cue(self._next_to_tell)) and cue.start_ms <= self.position_ms:
            begun.append(cue)
            self._next_to_tell += 1
        return begun

    def where(self) -> Moment:
        """The present moment, for any view to draw."""
        self._catch_up()
        cue = self.timeline.cue(self._index) or self.timeline.head[-1]
        position = self._units / UNITS_PER_MS
        left = None
        if self.timeline.length_ms is not None:
            left = self._ns_to(self.timeline.length_ms * UNITS_PER_MS) // NS_PER_MS
        return Moment(
            cue=cue,
            level=cue.level_at(position),
            seconds_left=max(0, -(-self._ns_to(cue.end_ms * UNITS_PER_MS) // NS_PER_S)),
            left_ms=left,
            state=self.state,
        )

    def next_change(self) -> int | None:
        """The clock's next moment at which a cue or its count of seconds changes; None at rest."""
        self._catch_up()
        return self._expected_ns if self.state is State.PLAYING else None

    def when(self, position_ms: float) -> int:
        """The clock's moment at which a place on the timeline is reached if it plays on."""
        self._catch_up()
        return self._asked_ns + self._ns_to(ceil(position_ms * UNITS_PER_MS))

    # how it keeps its place

    @property
    def _index(self) -> int:
        return self.timeline.index_at(self.position_ms)

    def _ns_to(self, units: int) -> int:
        """Clock time from here to a place on the timeline at the present pace; rounded up."""
        return -((self._units - units) // self.pace)

    def _go_to(self, index: int) -> None:
        cue = self.timeline.cue(index)
        length_ms = self.timeline.length_ms or 0
        self._units = (cue.start_ms if cue else length_ms) * UNITS_PER_MS
        self._next_to_tell = index
        if cue is None:
            self.state = State.ENDED
        self._expect()

    def _catch_up(self) -> None:
        """Move to the present moment, or to where the person went away."""
        if self.state is not State.PLAYING:
            return
        now = self._now()
        if now - self._expected_ns > AWAY_AFTER_NS:
            now, self.state, self.away = self._expected_ns, State.PAUSED, True
        elapsed = max(0, now - self._asked_ns)
        reached = self._units + elapsed * self.pace
        length_ms = self.timeline.length_ms
        if (held := self._held_before(reached)) is not None:
            reached = held
        elif length_ms is not None and reached >= length_ms * UNITS_PER_MS:
            reached = length_ms * UNITS_PER_MS
            elapsed, self.state, self.away = self._ns_to(reached), State.ENDED, False
        self._units = reached
        self._played_ns += elapsed
        self._asked_ns += elapsed
        self._expect()

    def _held_before(self, reached: int) -> int | None:
        """Where a cue that waits for a key keeps it from going so far; None where none does."""
        index = self._index
        while self.by_hand and (cue := self.timeline.cue(index)):
            end = cue.end_ms * UNITS_PER_MS
            if end > reached:
                break
            if cue.waits:
                return end - 1
            index += 1
        return None

    def _expect(self) -> None:
        """Work out the next moment at which anything changes."""
        if cue := self.timeline.cue(self._index):
            to_end_ns = self._ns_to(cue.end_ms * UNITS_PER_MS)
            if cue.waits and self.by_hand:
                to_end_ns = NS_PER_S
            self._expected_ns = self._asked_ns + (to_end_ns % NS_PER_S or NS_PER_S)
