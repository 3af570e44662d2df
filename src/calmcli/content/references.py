"""The other scripts that a script names."""

from collections.abc import Iterator

from calmcli.content.rules import Fault


def others_are_named(
    *,
    id: str,  # noqa: A002 - the name of the key
    variant_of: str | None,
    kinder: str | None,
) -> Iterator[Fault]:
    """A script is neither a variant of itself nor kinder than itself."""
    for key, named in (("variant_of", variant_of), ("kinder", kinder)):
        if named == id:
            message = f"'{key}' names this script itself"
            yield Fault((key,), message, "name another one, or take the line away")
