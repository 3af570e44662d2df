"""What every file says about itself, and what every script says beyond that."""

from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

from calmcli.content.inputs import MOST_INPUTS, Input
from calmcli.content.references import others_are_named
from calmcli.content.rules import Rule

FORMAT = 1
"""The format of scripts that is read and written here."""

ID_PATTERN = r"^[a-z0-9]+(-[a-z0-9]+)*$"
MOST_ID = 40
"""Characters of an id at most."""

Tag = Literal[
    "breath_hold",
    "rest_after",
    "slow_pace",
    "muscle_tension",
    "lowers_arousal",
    "imagery",
    "eyes_closed",
    "body_focus",
]
"""What a script contains that someone may want to know beforehand."""

Identity = Annotated[
    str,
    Meta(
        pattern=ID_PATTERN,
        max_length=MOST_ID,
        examples=["slow-morning"],
        extra={"hint": "use lower-case letters, digits and single hyphens"},
    ),
]
Language = Annotated[
    str,
    Meta(
        pattern=r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$",
        examples=["en"],
        extra={"hint": "use a short language code such as 'en', 'de' or 'pt-BR'"},
    ),
]
Title = Annotated[str, Meta(min_length=1, max_length=60, examples=["Slow morning"])]
About = Annotated[
    str, Meta(min_length=1, max_length=200, examples=["A soft breath in, and a longer one out."])
]
Source = Annotated[str, Meta(min_length=1, max_length=300)]
PartName = Annotated[str, Meta(min_length=1, max_length=60, examples=["Hands"])]


class Identified(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """The keys that files of all kinds share."""

    kind: ClassVar[str]
    """What it is; it decides which further keys there are."""
    rules: ClassVar[tuple[Rule, ...]] = ()
    """What has to hold between the keys."""
    advice: ClassVar[tuple[Rule, ...]] = ()
    """What is worth a second look, though it can be used as it is."""

    format: Annotated[Literal[1], Meta(examples=[FORMAT])]
    """The format the file is written in."""
    language: Language
    """The language of all its words, as a short code."""
    id: Identity
    """The name it is found by."""
    title: Title
    """What a person sees in a list; at most 60 characters."""
    about: About
    """One sentence of what it is and feels like; at most 200 characters."""
    sources: Annotated[tuple[Source, ...], Meta(max_length=20)] = ()
    """Where its timing and wording come from; at most 20, of at most 300 characters each."""


class Described(Identified, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The keys that scripts of all kinds share."""

    rules: ClassVar[tuple[Rule, ...]] = (Rule(("id", "variant_of", "kinder"), others_are_named),)

    tags: tuple[Tag, ...] = ()
    """What it contains."""
    inputs: Annotated[tuple[Input, ...], Meta(max_length=MOST_INPUTS)] = ()
    """What is asked beforehand and put into its words; at most 3."""
    variant_of: Identity | None = None
    """The script it is a longer or shorter form of: a length asked for chooses among them."""
    kinder: Identity | None = None
    """The script offered first to someone whose cautions speak against this one."""
