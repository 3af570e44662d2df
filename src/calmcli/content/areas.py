"""Where in the body a script works."""

from calmcli.content.model import Area, Script


def areas_of(script: Script) -> tuple[Area, ...]:
    """The areas of the body a script works with, each once, in the order they come."""
    if script.kind != "relaxation":
        return ()
    return tuple(dict.fromkeys(area for part in script.parts for area in part.areas))
