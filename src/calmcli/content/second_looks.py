"""What can be played as it is, but might be better otherwise."""

import re
from collections.abc import Iterator, Sequence

from calmcli.content.inputs import Input, filled
from calmcli.content.rules import Fault
from calmcli.content.speaking import speaking_seconds
from calmcli.content.texts import spoken, spoken_words
from calmcli.words.wording import number

_HELD = re.compile(r"(?<!not )(?<!n't )(?<!never )\bhold (?:your|the) breath\b", re.IGNORECASE)


def words_fit_their_seconds(
    *, inputs: tuple[Input | None, ...], **content: object
) -> Iterator[Fault]:
    """Words can be said in the time they have, at whichever end of a ramp that is shorter."""
    readable = [one for one in inputs if one is not None]
    for key, value in content.items():
        for at, one in spoken(value, (key,)):
            words, seconds = getattr(one, "words", ""), getattr(one, "seconds", 0.0)
            has = min(seconds, getattr(one, "start_seconds", None) or seconds)
            takes = speaking_seconds(filled(words, readable, {}))
            if takes > has:
                message = f"saying this takes about {number(takes)} s, and it has {number(has)} s"
                yield Fault((*at, "words"), message, "use fewer words, or give them more seconds")


def holds_are_tagged(*, tags: Sequence[str | None], parts: object) -> Iterator[Fault]:
    """A held breath that only the words speak of is tagged too."""
    if "breath_hold" in tags:
        return
    for at, words in spoken_words(parts, ("parts",)):
        if held := _HELD.search(words):
            message = "these words ask for a held breath, and no tag says so"
            yield Fault(at, message, "leave the breath free, or add the tag 'breath_hold'", held[0])
