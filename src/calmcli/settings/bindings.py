"""What has a key on the screen, by id, and which keys those are unless others are set.

The screens declare them; they are named again here so that settings can be checked without loading
a screen. A test holds the two equal.
"""

from collections.abc import Iterator, Mapping

DEFAULT_KEYS: Mapping[str, tuple[str, ...]] = {
    "help-now": ("h",),
    "keys": ("question_mark",),
    "find": ("ctrl+p",),
    "numbers": ("n",),
    "blank": ("b",),
    "session.pause": ("space",),
    "session.leave": ("q", "escape"),
    "session.ground": ("g",),
    "session.next": ("right", "full_stop"),
    "session.skip": ("s",),
    "session.repeat": ("r",),
    "session.faster": ("plus",),
    "session.slower": ("minus",),
    "session.keep-pace": ("equals_sign",),
    "session.own-pace": ("m",),
    "session.voice": ("v",),
    "tapping.tap": ("space",),
    "tapping.skip": ("s",),
    "tapping.leave": ("q", "escape"),
    "rating.confirm": ("enter",),
    "rating.skip": ("s",),
    "rating.kinder": ("k",),
    "rating.another": ("slash",),
    "rating.leave": ("q", "escape"),
    "rating.less": ("left", "down"),
    "rating.more": ("right", "up"),
    "reply.leave": ("enter", "q", "escape", "space"),
    "reply.ground": ("g",),
    "reply.another": ("a",),
    "reply.note": ("w",),
    "reply.suggesting": ("u",),
    "reply.favourite": ("f",),
    "reading.back": ("q", "escape", "enter", "space"),
    "help.country": ("c",),
    "choosing.choose": ("enter",),
    "choosing.up": ("up",),
    "choosing.down": ("down",),
    "choosing.page-up": ("pageup",),
    "choosing.page-down": ("pagedown",),
    "choosing.first": ("home",),
    "choosing.last": ("end",),
    "room.leave": ("q", "escape"),
    "home.find": ("slash",),
    "home.ground": ("g",),
    "learn.find": ("slash",),
    "page.on": ("space",),
    "journal.note": ("e",),
    "journal.medians": ("m",),
    "journal.after": ("a",),
    "journal.delete": ("d",),
    "journal.undo": ("u",),
    "journal.kind": ("k",),
    "journal.time": ("t",),
    "profile.yes": ("y",),
    "profile.no": ("n",),
    "profile.open": ("o",),
    "offering.back": ("q", "escape"),
    "picking.favourite": ("f",),
    "picking.back": ("q", "escape"),
    "rows.leave": ("q", "escape"),
    "value.leave": ("q", "escape"),
    "day.note": ("d",),
}
"""Everything that can be given another key."""

STEADY = ("escape", "enter", "up", "down", "pageup", "pagedown", "home", "end")
"""Keys that go on doing what they do; others are added to them. So leaving always has one."""

_DIGITS = {str(digit): (str(digit),) for digit in range(10)}
FIXED: Mapping[str, tuple[str, ...]] = {
    "end": ("ctrl+c",),
    "suspend": ("ctrl+z",),
    "find.leave": ("escape",),
    "page.go": ("1",),
    **{f"page.go-{digit}": (str(digit),) for digit in range(2, 10)},
    **{f"rating.digit-{digit}": keys for digit, keys in _DIGITS.items()},
    **{f"session.rating-{digit}": keys for digit, keys in _DIGITS.items()},
}
"""What keeps its key on the screens where letters are commands."""

_CALM = ("help-now", "keys", "find", "end", "suspend")
_ASIDE = ("numbers", "blank")


def _of(*rooms: str) -> tuple[str, ...]:
    return tuple(
        name for name in (*DEFAULT_KEYS, *FIXED) if name.partition(".")[0] in rooms and "." in name
    )


_LIST = (*_of("choosing"), *_CALM)
_ROOM = (*_of("room"), *_LIST)
SCREENS: Mapping[str, tuple[str, ...]] = {
    "session": (*_of("session"), *_ASIDE, *_CALM),
    "tapping": (*_of("tapping"), "blank", *_CALM),
    "rating": (*_of("rating"), *_ASIDE, *_CALM),
    "reply": (*_of("reply"), *_ASIDE, *_CALM),
    "reading": (*_of("reading"), "blank", *_CALM),
    "help": (*_of("help", "reading"), "blank", "keys", "find", "end", "suspend"),
    "page": (*_of("page", "room"), "blank", *_CALM),
    "home": (*_of("home"), *_ASIDE, *_ROOM),
    "learn": (*_of("learn"), *_ASIDE, *_ROOM),
    "journal": (*_of("journal"), *_ASIDE, *_ROOM),
    "profile": (*_of("profile"), "blank", *_ROOM),
    "room": (*_ASIDE, *_ROOM),
    "offering": (*_of("offering"), *_ASIDE, *_LIST),
    "picking": (*_of("picking"), *_ASIDE, *_LIST),
    "rows": (*_of("rows"), *_ASIDE, *_LIST),
    "day": (*_of("day", "rows"), *_ASIDE, *_LIST),
    "value": (*_of("value"), *_ASIDE, *_LIST),
    "find": (*_of("find"), *_of("choosing"), "find", "end", "suspend"),
}
"""What has a key on each kind of screen: no two of these may share one."""


def default_keys(binding: str) -> tuple[str, ...]:
    """The keys that something has unless others are set."""
    return DEFAULT_KEYS.get(binding) or FIXED[binding]


def neighbours(binding: str) -> Iterator[tuple[str, str]]:
    """All else that has a key on a screen with it, as pairs of screen and id."""
    for screen, there in SCREENS.items():
        if binding in there:
            yield from ((screen, other) for other in there if other != binding)
