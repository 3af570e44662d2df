"""Tags that can be worked out have to be those that are written down."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from calmcli.content.rules import Fault


def tags_agree(
    tags: Sequence[str | None], holding: Collection[str], meanings: Mapping[str, str]
) -> Iterator[Fault]:
    """The tags that hold are all there, and no others of those that have a meaning here."""
    if None in tags:
        return
    for tag, meaning in meanings.items():
        if tag in holding and tag not in tags:
            message = f"the tag '{tag}' is missing"
            yield Fault(("tags",), message, f"this script has {meaning}: add it to 'tags'")
        elif tag in tags and tag not in holding:
            message = f"the tag '{tag}' does not hold"
            hint = f"it stands for {meaning}: take it away"
            yield Fault(("tags", tags.index(tag)), message, hint)
