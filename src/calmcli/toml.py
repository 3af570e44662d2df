"""What would keep the reader of TOML busy for ever, seen before it is given to it."""

import re

_DOTTED_ON_AND_ON = re.compile(
    r"""(?:\.[ \t]*(?:[\w-]+|"[^"\n]*"|'[^'\n]*')[ \t]*){16}""", re.ASCII
)
"""Keys of thousands of parts would keep tomllib busy for twenty seconds."""


def endless_at(text: str) -> int | None:
    """Where a key begins to go on and on; None where none does."""
    found = _DOTTED_ON_AND_ON.search(text)
    return found.start() if found else None
