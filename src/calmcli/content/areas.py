"""Where in the body a script works."""

from collections.abc import Collection

from calmcli.content.model import Area, BreathingScript, PartOfBody, Script


def parts_of_body(script: Script) -> tuple[PartOfBody, ...]:
    """The parts of a script that may name areas of the body, whatever its kind."""
    parts = () if isinstance(script, BreathingScript) else script.parts
    return tuple(part for part in parts if isinstance(part, PartOfBody))


def areas_of(script: Script, left_out: Collection[str] = ()) -> tuple[Area, ...]:
    """The areas of the body a script works with, each once, in the order they come.

    Those that only parts left out work with are not among them.
    """
    kept = (part for part in parts_of_body(script) if part.name not in left_out)
    return tuple(dict.fromkeys(area for part in kept for area in part.areas))
