"""Visualization: something to imagine, line by line."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from calmcli.content.described import Described
from calmcli.content.imagery import VisualizationPart
from calmcli.content.input_rules import inputs_fit_the_words
from calmcli.content.lines import lines_ms
from calmcli.content.part_rules import lines_are_short, within_an_hour
from calmcli.content.part_tags import imagery_is_tagged
from calmcli.content.rules import Rule
from calmcli.content.second_looks import holds_are_tagged


class VisualizationScript(Described, frozen=True, kw_only=True, tag="visualization"):
    """Lines to listen to, one at a time, with quiet between them.

    A line stays for 0.45 s a word, at least 4 s, and then for its pause; this is our convention.
    """

    kind: ClassVar[Literal["visualization"]] = "visualization"
    rules: ClassVar[tuple[Rule, ...]] = (
        *Described.rules,
        Rule(("parts", "inputs"), lines_are_short),
        Rule(("parts", "inputs"), within_an_hour(lines_ms)),
        Rule(("tags",), imagery_is_tagged),
        Rule(("inputs", "parts"), inputs_fit_the_words),
    )
    advice: ClassVar[tuple[Rule, ...]] = (Rule(("tags", "parts"), holds_are_tagged),)

    parts: Annotated[
        tuple[VisualizationPart, ...],
        Meta(
            min_length=1,
            max_length=60,
            extra={"hint": "add 'parts:' and below it an item for each part"},
        ),
    ]
    """What is imagined, in order; at most 60 parts, and an hour in all."""
