"""Sleeping until a session looks different, and moving its shapes on the way."""

import asyncio
from collections.abc import Callable, Sequence

from calmcli.clock import NS_PER_MS, NS_PER_S, Now
from calmcli.player import Moment, Player, State
from calmcli.tui.stillness import next_still_change
from calmcli.tui.widgets.shape import Shape

_QUICKEST_NS = 95 * NS_PER_MS
"""The eye sees no more than ten steps a second of something this slow."""


class Sleep:
    """Wakes its screen when more than the shapes look different, and moves those by itself.

    A message for each of their steps would cost as much again.
    """

    def __init__(
        self,
        player: Player,
        now: Now,
        shapes: Sequence[Shape],
        wake: Callable[[], object],
        fail: Callable[[Exception], None],
    ) -> None:
        self._player, self._now, self._shapes = player, now, shapes
        self._seen: list[Shape] = []
        """Those that are shown, until the screen wakes again."""
        self._wake, self._fail = wake, fail
        self._alarm: asyncio.TimerHandle | None = None
        self.due_ns: int | None = None
        """When more than the shapes looks different; None while paused."""

    def end(self) -> None:
        """Sleep no more."""
        if self._alarm is not None:
            self._alarm.cancel()

    def begin(self, moment: Moment, *, still: bool) -> None:
        """Sleep from this moment on, until the next one that looks different."""
        player, now_ns = self._player, self._now()
        self.due_ns = next_still_change(player, now_ns) if still else player.next_change()
        self._set_alarm(moment)

    def _set_alarm(self, moment: Moment) -> None:
        next_ns = self.next_change(moment)
        if next_ns is not None:
            wait_s = max(0, next_ns - self._now()) / NS_PER_S
            # Textual's own timers drop a tick that is late before they begin: we would never wake.
            self._alarm = asyncio.get_running_loop().call_later(wait_s, self._ring)

    def next_change(self, moment: Moment) -> int | None:
        """The clock's next moment at which anything looks different; None while paused."""
        change_ns = self.due_ns
        if change_ns is None:
            return None
        soonest = self._now() + _QUICKEST_NS
        for shape in self._seen:
            step_ms = shape.next_change_ms(moment.cue)
            if step_ms is not None:
                change_ns = min(change_ns, max(soonest, self._player.when(step_ms)))
        return change_ns

    def move(self, moment: Moment) -> None:
        """Let the shapes show where the breath is."""
        self._seen = [shape for shape in self._shapes if shape.display]
        self._show(moment)

    def _show(self, moment: Moment) -> None:
        for shape in self._seen:
            shape.show(moment.level, moment.cue)

    def _ring(self) -> None:
        """Wake the screen, or only move; what goes wrong is told, where the loop would hide it."""
        try:
            moment = self._player.where()
            if self.due_ns is None or self._now() >= self.due_ns:
                self._wake()
            elif moment.state is State.PLAYING:
                self._show(moment)
                self._set_alarm(moment)
        except Exception as error:  # noqa: BLE001
            self._fail(error)
