"""How long a session is to last, and the whole number of breaths that comes nearest."""

from msgspec import Struct

from calmcli.content.model import BreathingScript, Script
from calmcli.timeline import MS_PER_S, Timeline

S_PER_MINUTE = 60


class Length(Struct, frozen=True):
    """A length someone asked for; neither means without an end."""

    seconds: float | None = None
    """About this long: the whole part nearest to it ends the session."""
    cycles: int | None = None
    """This many breaths."""


def default_length(script: Script) -> Length:
    """The length a script asks for itself; those of other kinds are as long as they are."""
    if not isinstance(script, BreathingScript):
        return Length()
    seconds = None if script.minutes is None else script.minutes * S_PER_MINUTE
    return Length(seconds=seconds, cycles=script.cycles)


def of_length(whole: Timeline, length: Length, least: int = 1) -> Timeline:
    """The timeline of a script cut to a length; it never ends in mid-breath.

    A script that caps its own breaths has a finite timeline, and no length goes beyond it. There
    are always so many parts at least.
    """
    if length.cycles is not None:
        return whole.first_parts(max(length.cycles, least))
    if length.seconds is not None:
        return whole.ending_near(round(length.seconds * MS_PER_S), least)
    return whole
