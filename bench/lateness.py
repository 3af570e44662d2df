"""How late each drawn cue is against the schedule that began with the first."""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from program import NS_PER_MS, NS_PER_S, Program, Running

BREATH = (("Breathe out", 4), ("Breathe in", 6))
"""What is said next, and after how many seconds."""
BREATH_S = sum(seconds for _, seconds in BREATH)


@dataclass(frozen=True)
class Late:
    """The lateness of every cue but the first."""

    moments_s: list[float]
    """When each was due, from the first on."""
    milliseconds: list[float]

    @property
    def p99(self) -> float:
        """What all but one in a hundred keep to; of fewer than a hundred, the most."""
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, round(len(ordered) * 0.99))]

    @property
    def growth(self) -> float:
        """Milliseconds by which it grows in a minute."""
        line = statistics.linear_regression(self.moments_s, self.milliseconds)
        return line.slope * 60


def late_cues(program: Program, minutes: float, *, busy: bool) -> Late:
    """Watch the cues of `calmcli now` for some minutes."""
    late = Late([], [])
    argv = [*program.argv, "--minutes", f"{minutes:g}"]
    with (
        tempfile.TemporaryDirectory() as home,
        _load(busy=busy),
        Running(replace(program, argv=argv), home) as running,
    ):
        first, due_s = running.wait_for(program.words), 0.0
        for cue in range(round(minutes * 60 / BREATH_S) * len(BREATH) - 1):
            words, seconds = BREATH[cue % len(BREATH)]
            due_s += seconds
            seen = running.wait_for(words, seconds + 5)
            late.moments_s.append(due_s)
            late.milliseconds.append((seen - first - due_s * NS_PER_S) / NS_PER_MS)
    return late


@contextmanager
def _load(*, busy: bool) -> Iterator[None]:
    """A busy loop for every core, or none."""
    spinning = [
        subprocess.Popen([sys.executable, "-c", "while True: pass"])
        for _ in range(os.cpu_count() or 1)
        if busy
    ]
    try:
        yield
    finally:
        for each in spinning:
            each.kill()
            each.wait()
