"""Which kind of script a file is, or is most likely meant to be."""

from collections.abc import Iterator, Mapping

from calmcli.content.described import Identified
from calmcli.content.fields import keys_of
from calmcli.content.model import SCRIPT_SHAPES, SHAPES
from calmcli.content.places import Entry, Items, Keys, Node, Words
from calmcli.content.problems import Findings
from calmcli.words.wording import did_you_mean, nearest, quoted

EXAMPLE = "write a line such as '{}'"
NOT_PLAYED = "a visit is prepared, not played"
NOT_A_VISIT = "this is an exercise, not a visit"
BELONGS = "'calmcli paths' names the folder where it belongs: {folder}"

Shapes = Mapping[str, type[Identified]]


def kind_of(tree: Keys, findings: Findings, wanted: Shapes) -> type[Identified]:
    """The struct a file is read as; where its kind is not known, the likeliest of those wanted."""
    example = EXAMPLE.format(f"kind: {next(iter(wanted))}")
    match tree.entries.get("kind"):
        case None:
            findings.add(tree.place, "'kind' is missing", example)
        case Entry(value=Words(text=kind)) if kind in wanted:
            return wanted[kind]
        case Entry(value=Words(text=kind, place=place)) if kind in SHAPES:
            folder = "scripts" if kind in SCRIPT_SHAPES else "visits"
            message = NOT_A_VISIT if kind in SCRIPT_SHAPES else NOT_PLAYED
            findings.add(place, message, BELONGS.format(folder=folder))
            return SHAPES[kind]
        case Entry(value=Words(text="")) as entry:
            findings.add(entry.place, "'kind' needs a value", example)
        case Entry(value=Words(text=kind, place=place)):
            close = nearest(kind, wanted)
            findings.add(place, f"unknown kind {quoted(kind)}", did_you_mean(close, wanted))
            if close:
                return wanted[close]
        case Entry(value=Keys(place=place)) | Entry(value=Items(place=place)):
            findings.add(place, "'kind' needs one value here, not several", example)
    written = set(_keys_in(tree))
    return max(wanted.values(), key=lambda shape: len(written & keys_of(shape)))


def _keys_in(node: Node) -> Iterator[str]:
    match node:
        case Keys(entries=entries):
            for key, entry in entries.items():
                yield key
                yield from _keys_in(entry.value)
        case Items(items=items):
            for item in items:
                yield from _keys_in(item)
