"""Whether words of a person's own say that they may faint."""

import re
from collections.abc import Iterable

_FAINTS = re.compile(r"\b(?:faint|(?:pass|black)(?:ed|ing)?[ -]?out\b)", re.IGNORECASE)
_NOT = re.compile(r"\b(?:not|never|no longer)\b|n['\u2019]t\b", re.IGNORECASE)
_SENTENCE = re.compile(r"[.;:!?]")


def tells_of_fainting(needs: Iterable[str]) -> bool:
    """Whether one of them says it: "I may faint." does, and "I do not faint" does not."""
    return any(
        (found := _FAINTS.search(sentence)) and not _NOT.search(sentence[: found.start()])
        for need in needs
        for sentence in _SENTENCE.split(need)
    )
