"""Muscle relaxation: one area of the body after another, tensed and let go of."""

from collections.abc import Iterator

from calmcli.content.inputs import filled
from calmcli.content.model import RelaxationScript
from calmcli.content.phases import milliseconds
from calmcli.exercises.choices import Choices
from calmcli.timeline import Cue, Timeline

TENSED, LOOSE = 1.0, 0.0


def relaxation_timeline(script: RelaxationScript, choices: Choices) -> Timeline:
    """All of a relaxation script, without the parts that are left out."""
    cues = tuple(_cues(script, choices))
    return Timeline((), cues) if script.open_ended else Timeline(cues)


def _cues(script: RelaxationScript, choices: Choices) -> Iterator[Cue]:
    start_ms, level = 0, LOOSE
    kept = [part for part in script.parts if part.name not in choices.left_out]
    for number, part in enumerate(kept * script.rounds):
        for step in part.steps * part.times:
            goal = TENSED if step.phase == "tense" else LOOSE
            words = filled(step.words, script.inputs, choices.answers)
            length_ms = milliseconds(step.seconds)
            yield Cue(start_ms, length_ms, words, level, goal, number, part.name, counted=False)
            start_ms, level = start_ms + length_ms, goal
