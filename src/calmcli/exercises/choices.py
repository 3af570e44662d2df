"""What a person may choose about a script before it begins."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Choices:
    """Parts to leave out, and words of one's own."""

    left_out: tuple[str, ...] = ()
    """The names of parts that are left out, in the script's order."""
    answers: Mapping[str, str] = field(default_factory=dict)
    """What was answered to a script's `inputs`, by name; the script's own words stand in for the
    rest."""


AS_WRITTEN = Choices()
