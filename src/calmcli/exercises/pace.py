"""How much faster or slower a person may make a script, within the bounds of any script."""

from collections.abc import Sequence
from math import ceil, floor

from calmcli.content.breath_rules import CYCLE_MS, LONGEST_MS
from calmcli.content.phases import Phase, both_ends

LEAST_PHASE_MS = 500
"""Milliseconds the shortest phase of a breath lasts, however fast it is played."""
AS_WRITTEN = 100


def pace_limits(breath: Sequence[Phase]) -> tuple[int, int]:
    """The lowest and highest pace in percent at which each phase and cycle stays within bounds.

    A script that goes beyond them by itself (advanced) may still be played as written.
    """
    shortest, longest = CYCLE_MS
    cycles = both_ends(breath)
    slowest = max(cycles) / longest
    fastest = min(cycles) / shortest
    for phase in breath:
        together = [phase]
        if phase.phase == "top_up":
            together += [other for other in breath if other.phase == "in"]
        slowest = max(slowest, max(both_ends(together)) / LONGEST_MS[phase.phase])
        fastest = min(fastest, min(both_ends([phase])) / LEAST_PHASE_MS)
    return min(AS_WRITTEN, ceil(slowest * 100)), max(AS_WRITTEN, floor(fastest * 100))
