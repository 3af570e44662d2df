"""Areas of the body and parts that work with them, of any kind; steps of tensing and letting go."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from calmcli.content.described import PartName

Area = Literal[
    "hand",
    "forearm",
    "upper_arm",
    "forehead",
    "eyes",
    "jaw",
    "neck",
    "shoulders",
    "chest",
    "back",
    "belly",
    "hip",
    "thigh",
    "lower_leg",
    "foot",
]
"""Parts of the body that someone may want to leave out, on either side."""

StepName = Literal["tense", "let_go", "settle"]
"""To tense is half an effort and never pain; to settle is to do nothing and notice."""


class Step(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One thing to do with an area."""

    phase: Annotated[StepName, Meta(examples=["tense"])]
    """What is done."""
    seconds: Annotated[float, Meta(ge=2, le=60, examples=[6])]
    """How long: 2 to 15 to tense, 2 to 60 for the others."""
    words: Annotated[
        str,
        Meta(min_length=1, max_length=90, examples=["Make a loose fist, with half your effort"]),
    ]
    """What is shown and spoken as it begins; at most 90 characters."""


class PartOfBody(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the parts of every kind have that works with areas of the body."""

    name: PartName
    """What it is called and skipped by; at most 60 characters."""
    areas: Annotated[tuple[Area, ...], Meta(max_length=15)] = ()
    """Where in the body; none for a part about the whole of it."""


class Part(PartOfBody, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The steps for one area, which can be left out or skipped as a whole."""

    steps: Annotated[
        tuple[Step, ...],
        Meta(
            min_length=1,
            max_length=40,
            extra={"hint": "add 'steps:' and below it an item for each step"},
        ),
    ]
    """What is done, in order; at most 40."""
    times: Annotated[int, Meta(ge=1, le=10, examples=[2])] = 1
    """How often its steps are gone through."""
