"""Breathing that begins at a person's own pace and eases towards the script's.

Someone in panic breathes twenty times a minute, and six feels like drowning.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from calmcli.clock import NS_PER_MS, NS_PER_S, Now
from calmcli.content.breath_rules import CYCLE_MS
from calmcli.content.model import BreathingScript
from calmcli.content.phases import milliseconds
from calmcli.exercises.breathing import breath_cues
from calmcli.exercises.pace import AS_WRITTEN, LEAST_PHASE_MS, pace_limits
from calmcli.timeline import Cue, Timeline

TAPPING_NS = 20 * NS_PER_S
"""How long breaths are tapped along with, from the first tap on."""
LAST_BREATH_NS = 6 * NS_PER_S
"""How much longer the next breath in is waited for, so that the first guided one begins with it."""
LIKELY_CYCLE_MS = 1_000, 20_000
"""Milliseconds of one whole breath that a body can do; other taps are no breaths."""
SHORTEST_CYCLE_MS = 2_500
"""Milliseconds of the shortest whole breath that is guided, and only where none is held."""

_A_MINUTE_MS = 60_000
_EASE_MS = 20_000 * _A_MINUTE_MS
"""One breath a minute fewer takes at least 20 s: milliseconds squared for the sums below."""


class Tapping:
    """Taps with each breath in and each breath out, by turns, from a breath in on."""

    def __init__(self, now: Now) -> None:
        self._now = now
        self._began_ns = now()
        self._taps: list[int] = []

    def tap(self) -> None:
        """A breath in or a breath out begins now."""
        self._taps.append(self._now())

    @property
    def count(self) -> int:
        """How many taps there have been."""
        return len(self._taps)

    @property
    def expects_in(self) -> bool:
        """Whether the next tap is that of a breath in."""
        return self.count % 2 == 0

    @property
    def until_ns(self) -> int:
        """The moment at which it is over without another tap."""
        if not self._taps:
            return self._began_ns + TAPPING_NS
        return self._taps[0] + TAPPING_NS + LAST_BREATH_NS

    def is_over(self) -> bool:
        """Whether it has gone on for long enough; best where a breath in begins."""
        if self._taps and not self.expects_in and self._taps[-1] - self._taps[0] >= TAPPING_NS:
            return True
        return self._now() >= self.until_ns

    @property
    def cycle_ms(self) -> int | None:
        """Milliseconds of one whole breath; None when the taps cannot have been breaths."""
        return cycle_of([tap // NS_PER_MS for tap in self._taps])


def cycle_of(taps_ms: Sequence[int]) -> int | None:
    """One whole breath, from each tap to the one after the next; a tap missed or doubled is borne.

    None when there are too few, or when no body breathes like that.
    """
    cycles = sorted(later - tap for tap, later in zip(taps_ms, taps_ms[2:], strict=False))
    if not cycles:
        return None
    cycle_ms = (cycles[(len(cycles) - 1) // 2] + cycles[len(cycles) // 2]) // 2
    least, most = LIKELY_CYCLE_MS
    return cycle_ms if least <= cycle_ms <= most else None


def own_timeline(script: BreathingScript, cycle_ms: int) -> Timeline:
    """A script begun at a pace of one's own: breath by breath it comes nearer to the script's.

    It slows down or quickens by one breath a minute in twenty seconds at most.
    """
    shortest, longest, slowest = _bounds(script)
    first_ms = min(longest, max(shortest, cycle_ms))
    *before, script_ms = _cycles(first_ms, written_ms(script))
    head: list[Cue] = []
    for part, each_ms in enumerate(before):
        start_ms = head[-1].end_ms if head else 0
        head += breath_cues(script, _phases(script, each_ms), start_ms, part)
    start_ms = head[-1].end_ms if head else 0
    tail = tuple(breath_cues(script, _phases(script, script_ms), start_ms, len(before)))
    whole = Timeline(
        tuple(head),
        tail,
        slowest=max(slowest, -(-AS_WRITTEN * first_ms // longest)),
        fastest=max(AS_WRITTEN, AS_WRITTEN * min(first_ms, script_ms) // shortest),
    )
    return whole.first_parts(script.max_cycles) if script.max_cycles else whole


def _bounds(script: BreathingScript) -> tuple[int, int, int]:
    """Milliseconds of the shortest and the longest breath, and the lowest pace in percent."""
    whole_ms = written_ms(script)
    holds = any(phase.phase in ("hold", "rest") for phase in script.breath)
    least = CYCLE_MS[0] if holds else SHORTEST_CYCLE_MS
    shortest_phase = min(milliseconds(phase.seconds) for phase in script.breath)
    least = max(least, -(-LEAST_PHASE_MS * whole_ms // shortest_phase))
    slowest, _ = pace_limits(script.breath)
    return min(whole_ms, least), whole_ms * AS_WRITTEN // slowest, slowest


def written_ms(script: BreathingScript) -> int:
    """Milliseconds of one whole breath as the script has it, once its ramp is over."""
    return sum(milliseconds(phase.seconds) for phase in script.breath)


def share_of_written(script: BreathingScript, timeline: Timeline, index: int) -> float:
    """How fast the breath with this cue is, 1 as written; past the end it is the last one."""
    here = index if timeline.cue(index) else index - 1
    return written_ms(script) / timeline.part_ms(here)


def eases_from(timeline: Timeline, index: int) -> bool:
    """Whether later breaths are longer or shorter than the one with this cue."""
    lengths = Counter[int]()
    for cue in (*timeline.head[timeline.part_start(index) :], *timeline.tail):
        lengths[cue.part] += cue.length_ms
    return len(set(lengths.values())) > 1


def _cycles(first_ms: int, last_ms: int) -> Iterator[int]:
    """The length of one breath after another, from the first to where it stays.

    The rates of two neighbours differ by no more than the first of them has time for.
    """
    here = first_ms
    while here != last_ms:
        yield here
        if here < last_ms:
            room = _EASE_MS - here * here
            here = min(last_ms, _EASE_MS * here // room) if room > 0 else last_ms
        else:
            here = max(last_ms, -(-_EASE_MS * here // (_EASE_MS + here * here)))
    yield here


def _phases(script: BreathingScript, cycle_ms: int) -> list[int]:
    """How long each phase lasts in a breath of a length, in the proportions of the script."""
    whole_ms = written_ms(script)
    ends, so_far = [0], 0
    for phase in script.breath:
        so_far += milliseconds(phase.seconds)
        ends.append((2 * cycle_ms * so_far + whole_ms) // (2 * whole_ms))
    return [end - start for start, end in pairwise(ends)]
