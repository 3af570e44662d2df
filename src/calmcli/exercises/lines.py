"""Visualization and grounding: one line at a time, with quiet between."""

from collections.abc import Iterator

from calmcli.content.inputs import filled
from calmcli.content.model import (
    GroundingLine,
    GroundingScript,
    VisualizationLine,
    VisualizationScript,
)
from calmcli.content.phases import milliseconds
from calmcli.content.speaking import line_seconds
from calmcli.exercises.choices import Choices
from calmcli.timeline import Cue, Timeline


def lines_timeline(script: VisualizationScript | GroundingScript, choices: Choices) -> Timeline:
    """All lines of a script, without the parts that are left out."""
    return Timeline(tuple(_cues(script, choices)))


def _cues(script: VisualizationScript | GroundingScript, choices: Choices) -> Iterator[Cue]:
    start_ms = 0
    kept = [part for part in script.parts if part.name not in choices.left_out]
    for number, part in enumerate(kept):
        for line in part.lines:
            words = filled(line.words, script.inputs, choices.answers)
            length_ms = milliseconds(_seconds(line, words))
            yield Cue(
                start_ms,
                length_ms,
                words,
                0,
                0,
                number,
                part.name,
                counted=False,
                waits=isinstance(line, GroundingLine) and line.waits,
            )
            start_ms += length_ms


def _seconds(line: VisualizationLine | GroundingLine, words: str) -> float:
    """How long a line stays: a longer answer put into it makes it stay longer."""
    return line.seconds if isinstance(line, GroundingLine) else line_seconds(words, line.pause)
