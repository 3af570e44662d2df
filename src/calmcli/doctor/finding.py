"""What is said about one thing that was looked at."""

from typing import Literal

from msgspec import Struct

Standing = Literal["fine", "look", "fails"]
"""Fine, worth a look, or does not work."""


class Finding(Struct, frozen=True):
    """One thing, how it stands, and what to do about it."""

    id: str
    """What it is called by everything but the person."""
    told: str
    """How it is, in a sentence or two."""
    standing: Standing = "fine"
    to_do: str = ""
    """What can be done; empty where nothing need be."""
    problems: tuple[str, ...] = ()
    """Each thing to put right in a file, a line each, which begins with its place."""


def worst(findings: list[Finding]) -> Standing:
    """How the worst of them stands."""
    standings = {finding.standing for finding in findings}
    return "fails" if "fails" in standings else "look" if "look" in standings else "fine"
