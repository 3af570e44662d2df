"""Which length of an exercise fits into the time there is."""

from collections.abc import Iterable

from calmcli.content.library import Found, Library
from calmcli.content.model import Script
from calmcli.exercises import timeline_of, usual_timeline
from calmcli.exercises.choices import Choices
from calmcli.exercises.skipping import parts_left_out
from calmcli.timeline import MS_PER_S


def can_be_any_length(script: Script) -> bool:
    """Whether its parts repeat, so that it can end after any of them."""
    return script.kind == "breathing" or timeline_of(script).length_ms is None


def variants_by_length(
    library: Library, found: Found, always: Iterable[str]
) -> list[tuple[float, Found]]:
    """A script and its variants with their seconds, the shortest first.

    `always` names what is always left out.
    """
    family = found.script.variant_of or found.script.id
    variants = [
        (seconds_of(each, always), each)
        for each in library.all()
        if family in (each.script.id, each.script.variant_of)
        and each.script.kind == found.script.kind
    ]
    return sorted(variants, key=lambda pair: pair[0])


def longest_within(variants: Iterable[tuple[float, Found]], seconds: float) -> Found | None:
    """Of variants by length, the longest within so many seconds; None where none is that short."""
    fitting = [each for length, each in variants if length <= seconds]
    return fitting[-1] if fitting else None


def seconds_of(found: Found, always: Iterable[str]) -> float:
    """How long a script takes as it is usual; 0 where it has no end."""
    if found.script.kind == "breathing":
        return (usual_timeline(found.script).length_ms or 0) / MS_PER_S
    choices = Choices(parts_left_out(found.script, (), always))
    return (timeline_of(found.script, choices).length_ms or 0) / MS_PER_S
