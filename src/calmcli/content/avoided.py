"""Words that press, promise or judge, and what can be said instead."""

import re
from collections.abc import Iterator

_INSTEAD = {
    r"relax": "say what can be done, such as 'let go' or 'ease'",
    r"calm down": "say what can be done, such as 'notice the floor'",
    r"just|simply": "leave it out: it makes light of what may be hard",
    r"(?:don['\u2019]t|do not) worry": "leave it out, and say what is there to notice",
    r"deep(?:er)? breaths?|breathe (?:more )?deep(?:ly|er)?": "say 'soft' or 'slow' rather",
    r"good|nice": "it judges: say what can be noticed",
    r"safe": "some have never felt it: say 'steady' or 'comfortable'",
    r"victims?": "name the person, and not what was done to them",
    r"you(?: will|['\u2019]ll)": "it promises: say 'you could' or 'you may notice'",
    r"(?<!could )(?<!may )(?<!can )close your eyes": "say 'your eyes may stay open or close'",
    r"for me": "leave it out: nobody does this for someone else",
}
"""Why not, and what instead, by the pattern of the words."""

_AVOIDED = [
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), instead) for words, instead in _INSTEAD.items()
]


def avoided(text: str) -> Iterator[tuple[str, str]]:
    """Each sort of words to avoid, as it stands in a text for the first time, and the advice."""
    for words, instead in _AVOIDED:
        if found := words.search(text):
            yield found[0], instead
