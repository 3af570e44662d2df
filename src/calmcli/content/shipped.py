"""The scripts that come with calmcli, kind by kind, each kind's usual one first."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

from calmcli.content.files import read_bytes

_HERE = Path(__file__).parent
SCHEMA = _HERE / "script.schema.json"
"""The format of scripts for editors; calmcli.content.schema makes it from the model."""

_ORDER = {
    "breathing": (
        "long-out",
        "even",
        "even-slower",
        "box",
        "box-three",
        "four-seven-eight",
        "sigh",
        "pursed",
        "rest-after",
        "ramp",
    ),
    "relaxation": (
        "pmr-7",
        "pmr-4",
        "pmr-16",
        "pmr-16-twice",
        "pmr-quick",
        "release-only",
        "cue-controlled",
        "applied-tension",
        "leg-tension",
    ),
    "visualization": (
        "steady-place",
        "container",
        "leaves",
        "visit-rehearsal",
        "then-and-now",
    ),
    "grounding": (
        "five-senses",
        "object-hunt",
        "facts",
        "categories",
    ),
}

SHIPPED: Mapping[str, Path] = MappingProxyType(
    {
        script_id: _HERE / kind / f"{script_id}.yaml"
        for kind, ids in _ORDER.items()
        for script_id in ids
    }
)
"""Where each shipped script is, by id, in the order they are listed."""


def read_shipped(script_id: str) -> bytes:
    """The file of a shipped script; KeyError when there is none of this id."""
    return read_bytes(SHIPPED[script_id], SHIPPED[script_id].name)
