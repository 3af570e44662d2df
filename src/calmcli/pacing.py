"""A session at the person's own pace: taken from the breath they are in on, and kept."""

from calmcli.course import Course
from calmcli.exercises.pace import AS_WRITTEN
from calmcli.player import Player
from calmcli.record import Record


class OwnPace:
    """Changes how long the breaths to come are, as the person breathes."""

    def __init__(self, course: Course, player: Player, record: Record) -> None:
        self._course, self._player, self._record = course, player, record

    @property
    def eases(self) -> bool:
        """Whether later breaths are longer or shorter than the one that is on its way."""
        return self._can_change and self._course.eases(self._player)

    def take(self, cycle_ms: int | None) -> bool:
        """Play from this breath on at the person's own pace, in milliseconds of a whole breath.

        Without one, a session not yet begun becomes the script for that; another stays as it is.
        Whether there was a pace is the answer.
        """
        player, plan = self._player, self._course.plan
        untouched = not player.position_ms and not player.played_seconds
        if cycle_ms is None and untouched and plan.own_pace_else is not None:
            self._course.stand_in(plan.own_pace_else)
            self._record.play_instead(plan.own_pace_else)
            self._course.follow(self._course.whole, player)
        if cycle_ms is not None and plan.takes_own_pace:
            player.again()
            player.set_pace(AS_WRITTEN)
            self._course.follow(self._course.at_own_pace(player, cycle_ms), player)
        if untouched:
            self._record.plan()
        self._record.keep()
        return cycle_ms is not None

    def keep(self) -> None:
        """Stay at the pace of this breath: no later one is longer or shorter."""
        if self._can_change:
            self._course.follow(self._course.staying(self._player), self._player)
            self._record.keep()

    @property
    def _can_change(self) -> bool:
        return self._course.plan.takes_own_pace and not self._player.is_over
