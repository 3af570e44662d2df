"""Where time comes from. It is always handed in, so that a test can be its owner."""

import time
from collections.abc import Callable
from datetime import datetime

from msgspec import Struct

Now = Callable[[], int]
"""Nanoseconds on a clock that never runs back; only differences mean anything."""

NS_PER_MS = 1_000_000
NS_PER_S = 1_000_000_000

_SUSPEND_AWARE: int | None = getattr(time, "CLOCK_BOOTTIME", None)


def steady_ns() -> int:
    """Nanoseconds of steady time, the time a laptop sleeps included.

    Linux stops its monotonic clock while the machine sleeps; its boot-time clock goes on, and so
    do the monotonic clocks of macOS and Windows. A gap is how we learn that the person was away.
    """
    if _SUSPEND_AWARE is None:
        return time.monotonic_ns()
    return time.clock_gettime_ns(_SUSPEND_AWARE)


def local_time() -> datetime:
    """The wall clock here, with its offset from UTC."""
    return datetime.now().astimezone()


class Clock(Struct, frozen=True):
    """The two clocks a session needs."""

    now: Now = steady_ns
    """For how long things last."""
    local: Callable[[], datetime] = local_time
    """For when they happened; it may jump, so no length is ever taken from it."""
    here: Callable[[datetime], datetime] = datetime.astimezone
    """A moment with the offset it has here: summer time may begin or end before it comes."""
