"""What comes with calmcli: scripts, kind by kind, each kind's usual one first, and visits."""

from collections.abc import Mapping
from pathlib import Path
from types import MappingProxyType

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

_VISITS = (
    "gp-talk",
    "blood-test",
    "scan",
    "dentist",
    "intimate-exam",
    "day-surgery",
    "telehealth",
    "returning",
)

SHIPPED: Mapping[str, Path] = MappingProxyType(
    {
        script_id: _HERE / kind / f"{script_id}.yaml"
        for kind, ids in _ORDER.items()
        for script_id in ids
    }
)
"""Where each shipped script is, by id, in the order they are listed."""

SHIPPED_VISITS: Mapping[str, Path] = MappingProxyType(
    {template_id: _HERE / "visits" / f"{template_id}.yaml" for template_id in _VISITS}
)
"""Where each shipped template of a visit is, by id, in the order they are listed."""
