"""Finding one thing among many by a few letters of its name."""

from collections.abc import Sequence

from calmcli.home import Item


def matching(items: Sequence[Item], typed: str) -> list[Item]:
    """The items that every word typed occurs in, the likeliest first."""
    sought = typed.casefold().split()
    ranked = [(_rank(item, sought), item) for item in items]
    found = [(rank, item) for rank, item in ranked if rank is not None]
    return [item for _, item in sorted(found, key=lambda pair: pair[0])]


def _rank(item: Item, sought: list[str]) -> int | None:
    """How likely an item is meant, 0 the most; None when it is not."""
    name = f"{item.words} {item.id}".casefold()
    whole = f"{name} {item.beside}".casefold()
    if not all(word in whole for word in sought):
        return None
    if not sought or name.startswith(sought[0]):
        return 0
    if any(part.startswith(sought[0]) for part in name.replace("-", " ").split()):
        return 1
    return 2 if sought[0] in name else 3
