"""The tags of relaxations and visualizations that follow from what is in them."""

from collections.abc import Iterator, Sequence

from calmcli.content.imagery import IMAGINING
from calmcli.content.muscle_rules import TENSING, muscle_tags
from calmcli.content.muscles import Part
from calmcli.content.rules import Fault
from calmcli.content.tag_rules import tags_agree


def muscle_tags_hold(
    *, parts: tuple[Part | None, ...], tags: Sequence[str | None]
) -> Iterator[Fault]:
    """A relaxation says whether it tenses."""
    whole = tuple(part for part in parts if part is not None)
    if len(whole) == len(parts):
        yield from tags_agree(tags, muscle_tags(whole), TENSING)


def imagery_is_tagged(*, tags: Sequence[str | None]) -> Iterator[Fault]:
    """A visualization says that there is something to imagine."""
    yield from tags_agree(tags, IMAGINING, IMAGINING)
