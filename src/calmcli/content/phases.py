"""The phases one breath is made of."""

from collections.abc import Iterable, Sequence
from typing import Annotated, Literal

from msgspec import Meta, Struct

PhaseName = Literal["in", "top_up", "hold", "out", "rest"]
"""A hold is with full lungs; a rest is with empty ones, after the out-breath."""

Seconds = Annotated[float, Meta(ge=0.5, le=30, examples=[4])]


class Phase(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One part of a breath."""

    phase: Annotated[PhaseName, Meta(examples=["in"])]
    """Which part it is."""
    seconds: Seconds
    """How long it lasts, in seconds; in a ramp, how long it lasts once the ramp is over."""
    words: Annotated[str, Meta(min_length=1, max_length=40, examples=["Breathe in"])]
    """What is shown and spoken as it begins; at most 40 characters."""
    start_seconds: Seconds | None = None
    """How long it lasts as a ramp begins, in seconds; left out when the ramp leaves it as it is."""


Breath = Sequence[Phase | None]
"""The phases of one breath while they are checked; None is one that could not be read."""


def milliseconds(seconds: float) -> int:
    """Seconds in whole milliseconds, which add up without rounding."""
    return round(seconds * 1000)


def both_ends(phases: Iterable[Phase]) -> tuple[int, int]:
    """Milliseconds that phases last together, as a ramp begins and once it is over."""
    listed = list(phases)
    begins = sum(milliseconds(phase.start_seconds or phase.seconds) for phase in listed)
    stays = sum(milliseconds(phase.seconds) for phase in listed)
    return begins, stays
