"""The tags that follow from what is in a script, whatever its kind."""

from typing import cast

from calmcli.content.breath_tags import breath_tags
from calmcli.content.described import Tag
from calmcli.content.imagery import IMAGINING
from calmcli.content.model import Script
from calmcli.content.muscle_rules import muscle_tags


def computed_tags(script: Script) -> frozenset[Tag]:
    """Every tag that can be worked out; a script that loads declares them."""
    tags = frozenset[str]()
    match script.kind:
        case "breathing":
            tags = breath_tags(script.breath)
        case "relaxation":
            tags = muscle_tags(script.parts)
        case "visualization":
            tags = frozenset(IMAGINING)
    return cast("frozenset[Tag]", tags)
