"""What a script asks beforehand, and puts into its words."""

import re
from collections.abc import Iterable, Mapping
from typing import Annotated

from msgspec import Meta, Struct

MOST_INPUTS = 3
"""Questions one script may ask."""
MOST_ANSWER = 40
"""Characters of an answer that still leave a line short."""

_SLOT = re.compile(r"\{([^{}]*)\}")


class Input(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing a script asks before it begins; it is asked once and can be skipped."""

    name: Annotated[
        str,
        Meta(
            pattern="^[a-z]+$",
            max_length=20,
            examples=["place"],
            extra={"hint": "use one word in lower-case letters, such as 'place'"},
        ),
    ]
    """The word that stands in braces where the answer goes."""
    ask: Annotated[str, Meta(min_length=1, max_length=120, examples=["Which place comes to mind?"])]
    """The question; at most 120 characters."""
    otherwise: Annotated[
        str,
        Meta(
            pattern="^[^{}]+$",
            max_length=MOST_ANSWER,
            examples=["your place"],
            extra={"hint": "write words that fit where the answer would go, without braces"},
        ),
    ]
    """The words used when it is skipped; at most 40 characters."""


def filled(words: str, inputs: Iterable[Input], answers: Mapping[str, str]) -> str:
    """Words with every input in its place: the answer, or what stands in for one not given."""
    if "{" not in words:
        return words
    values = {one.name: answers.get(one.name, "").strip() or one.otherwise for one in inputs}
    return _SLOT.sub(lambda slot: values.get(slot[1], slot[0]), words)
