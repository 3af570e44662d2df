"""What a person may choose about a script before it begins."""

from collections.abc import Mapping

from msgspec import Struct


class Choices(Struct, frozen=True):
    """Parts to leave out, and words of one's own."""

    left_out: tuple[str, ...] = ()
    """The names of parts that are left out, in the script's order."""
    answers: Mapping[str, str] = {}
    """What was answered to a script's `inputs`, by name; the script's own words stand in for the
    rest."""


AS_WRITTEN = Choices()
