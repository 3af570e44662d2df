"""Where in the body a script works."""

from collections.abc import Collection

from calmcli.content.model import Area, Script


def areas_of(script: Script, left_out: Collection[str] = ()) -> tuple[Area, ...]:
    """The areas of the body a script works with, each once, in the order they come.

    Those that only parts left out work with are not among them.
    """
    if script.kind != "relaxation":
        return ()
    kept = (part for part in script.parts if part.name not in left_out)
    return tuple(dict.fromkeys(area for part in kept for area in part.areas))
