"""Breathing: one breath after another, each a part of the timeline."""

from collections.abc import Iterable, Iterator
from itertools import count

from calmcli.content.model import BreathingScript, PhaseName
from calmcli.content.phases import milliseconds
from calmcli.exercises.pace import pace_limits
from calmcli.timeline import Cue, Timeline

TOP_UP_FROM = 0.75
"""How full the lungs are when a small second breath in tops them up: ours, it only draws."""


def breathing_timeline(script: BreathingScript) -> Timeline:
    """All of a breathing script: open-ended, unless it caps its own number of breaths."""
    ramp_ms = milliseconds(script.ramp_seconds or 0)
    head: list[Cue] = []
    for part in count():
        start_ms = head[-1].end_ms if head else 0
        ramped = min(1.0, start_ms / ramp_ms) if ramp_ms else 1.0
        breath = tuple(breath_cues(script, _ramped(script, ramped), start_ms, part))
        if start_ms >= ramp_ms:
            break
        head += breath
    slowest, fastest = pace_limits(script.breath)
    whole = Timeline(tuple(head), breath, slowest=slowest, fastest=fastest)
    return whole.first_parts(script.max_cycles) if script.max_cycles else whole


def breath_cues(
    script: BreathingScript, lengths_ms: Iterable[int], start_ms: int, part: int
) -> Iterator[Cue]:
    """The cues of one breath from a moment on, its phases so many milliseconds long."""
    levels = _levels(script)
    for phase, length_ms in zip(script.breath, lengths_ms, strict=True):
        yield Cue(start_ms, length_ms, phase.words, *levels[phase.phase], part)
        start_ms += length_ms


def _ramped(script: BreathingScript, ramped: float) -> Iterator[int]:
    """How long each phase lasts when so much of the ramp, 0 to 1, is behind."""
    for phase in script.breath:
        begin = phase.seconds if phase.start_seconds is None else phase.start_seconds
        yield milliseconds(begin + (phase.seconds - begin) * ramped)


def _levels(script: BreathingScript) -> dict[PhaseName, tuple[float, float]]:
    """How full the lungs are as each phase begins and ends."""
    topped_up = any(phase.phase == "top_up" for phase in script.breath)
    full_in = TOP_UP_FROM if topped_up else 1.0
    return {
        "in": (0.0, full_in),
        "top_up": (full_in, 1.0),
        "hold": (1.0, 1.0),
        "out": (1.0, 0.0),
        "rest": (0.0, 0.0),
    }
