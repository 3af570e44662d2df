"""What is inside a script, as someone may want to know it before they begin. Facts alone."""

from collections.abc import Iterator

from calmcli.content.areas import areas_of, parts_of_body
from calmcli.content.model import BreathingScript, RelaxationScript, Script
from calmcli.profile import ITEMS, MATTERS
from calmcli.timeline import MS_PER_S, Timeline
from calmcli.words import inside as said
from calmcli.words.cautions import WITHOUT, better_left_out
from calmcli.words.session import counted


def inside(
    script: Script, timeline: Timeline, left_out: tuple[str, ...] = (), sound: str = said.SILENT
) -> list[str]:
    """One line of facts, and one of body areas where there are any."""
    facts = ", ".join([*_facts(script, timeline, left_out), sound])
    lines = [f"{facts[:1].upper()}{facts[1:]}."]
    if areas := areas_of(script, left_out):
        lines.append(said.AREAS.format(areas=", ".join(areas).replace("_", " ")))
    return lines


def caution(script: Script) -> str:
    """One sentence of who had better leave a script out; empty where nobody needs to.

    It is for everyone, whatever they said of themselves, so it is of bodies alone: to name
    flashbacks before every picture to imagine brings them closer and helps nobody.
    """
    concerned = frozenset[str]().union(*(MATTERS[tag] for tag in script.tags if tag in WITHOUT))
    return better_left_out(item for item in ITEMS if item in concerned)


def tensed_ms(timeline: Timeline) -> int:
    """Milliseconds that a muscle is tensed at the longest; 0 where none is."""
    cues = timeline.head or timeline.tail
    return max((cue.length_ms for cue in cues if cue.level_to), default=0)


def _facts(script: Script, timeline: Timeline, left_out: tuple[str, ...]) -> Iterator[str]:
    if isinstance(script, BreathingScript):
        if timeline.parts is not None:
            yield counted(said.BREATHS, timeline.parts)
        yield from _phases(script)
        if not any(phase.phase in ("hold", "rest") for phase in script.breath):
            yield said.NO_HOLDS
    else:
        yield counted(said.PARTS, len(script.parts) - len(left_out))
        if isinstance(script, RelaxationScript):
            tensed_s = tensed_ms(timeline) / MS_PER_S
            yield said.TENSING.format(seconds=f"{tensed_s:g}") if tensed_s else said.NO_TENSING
        if "breath_hold" in script.tags:
            yield said.HELD_BREATH
        elif parts_of_body(script):
            yield said.NO_HELD_BREATH
    if "imagery" in script.tags:
        yield said.IMAGINING
    yield _eyes(script)


def _phases(script: BreathingScript) -> Iterator[str]:
    """Each phase of the breath and its seconds, at both ends of a ramp."""
    for phase in script.breath:
        seconds = f"{phase.seconds:g}"
        if phase.start_seconds not in (None, phase.seconds):
            seconds = said.CHANGING.format(begins=f"{phase.start_seconds:g}", stays=seconds)
        yield said.PHASE.format(phase=said.PHASES[phase.phase], seconds=seconds)


def _eyes(script: Script) -> str:
    if "eyes_closed" in script.tags:
        return said.EYES_CLOSED
    return said.EYES_OPEN if script.kind == "grounding" else said.EYES_FREE
