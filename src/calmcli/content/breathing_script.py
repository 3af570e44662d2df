"""Breathing: one breath, and how long to go on with it."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from calmcli.content.breath_rules import (
    cycles_stay_within_bounds,
    phases_stand_in_order,
    phases_stay_within_bounds,
    ramps_are_whole,
)
from calmcli.content.breath_tags import breath_tags_hold
from calmcli.content.described import Described
from calmcli.content.input_rules import inputs_fit_the_words
from calmcli.content.lengths import one_length_is_given, the_cap_is_kept
from calmcli.content.phases import Phase
from calmcli.content.rules import Rule
from calmcli.content.second_looks import words_fit_their_seconds


class BreathingScript(Described, frozen=True, kw_only=True, tag="breathing"):
    """One breath, told phase by phase, and how long to go on with it."""

    kind: ClassVar[Literal["breathing"]] = "breathing"
    rules: ClassVar[tuple[Rule, ...]] = (
        *Described.rules,
        Rule(("minutes", "cycles", "open_ended"), one_length_is_given),
        Rule(("cycles", "open_ended", "max_cycles"), the_cap_is_kept),
        Rule(("breath",), phases_stand_in_order),
        Rule(("breath", "advanced"), phases_stay_within_bounds),
        Rule(("breath", "advanced"), cycles_stay_within_bounds),
        Rule(("breath", "ramp_seconds"), ramps_are_whole),
        Rule(("breath", "tags"), breath_tags_hold),
        Rule(("inputs", "breath"), inputs_fit_the_words),
    )
    advice: ClassVar[tuple[Rule, ...]] = (Rule(("inputs", "breath"), words_fit_their_seconds),)

    breath: Annotated[
        tuple[Phase, ...],
        Meta(extra={"hint": "add 'breath:' and below it an item for each phase"}),
    ]
    """The phases of one cycle, in the order they are breathed."""
    minutes: Annotated[float, Meta(ge=0.5, le=60, examples=[5])] | None = None
    """Minutes it goes on for by default; one of `minutes`, `cycles` and `open_ended` is given."""
    cycles: Annotated[int, Meta(ge=1, le=1000, examples=[4])] | None = None
    """Whole breaths it goes on for by default."""
    open_ended: bool = False
    """Whether it goes on until it is left."""
    max_cycles: Annotated[int, Meta(ge=1, le=1000, examples=[8])] | None = None
    """Whole breaths it never goes beyond, whatever is asked for; left out without such a cap."""
    ramp_seconds: Annotated[float, Meta(ge=1, le=600, examples=[60])] | None = None
    """Seconds over which phases go from `start_seconds` to `seconds`; left out without a ramp."""
    advanced: bool = False
    """Whether it may go beyond the bounds that suit most people."""
