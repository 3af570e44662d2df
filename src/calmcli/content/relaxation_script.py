"""Relaxation of the muscles, area by area."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from calmcli.content.area_looks import areas_are_named
from calmcli.content.described import Described
from calmcli.content.input_rules import inputs_fit_the_words
from calmcli.content.muscle_rules import (
    relaxation_ms,
    rounds_have_an_end,
    tension_is_let_go,
    tension_is_short,
)
from calmcli.content.muscles import Part
from calmcli.content.part_rules import within_an_hour
from calmcli.content.part_tags import muscle_tags_hold
from calmcli.content.rules import Rule
from calmcli.content.second_looks import holds_are_tagged, words_fit_their_seconds


class RelaxationScript(Described, frozen=True, kw_only=True, tag="relaxation"):
    """Areas of the body, tensed and let go of, or let go of alone.

    Bernstein and Borkovec 1973 tense for 5 to 7 s and let go for 30 to 40 s; the bounds are wider.
    """

    kind: ClassVar[Literal["relaxation"]] = "relaxation"
    rules: ClassVar[tuple[Rule, ...]] = (
        *Described.rules,
        Rule(("parts",), tension_is_short),
        Rule(("parts",), tension_is_let_go),
        Rule(("rounds", "open_ended"), rounds_have_an_end),
        Rule(("parts", "rounds"), within_an_hour(relaxation_ms)),
        Rule(("parts", "tags"), muscle_tags_hold),
        Rule(("inputs", "parts"), inputs_fit_the_words),
    )
    advice: ClassVar[tuple[Rule, ...]] = (
        Rule(("inputs", "parts"), words_fit_their_seconds),
        Rule(("tags", "parts"), holds_are_tagged),
        Rule(("language", "parts"), areas_are_named),
    )

    parts: Annotated[
        tuple[Part, ...],
        Meta(
            min_length=1,
            max_length=60,
            extra={"hint": "add 'parts:' and below it an item for each part"},
        ),
    ]
    """What is done, in order; at most 60 parts, and an hour in all."""
    rounds: Annotated[int, Meta(ge=1, le=10, examples=[2])] = 1
    """How often all parts are gone through."""
    open_ended: bool = False
    """Whether its parts are gone through until it is left."""
