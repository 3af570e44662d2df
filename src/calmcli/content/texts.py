"""Every word of a script that is shown and spoken while it goes on, with its place."""

from collections.abc import Iterator

from msgspec import Struct

At = tuple[str | int, ...]
"""Keys and positions from the top of a script."""


def spoken(value: object, at: At = ()) -> Iterator[tuple[At, Struct]]:
    """Everything inside a value that has words of its own; what could not be read is passed by."""
    if isinstance(value, tuple):
        for position, item in enumerate(value):
            yield from spoken(item, (*at, position))
    if isinstance(value, Struct):
        if "words" in value.__struct_fields__:
            yield at, value
            return
        for key in value.__struct_fields__:
            inner = getattr(value, key)
            if isinstance(inner, tuple):
                yield from spoken(inner, (*at, key))


def spoken_words(value: object, at: At = ()) -> Iterator[tuple[At, str]]:
    """All words of a script, or of a piece of one, each with where it stands."""
    for place, one in spoken(value, at):
        yield (*place, "words"), one.words  # type: ignore[attr-defined]
