"""Reading the keys of a script one by one, so that one reading finds every problem."""

from functools import cache
from typing import NamedTuple, cast

from msgspec import NODEFAULT, Struct, inspect

from calmcli.content.places import Entry, Items, Keys, Node, Refused, Words
from calmcli.content.problems import Findings
from calmcli.content.rules import have_gaps
from calmcli.content.scalars import Unfit, scalar
from calmcli.words.wording import did_you_mean, nearest, quoted


class _Field(NamedTuple):
    """One key of a struct."""

    name: str
    expected: inspect.Type
    hint: str
    """What to do when the key is missing or its word does not fit."""
    default: object
    """NODEFAULT when the key has to be there."""


_UNREADABLE = object()
_IN_QUOTES = "words that begin with a brace go in double quotes"


def read_keys(shape: type[Struct], keys: Keys, findings: Findings) -> dict[str, object]:
    """What could be read, by key, defaults included; what could not is noted and left out.

    A list comes as a tuple, with None in place of each item that could not be read.
    """
    fields = _fields(shape)
    entries = _entries(shape, keys, findings)
    values: dict[str, object] = {}
    for name, field in fields.items():
        value = field.default
        if name in entries:
            node = entries[name].value
            if isinstance(node, Words) and not node.text:
                node = Words(entries[name].place, "")  # an absent value is shown at its key
            value = _read(field.expected, field, node, findings)
        elif value is NODEFAULT:
            findings.add(keys.place, f"'{name}' is missing", field.hint)
            value = _UNREADABLE
        if value is not _UNREADABLE:
            values[name] = value
    return values


def _entries(shape: type[Struct], keys: Keys, findings: Findings) -> dict[str, Entry]:
    """The entries by the keys they are meant for: a slip in a key hides nothing below it."""
    known = [*_fields(shape), *filter(None, [shape.__struct_config__.tag_field])]
    entries = {word: entry for word, entry in keys.entries.items() if word in known}
    for word, entry in keys.entries.items():
        if word not in known:
            meant = nearest(word, known)
            findings.add(entry.place, f"unknown key {quoted(word)}", did_you_mean(meant, known))
            if meant is not None:
                entries.setdefault(meant, entry)
    return entries


def _read(expected: inspect.Type, field: _Field, node: Node, findings: Findings) -> object:
    if isinstance(node, Refused):
        return _UNREADABLE
    match expected:
        case inspect.VarTupleType():
            return _read_list(expected, field, node, findings)
        case inspect.StructType(cls=shape):
            return _read_struct(shape, field, node, findings)
    if not isinstance(node, Words):
        hint = _IN_QUOTES if _looks_like_an_input(node) else field.hint
        findings.add(node.place, f"'{field.name}' needs one value here, not several", hint)
        return _UNREADABLE
    try:
        return scalar(expected, field.name, node.text, field.hint)
    except Unfit as unfit:
        findings.add(node.place, *unfit.args)
        return _UNREADABLE


def _looks_like_an_input(node: Node) -> bool:
    """Whether it reads as a group of keys only because it begins with a brace: {place}."""
    return isinstance(node, Keys) and all(
        isinstance(entry.value, Words) and not entry.value.text for entry in node.entries.values()
    )


def _read_list(
    expected: inspect.VarTupleType, field: _Field, node: Node, findings: Findings
) -> object:
    if not isinstance(node, Items):
        findings.add(
            node.place,
            f"'{field.name}' needs a list",
            "write [one, two], or begin each item on a line with '- '",
        )
        return _UNREADABLE
    if expected.max_length is not None and len(node.items) > expected.max_length:
        message = f"'{field.name}' has {len(node.items)} items; the most is {expected.max_length}"
        findings.add(node.place, message, "leave some out")
        return _UNREADABLE
    if len(node.items) < (expected.min_length or 0):
        findings.add(node.place, f"'{field.name}' has no items", field.hint)
        return _UNREADABLE
    item_type, hint = _bare(expected.item_type)
    item_field = field._replace(hint=hint)
    values = (_read(item_type, item_field, item, findings) for item in node.items)
    return tuple(None if value is _UNREADABLE else value for value in values)


def _read_struct(shape: type[Struct], field: _Field, node: Node, findings: Findings) -> object:
    if not isinstance(node, Keys):
        first = next(iter(_fields(shape).values()))
        findings.add(node.place, f"this item of '{field.name}' needs keys", first.hint)
        return _UNREADABLE
    before = len(findings)
    values = read_keys(shape, node, findings)
    whole = len(findings) == before and len(values) == len(_fields(shape))
    # An item that was refused before leaves no new finding here, only a gap in its list.
    return shape(**values) if whole and not have_gaps(values.values()) else _UNREADABLE


@cache
def keys_of(shape: type[Struct]) -> frozenset[str]:
    """All keys that a struct knows, and those of the items inside it."""
    keys = set(_fields(shape))
    for field in _fields(shape).values():
        if isinstance(field.expected, inspect.VarTupleType):
            item = _bare(field.expected.item_type)[0]
            keys |= keys_of(item.cls) if isinstance(item, inspect.StructType) else set()
    return frozenset(keys)


@cache
def _fields(shape: type[Struct]) -> dict[str, _Field]:
    described = cast("inspect.StructType", inspect.type_info(shape))
    fields = {}
    for field in described.fields:
        expected, hint = _bare(field.type, field.name)
        fields[field.name] = _Field(field.name, expected, hint, field.default)
    return fields


def _bare(expected: inspect.Type, name: str = "") -> tuple[inspect.Type, str]:
    """A type without its wrappings, and the hint that they hold."""
    hint = ""
    while True:
        match expected:
            case inspect.Metadata(type=inner, extra=extra, extra_json_schema=schema):
                if name and schema and "examples" in schema:
                    hint = f"write a line such as '{name}: {schema['examples'][0]}'"
                hint = (extra or {}).get("hint", hint)
                expected = inner
            case inspect.UnionType(types=types):
                expected = next(kind for kind in types if not isinstance(kind, inspect.NoneType))
            case _:
                return expected, hint
