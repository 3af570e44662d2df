"""All that is worth a second look in a script, once its errors are known."""

from collections.abc import Iterator, Mapping

from calmcli.content.avoided import avoided
from calmcli.content.described import Identified
from calmcli.content.places import Items, Keys, Node, Words, place_of
from calmcli.content.problems import Findings
from calmcli.content.rules import faults_in
from calmcli.words.wording import quoted

_TOLD = frozenset(
    {"title", "about", "name", "words", "ask", "otherwise", "say", "needs", "questions", "signal"}
)
"""The keys whose words reach the person who plays the script, or prepares the visit."""


def advise(
    shape: type[Identified], tree: Keys, values: Mapping[str, object], findings: Findings
) -> None:
    """Note every hint; TooManyProblems when there have been enough."""
    for fault in faults_in(values, shape.advice):
        place = findings.within(place_of(tree, fault.at), fault.piece)
        findings.add(place, fault.message, fault.hint, "hint")
    if str(values.get("language", "")).partition("-")[0] == "en":
        for told in _told(tree):
            for words, instead in avoided(told.text):
                place = findings.within(told.place, words)
                findings.add(place, f"{quoted(words)} is among the words to avoid", instead, "hint")


def _told(node: Node, key: str = "") -> Iterator[Words]:
    match node:
        case Keys(entries=entries):
            for inner, entry in entries.items():
                yield from _told(entry.value, inner)
        case Items(items=items):
            for item in items:
                yield from _told(item, key)
        case Words() if key in _TOLD:
            yield node
