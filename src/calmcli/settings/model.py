"""What can be set. A new setting is one more field here: its bounds, its meaning, its default."""

from typing import Annotated, Literal

from msgspec import Meta, Struct

from calmcli.settings.country_codes import COUNTRY_CODES

Percent = Annotated[float, Meta(ge=0, le=100)]
Minutes = Annotated[float, Meta(ge=0.5, le=60)]
ScriptId = Annotated[
    str,
    Meta(
        pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
        max_length=40,
        extra={"needs": "the id of a script, such as long-out"},
    ),
]
Name = Annotated[
    str, Meta(min_length=1, max_length=60, extra={"needs": "names of 1 to 60 characters"})
]

Country = Annotated[
    str,
    Meta(
        max_length=2,
        extra={
            "among": COUNTRY_CODES,  # a pattern of them takes longer to make than all else here
            "needs": (
                "the two letters of a country, such as NZ"
                " ('calmcli support' names those it has lines for)"
            ),
        },
    ),
]

Shape = Literal["ring", "orb", "water", "bar"]
Theme = Literal[
    "dark",
    "night",
    "light",
    "contrast",
    "textual-dark",
    "textual-light",
    "nord",
    "gruvbox",
    "catppuccin-mocha",
    "dracula",
    "tokyo-night",
    "monokai",
    "flexoki",
    "catppuccin-latte",
    "catppuccin-frappe",
    "catppuccin-macchiato",
    "solarized-light",
    "solarized-dark",
    "rose-pine",
    "rose-pine-moon",
    "rose-pine-dawn",
    "atom-one-dark",
    "atom-one-light",
    "ansi-dark",
    "ansi-light",
]
"""Four of ours, then Textual's; they are named here so that reading settings imports none of it."""


class Practice(Struct, frozen=True, kw_only=True):
    """What is usual for one kind of session."""

    script: Annotated[ScriptId | None, Meta(description="the script for when none is named")] = None
    """Id of the script that is played when none is named; None is calmcli's own choice."""
    minutes: Annotated[Minutes | None, Meta(description="how many minutes")] = None
    """Minutes, 0.5 to 60; None is the script's own length. For kinds other than breathing it
    chooses the longest variant of the script that fits."""


class Ask(Struct, frozen=True, kw_only=True):
    """When the distress rating is asked for."""

    before: Annotated[bool, Meta(description="ask for a rating before a session")] = True
    """Whether a rating is asked for before a session."""
    after: Annotated[bool, Meta(description="ask for a rating after a session")] = True
    """Whether a rating is asked for after a session."""
    inside: Annotated[bool, Meta(description="say what is inside, before it begins")] = True
    """Whether what is inside a script is told along with the rating before."""


class Skip(Struct, frozen=True, kw_only=True):
    """What is left out of every session."""

    always: Annotated[
        tuple[Name, ...],
        Meta(max_length=50, description="areas and parts that are left out"),
    ] = ()
    """Names of body areas or parts that are never gone through; at most 50, of 1 to 60 characters
    each."""


class Look(Struct, frozen=True, kw_only=True):
    """How the screen looks."""

    theme: Annotated[
        Theme,
        Meta(
            description="colours: dark, night, light, contrast",
            extra={"needs": "dark, night, light, contrast, or a theme of Textual's such as nord"},
        ),
    ] = "dark"
    """The colours of the screen: one of ours, or one of Textual's by its own name."""
    shape: Annotated[Shape, Meta(description="the breath as a ring, orb, water or bar")] = "ring"
    """The shape that fills and empties with the breath."""
    motion: Annotated[
        Literal["full", "still"], Meta(description="full, or still: words and a count")
    ] = "full"
    """Whether the shape moves, or words and a count stand in its place."""
    ascii: Annotated[bool, Meta(description="draw with plain ASCII characters only")] = False
    """Whether block characters are done without even where they could be shown."""
    numbers: Annotated[bool, Meta(description="show counts, times and earlier ratings")] = True
    """Whether counts, times and earlier ratings are shown."""
    mouse: Annotated[bool, Meta(description="clicks choose; else they select text")] = True
    """Whether the mouse chooses; else it selects text as it does everywhere."""


class Sound(Struct, frozen=True, kw_only=True):
    """What is heard of a session; nothing unless it is chosen."""

    voice: Annotated[bool, Meta(description="speak the cues")] = False
    """Whether cues are spoken, where a speech program is installed."""
    chimes: Annotated[bool, Meta(description="a soft chime with each cue")] = False
    """Whether each cue has a chime, where there is something to play it with."""
    volume: Annotated[Percent, Meta(description="how loud the chimes are")] = 60
    """How loud chimes are, in percent."""
    bell: Annotated[bool, Meta(description="a bell where no chime can be played")] = False
    """Whether the terminal's own bell stands in where chimes are chosen and cannot be played."""


class Home(Struct, frozen=True, kw_only=True):
    """What home offers."""

    script: Annotated[ScriptId | None, Meta(description="the script that Enter begins at home")] = (
        None
    )
    """Id of the script on top of home; None is the usual one for breathing."""
    last_used: Annotated[bool, Meta(description="offer what was used last at home")] = True
    """Whether home names the script that was used last."""
    visit_name: Annotated[bool, Meta(description="name the coming visit at home")] = False
    """Whether home says what the next visit is called, where others may see the screen."""


class Support(Struct, frozen=True, kw_only=True):
    """Whom help now names."""

    country: Annotated[Country | None, Meta(description="two letters: whose support lines")] = None
    """Two letters of ISO 3166; None is no one country."""


class Settings(Struct, frozen=True, kw_only=True):
    """Everything a person has set, with the default for everything they have not.

    It is the last to be asked: what was typed counts before it, then what the environment says.
    """

    breathing: Practice = Practice()
    """What is usual for breathing."""
    relaxation: Practice = Practice()
    """What is usual for relaxation."""
    visualization: Practice = Practice()
    """What is usual for visualization."""
    grounding: Practice = Practice()
    """What is usual for grounding."""
    ask: Ask = Ask()
    """When a rating is asked for."""
    plain: Annotated[bool, Meta(description="plain lines: for screen readers")] = False
    """Whether sessions are told in plain lines instead of drawn on the whole screen."""
    journal: Annotated[bool, Meta(description="keep sessions in the journal")] = True
    """Whether sessions are kept in the journal."""
    skip: Skip = Skip()
    """What is left out of every session."""
    look: Look = Look()
    """How the screen looks."""
    sound: Sound = Sound()
    """What is heard of a session."""
    support: Support = Support()
    """Whom help now names."""
    home: Home = Home()
    """What home offers."""
    keys: dict[str, tuple[str, ...]] = {}
    """Keys of the screen that a person chose, by the id of what they are for; each one checked."""
