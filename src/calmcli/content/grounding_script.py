"""Grounding: the eyes open, and the room as it is."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from calmcli.content.described import Described
from calmcli.content.input_rules import inputs_fit_the_words
from calmcli.content.lines import lines_ms
from calmcli.content.part_rules import lines_are_short, within_an_hour
from calmcli.content.prompts import GroundingPart
from calmcli.content.rules import Rule
from calmcli.content.second_looks import holds_are_tagged, words_fit_their_seconds


class GroundingScript(Described, frozen=True, kw_only=True, tag="grounding"):
    """Things to notice or to name, one at a time (after Najavits 2002)."""

    kind: ClassVar[Literal["grounding"]] = "grounding"
    rules: ClassVar[tuple[Rule, ...]] = (
        *Described.rules,
        Rule(("parts", "inputs"), lines_are_short),
        Rule(("parts", "inputs"), within_an_hour(lines_ms)),
        Rule(("inputs", "parts"), inputs_fit_the_words),
    )
    advice: ClassVar[tuple[Rule, ...]] = (
        Rule(("inputs", "parts"), words_fit_their_seconds),
        Rule(("tags", "parts"), holds_are_tagged),
    )

    parts: Annotated[
        tuple[GroundingPart, ...],
        Meta(
            min_length=1,
            max_length=60,
            extra={"hint": "add 'parts:' and below it an item for each part"},
        ),
    ]
    """What is noticed, in order; at most 60 parts, and an hour in all."""
