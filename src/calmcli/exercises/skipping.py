"""Leaving out parts by the words a person has for them: a neck, a left arm, a port."""

import re
from collections.abc import Iterable

from calmcli.content.areas import parts_of_body
from calmcli.content.model import Script
from calmcli.errors import UsageError
from calmcli.text import clean

WIDER = {
    "arm": {"hand", "forearm", "upper_arm"},
    "face": {"forehead", "eyes", "jaw"},
    "leg": {"thigh", "lower_leg"},
}
"""Everyday words for several areas of the body at once."""
NO_SUCH_PART = "'{word}' is no part of {title}. Its parts: {parts}."
NOTHING_LEFT = "Nothing of {title} would be left."


def parts_left_out(script: Script, asked: Iterable[str], always: Iterable[str]) -> tuple[str, ...]:
    """The names of the parts to leave out: those asked for now, and those always left out.

    Raises UsageError when a word asked for now fits no part, or when nothing would be left.
    """
    found: set[str] = set()
    for word in asked:
        named = _parts_named(script, word)
        if not named:
            parts = ", ".join(_names(script)) or "-"
            raise UsageError(
                NO_SUCH_PART.format(word=clean(word)[:40], title=script.title, parts=parts)
            )
        found |= named
    for word in always:
        found |= _parts_named(script, word)
    left_out = tuple(name for name in _names(script) if name in found)
    if left_out and len(left_out) == len(_names(script)):
        raise UsageError(NOTHING_LEFT.format(title=script.title))
    return left_out


def _names(script: Script) -> list[str]:
    """The parts that can be left out; those of a breath cannot."""
    return [] if script.kind == "breathing" else [part.name for part in script.parts]


def _parts_named(script: Script, word: str) -> set[str]:
    """The parts whose name holds the word, or that work with that area of the body."""
    wanted = word.strip().casefold()
    whole_word = re.compile(rf"\b{re.escape(wanted)}s?\b")
    named = {name for name in _names(script) if wanted and whole_word.search(name.casefold())}
    area = wanted.replace(" ", "_").replace("-", "_")
    areas = WIDER.get(area, {area, area.removesuffix("s")})
    return named | {part.name for part in parts_of_body(script) if areas & set(part.areas)}
