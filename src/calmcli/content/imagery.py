"""What a visualization is made of: lines to listen to, with quiet between them."""

from typing import Annotated, ClassVar

from msgspec import Meta, Struct

from calmcli.content.described import PartName
from calmcli.content.phases import milliseconds
from calmcli.content.speaking import speaking_seconds

IMAGINING = {"imagery": "something to imagine, as every visualization has"}
"""The tag that every visualization has."""
LEAST_LINE_SECONDS = 4.0
"""What even the shortest line is given, before its pause."""


class VisualizationLine(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing said, and the quiet after it."""

    words: Annotated[
        str, Meta(min_length=1, max_length=120, examples=["Notice what you could see there"])
    ]
    """What is shown and spoken; at most 14 words and 120 characters."""
    pause: Annotated[float, Meta(ge=0, le=60, examples=[6])] = 2
    """Seconds of quiet after the words, on top of the time it takes to say them."""
    waits: ClassVar[bool] = False
    """It goes by of itself: the eyes may be closed."""

    def lasts_ms(self, words: str) -> int:
        """Milliseconds to say these words, and then its pause."""
        return milliseconds(max(LEAST_LINE_SECONDS, speaking_seconds(words)) + self.pause)


class VisualizationPart(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Some lines that belong together and can be skipped together."""

    name: PartName
    """What it is called and skipped by; at most 60 characters."""
    lines: Annotated[
        tuple[VisualizationLine, ...],
        Meta(
            min_length=1,
            max_length=40,
            extra={"hint": "add 'lines:' and below it an item for each line"},
        ),
    ]
    """What is said, in order; at most 40."""
