"""What a grounding is made of: things to notice or name, each in its own time."""

from typing import Annotated

from msgspec import Meta, Struct

from calmcli.content.described import PartName
from calmcli.content.phases import milliseconds


class GroundingLine(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing to notice or to name."""

    words: Annotated[
        str, Meta(min_length=1, max_length=120, examples=["Find something round in the room"])
    ]
    """What is shown and spoken; at most 14 words and 120 characters."""
    seconds: Annotated[float, Meta(ge=3, le=120, examples=[10])]
    """How long it stays; where it waits, how long it stays when no key can come."""
    waits: bool = False
    """Whether it stays until a key is pressed, where keys can be."""

    def lasts_ms(self, words: str) -> int:  # noqa: ARG002  its seconds are its own, whatever it says
        """Milliseconds it stays when no key is pressed."""
        return milliseconds(self.seconds)


class GroundingPart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Some lines that belong together and can be skipped together."""

    name: PartName
    """What it is called and skipped by; at most 60 characters."""
    lines: Annotated[
        tuple[GroundingLine, ...],
        Meta(
            min_length=1,
            max_length=40,
            extra={"hint": "add 'lines:' and below it an item for each line"},
        ),
    ]
    """What is asked, in order; at most 40."""
