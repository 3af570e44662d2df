"""What is to be played: a script's timeline, cut to the length or the time that was asked for."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta

from msgspec import Struct
from msgspec.structs import replace

from calmcli.content.inputs import MOST_ANSWER
from calmcli.content.library import Found
from calmcli.content.model import BreathingScript, Script
from calmcli.exercises import timeline_of
from calmcli.exercises.choices import Choices
from calmcli.exercises.length import Length, default_length, of_length
from calmcli.exercises.own_pace import eases_from, own_timeline, share_of_written
from calmcli.exercises.pace import AS_WRITTEN
from calmcli.journal.entries import Place
from calmcli.player import Player
from calmcli.text import clean
from calmcli.timeline import Timeline


class Plan(Struct, frozen=True):
    """What someone asked to do."""

    found: Found
    length: Length | None = None
    """None is the script's own."""
    until: datetime | None = None
    """The local time at which it is to end, pauses or not; it beats the length."""
    left_out: tuple[str, ...] = ()
    """The names of parts that are left out from the start."""
    ask_before: bool = True
    ask_inputs: bool = True
    ask_after: bool = True
    own_pace_else: Found | None = None
    """The script that is played where taps tell no pace; None when no taps are asked for."""
    keeps: bool = True
    """Whether it is for the journal."""
    visit: str | None = None
    """The id of the visit it belongs to."""
    visit_step: str | None = None
    """The id of the step of that visit."""
    place: Place | None = None
    """Where the person is."""

    @property
    def takes_own_pace(self) -> bool:
        """Whether it can be played at the person's own pace: only a breath can."""
        return self.found.script.kind == "breathing"

    @property
    def asks_for_pace(self) -> bool:
        """Whether it is to begin at the person's own pace."""
        return self.own_pace_else is not None and self.takes_own_pace


class Course:
    """The timeline of one plan, as answers, another script or another pace change it."""

    def __init__(self, plan: Plan, local: Callable[[], datetime]) -> None:
        self.plan = plan
        self._local = local
        self._has_own_pace = False
        self.whole = timeline_of(plan.found.script, Choices(plan.left_out))
        """All there is of it, however long it is to last."""

    @property
    def script(self) -> Script:
        """The script it comes from."""
        return self.plan.found.script

    def fill(self, answers: Mapping[str, str]) -> None:
        """Put a person's own words into the script; they are kept nowhere."""
        cleaned = {name: clean(words)[:MOST_ANSWER] for name, words in answers.items()}
        self.whole = timeline_of(self.script, Choices(self.plan.left_out, cleaned))

    def change_to(self, found: Found, left_out: tuple[str, ...]) -> None:
        """Take another script; a length asked for holds where it can be cut."""
        self.plan = replace(self.plan, found=found, left_out=left_out)
        if found.script.kind != "breathing":
            self.plan = replace(self.plan, length=None, until=None)
        self.whole = timeline_of(found.script, Choices(left_out))

    def stand_in(self, found: Found) -> None:
        """Take another script in the place of the one that cannot be played as was asked."""
        self.plan = replace(self.plan, found=found)
        self.whole = timeline_of(found.script)

    def follow(self, whole: Timeline, player: Player) -> None:
        """Let a player go on along another timeline, alike up to here, to the same end.

        There are no more breaths than the script allows.
        """
        if isinstance(self.script, BreathingScript) and self.script.max_cycles:
            whole = whole.first_parts(self.script.max_cycles)
        self.whole = whole
        player.end_with(self.from_here(player))

    def at_own_pace(self, player: Player, cycle_ms: int) -> Timeline:
        """All of it, but from the breath a player is in on at the pace of a breath of their own."""
        assert isinstance(self.script, BreathingScript)  # noqa: S101  as was asked beforehand
        self._has_own_pace = True
        return self.whole.followed_from(_index(player), own_timeline(self.script, cycle_ms))

    def staying(self, player: Player) -> Timeline:
        """All of it, but that every breath from now on is as long as this one."""
        return self.whole.staying_at(_index(player))

    def eases(self, player: Player) -> bool:
        """Whether later breaths are longer or shorter than the one a player is in."""
        return eases_from(player.timeline, _index(player))

    def pace_of(self, player: Player) -> float:
        """How fast it is played, 1 as written; at a pace of their own, by the breath it is in."""
        pace = player.pace / AS_WRITTEN
        if not self._has_own_pace or not isinstance(self.script, BreathingScript):
            return pace
        return round(pace * share_of_written(self.script, player.timeline, _index(player)), 3)

    def from_the_start(self) -> Timeline:
        """What would be played if it began now."""
        if self.plan.until is not None:
            return self.whole.ending_near(self._ms_left(self.plan.until))
        return of_length(self.whole, self._length)

    def from_here(self, player: Player) -> Timeline:
        """As much of it as there is to be, and the part a player is in at least."""
        least = player.where().cue.part + 1
        if self.plan.until is not None:
            left_ms = self._ms_left(self.plan.until) * player.pace // 100
            return self.whole.ending_near(player.position_ms + left_ms, least)
        return of_length(self.whole, self._length, least)

    def is_too_short(self) -> bool:
        """Whether its set end comes before one whole part could be played."""
        one_part = self.whole.first_parts(1).length_ms or 0
        return self.plan.until is not None and self._ms_left(self.plan.until) < one_part

    @property
    def _length(self) -> Length:
        return self.plan.length or default_length(self.script)

    def _ms_left(self, until: datetime) -> int:
        return max(0, round((until - self._local()) / timedelta(milliseconds=1)))


def _index(player: Player) -> int:
    return player.timeline.index_at(player.position_ms)
