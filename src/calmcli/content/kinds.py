"""Which kind of script a file is, or is most likely meant to be."""

from collections.abc import Iterator

from calmcli.content.fields import keys_of
from calmcli.content.model import KINDS, Script
from calmcli.content.places import Entry, Items, Keys, Node, Words
from calmcli.content.problems import Findings
from calmcli.content.wording import did_you_mean, nearest, quoted

EXAMPLE = "write a line such as '{}'"


def kind_of(tree: Keys, findings: Findings) -> type[Script]:
    """The struct a script is read as; where its kind is not known, the likeliest."""
    example = EXAMPLE.format(f"kind: {next(iter(KINDS))}")
    match tree.entries.get("kind"):
        case None:
            findings.add(tree.place, "'kind' is missing", example)
        case Entry(value=Words(text=kind)) if kind in KINDS:
            return KINDS[kind]
        case Entry(value=Words(text="")) as entry:
            findings.add(entry.place, "'kind' needs a value", example)
        case Entry(value=Words(text=kind, place=place)):
            close = nearest(kind, KINDS)
            findings.add(place, f"unknown kind {quoted(kind)}", did_you_mean(close, KINDS))
            if close:
                return KINDS[close]
        case Entry(value=Keys(place=place)) | Entry(value=Items(place=place)):
            findings.add(place, "'kind' needs one value here, not several", example)
    written = set(_keys_in(tree))
    return max(KINDS.values(), key=lambda shape: len(written & keys_of(shape)))


def _keys_in(node: Node) -> Iterator[str]:
    match node:
        case Keys(entries=entries):
            for key, entry in entries.items():
                yield key
                yield from _keys_in(entry.value)
        case Items(items=items):
            for item in items:
                yield from _keys_in(item)
