"""The tags of a breathing script that follow from its timing."""

from collections.abc import Iterator, Sequence

from calmcli.content.phases import Breath, Phase, both_ends
from calmcli.content.rules import Fault
from calmcli.content.tag_rules import tags_agree

COMPUTED = {
    "breath_hold": "a hold, or a rest above 2 s",
    "rest_after": "a rest of at most 2 s",
    "slow_pace": "fewer than 5 breaths a minute",
}
"""What each tag stands for; all other tags are the author's to judge."""

_SHORT_REST_MS = 2_000
_SLOW_CYCLE_MS = 12_000


def breath_tags(breath: Sequence[Phase]) -> frozenset[str]:
    """The tags that follow from a breath, at whichever end of a ramp they hold."""
    tags = set()
    if max(both_ends(breath)) > _SLOW_CYCLE_MS:
        tags.add("slow_pace")
    for phase in breath:
        if phase.phase == "hold":
            tags.add("breath_hold")
        elif phase.phase == "rest":
            tags.add("rest_after" if max(both_ends([phase])) <= _SHORT_REST_MS else "breath_hold")
    return frozenset(tags)


def breath_tags_hold(*, breath: Breath, tags: Sequence[str | None]) -> Iterator[Fault]:
    """The tags that follow from the timing are all there, and no others of their sort."""
    phases = [phase for phase in breath if phase is not None]
    if len(phases) == len(breath):
        yield from tags_agree(tags, breath_tags(phases), COMPUTED)
