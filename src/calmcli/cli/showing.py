"""What a person will go through in a script, part by part, in lines that read well aloud."""

from collections.abc import Iterator

from calmcli.cells import wrapped
from calmcli.content.areas import areas_of
from calmcli.content.inputs import filled
from calmcli.content.model import BreathingScript, Part, Script, ScriptInParts
from calmcli.content.texts import spoken_words
from calmcli.exercises import usual_timeline
from calmcli.inside import caution, tensed_ms
from calmcli.timeline import MS_PER_S, Cue, Timeline
from calmcli.words import scripts as said
from calmcli.words import session as words
from calmcli.words.inside import BREATHS, PARTS

_COLUMNS = 80
_INDENT = " " * 7
"""As wide as a time of the clock and the gap after it."""


def lines_to_show(script: Script) -> Iterator[str]:
    """Everything of a script that someone may want to know beforehand, in at most 80 columns."""
    timeline = usual_timeline(script)
    yield from _wrapped(f"{script.title} ({script.id})")
    yield from _wrapped(script.about)
    yield ""
    yield from _wrapped(_summary(script, timeline))
    for one in script.inputs:
        yield from _wrapped(said.ASKED.format(ask=one.ask, otherwise=one.otherwise))
    yield ""
    if isinstance(script, BreathingScript):
        yield from _breaths(script, timeline)
    else:
        yield from _parts(script, timeline)
    yield ""
    yield from _wrapped(said.contents(script.tags))
    yield from _wrapped(caution(script))
    if areas := areas_of(script):
        yield from _wrapped(said.AREAS.format(areas=", ".join(areas).replace("_", " ")))
    for source in script.sources:
        yield from _wrapped(said.SOURCE.format(source=source))


def _summary(script: Script, timeline: Timeline) -> str:
    length_ms = timeline.length_ms
    length = said.NO_END if length_ms is None else _spoken(length_ms)
    if isinstance(script, BreathingScript):
        parts = words.counted(BREATHS, timeline.parts) if timeline.parts else ""
    else:
        parts = words.counted(PARTS, len(script.parts))
    summary = said.SUMMARY if parts else said.SUMMARY.replace(", {parts}", "")
    return summary.format(kind=script.kind.capitalize(), length=length, parts=parts)


def _breaths(script: BreathingScript, timeline: Timeline) -> Iterator[str]:
    """One breath; where they change, the first and what they come to."""
    first = timeline.first_parts(1).head
    last = timeline.tail or tuple(
        cue for cue in timeline.head if cue.part == timeline.head[-1].part
    )
    changes = _length_ms(first) != _length_ms(last)
    yield from _breath(said.FIRST_BREATH if changes else said.ONE_BREATH, first)
    if changes:
        yield ""
        yield from _breath(said.BECOMES, last)
    if script.max_cycles is not None:
        yield from (
            "",
            said.MOST_BREATHS.format(count=words.counted(BREATHS, script.max_cycles)),
        )
    if script.advanced:
        yield from ("", said.ADVANCED)


def _breath(heading: str, cues: tuple[Cue, ...]) -> Iterator[str]:
    yield heading.format(length=_spoken(_length_ms(cues)))
    for cue in cues:
        yield from _at(cue.start_ms - cues[0].start_ms, cue.spoken())


def _parts(script: ScriptInParts, timeline: Timeline) -> Iterator[str]:
    """Each part with the time it begins and its lines, and what becomes of them after."""
    cues = timeline.head or timeline.tail
    firsts = {cue.part: cue for cue in reversed(cues)}
    waits = sum(cue.waits for cue in cues)
    for number, part in enumerate(script.parts):
        times = part.times if isinstance(part, Part) else 1
        name = firsts[number].part_name
        heading = said.TIMES.format(name=name, count=times) if times > 1 else name
        yield from _at(firsts[number].start_ms, heading)
        for _, line in spoken_words(part):
            yield from _wrapped(filled(line, script.inputs, {}), _INDENT)
    if tensed := tensed_ms(timeline):
        yield from ("", said.TENSED.format(length=_spoken(tensed)))
    if script.kind == "relaxation" and script.rounds > 1:
        yield from ("", said.ROUNDS.format(count=script.rounds))
    if timeline.tail:
        yield from ("", *_wrapped(said.ROUND_AND_ROUND.format(length=_spoken(_length_ms(cues)))))
    if waits:
        yield from (
            "",
            *_wrapped(said.WAITING.format(times=words.counted(said.ONCE_OR_MORE, waits))),
        )


def _at(start_ms: int, text: str) -> Iterator[str]:
    """A text at its time, which is rounded down: it has not begun before."""
    time = words.clock_length(start_ms // MS_PER_S)
    yield from _wrapped(text, f"{time:>5}  ")


def _wrapped(text: str, start: str = "") -> list[str]:
    return wrapped(text, _COLUMNS, start, _INDENT if start else "") if text else []


def _length_ms(cues: tuple[Cue, ...]) -> int:
    return cues[-1].end_ms - cues[0].start_ms


def _spoken(length_ms: int) -> str:
    return words.spoken_length(length_ms / MS_PER_S)
