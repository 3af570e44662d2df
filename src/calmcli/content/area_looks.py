"""Whether a part names the areas its words speak of, so that skipping leaves none of them in."""

import re
from collections.abc import Iterator
from functools import cache

from calmcli.content.muscles import Area, PartOfBody
from calmcli.content.rules import Fault
from calmcli.content.texts import spoken

_WORDS: dict[Area, str] = {
    "hand": r"hands?|fists?|fingers?",
    "forearm": r"forearms?|wrists?",
    "upper_arm": r"upper arms?|biceps",
    "forehead": r"forehead|eyebrows?|brows?",
    "eyes": r"eyes(?! may stay open)|eyelids?",
    "jaw": r"jaws?|teeth|cheeks?",
    "neck": r"neck|throat",
    "shoulders": r"shoulders?",
    "chest": r"chest|ribs",
    "back": r"(?:upper|lower|your|the) back",
    "belly": r"belly|stomach|abdomen",
    "hip": r"hips?|buttocks",
    "thigh": r"thighs?",
    "lower_leg": r"lower legs?|calf|calves|shins?",
    "foot": r"foot|feet|toes|heels?",
}
"""How each area is spoken of in English."""


@cache
def _areas() -> re.Pattern[str]:
    """It takes a millisecond to make, and only a check needs it."""
    each = "|".join(f"(?P<{area}>{words})" for area, words in _WORDS.items())
    return re.compile(rf"(?<!on the other )\b(?:{each})\b", re.IGNORECASE)


def areas_are_named(*, language: str, parts: tuple[PartOfBody | None, ...]) -> Iterator[Fault]:
    """Each area that English words work with is among the areas of its part."""
    if language.partition("-")[0] != "en":
        return
    for position, part in enumerate(parts):
        for at, said in spoken(part, ("parts", position)):
            # To settle is to notice, and anything may be noticed.
            settles = getattr(said, "phase", None) == "settle"
            words = "" if settles else said.words  # type: ignore[attr-defined]
            for found in _areas().finditer(words):
                area = found.lastgroup
                if part and area not in part.areas:
                    said_of = found[0].lower().removeprefix("the ")
                    message = f"these words speak of the {said_of}, and 'areas' does not"
                    hint = f"add '{area}' to the areas of this part"
                    yield Fault((*at, "words"), message, hint, found[0])
