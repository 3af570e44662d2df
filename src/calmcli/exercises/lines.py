"""One line at a time with quiet between, as visualization and grounding are."""

from collections.abc import Iterable, Iterator, Sequence

from calmcli.content.inputs import Input, filled
from calmcli.content.lines import PartInLines
from calmcli.exercises.choices import Choices
from calmcli.timeline import Cue, Timeline


def lines_timeline(
    parts: Iterable[PartInLines], inputs: Sequence[Input], choices: Choices
) -> Timeline:
    """All lines of all parts, without those that are left out."""
    return Timeline(tuple(_cues(parts, inputs, choices)))


def _cues(parts: Iterable[PartInLines], inputs: Sequence[Input], choices: Choices) -> Iterator[Cue]:
    start_ms = 0
    kept = (part for part in parts if part.name not in choices.left_out)
    for number, part in enumerate(kept):
        for line in part.lines:
            words = filled(line.words, inputs, choices.answers)
            cue = Cue(
                start_ms,
                line.lasts_ms(words),
                words,
                0,
                0,
                number,
                part.name,
                counted=False,
                waits=line.waits,
            )
            yield cue
            start_ms = cue.end_ms
