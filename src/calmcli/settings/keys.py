"""The settings by their dotted names, as they are typed on the command line."""

from collections.abc import Collection, Iterable
from functools import cache, reduce
from typing import Any, NamedTuple

from msgspec import inspect

from calmcli.errors import UsageError
from calmcli.settings.bindings import DEFAULT_KEYS
from calmcli.settings.key_names import spelled
from calmcli.settings.keymap import MOST_KEYS, TABLE, keys_of
from calmcli.settings.model import Settings
from calmcli.words import keys as words_of_keys
from calmcli.words.wording import nearest, number, or_meant, quoted

Path = tuple[str | int, ...]
"""The way to a value: names of tables and keys, then a position in a list."""
DEFAULT = "default"
"""Typed or told in the place of a value: nothing is set here."""


class Key(NamedTuple):
    """One setting."""

    path: tuple[str, ...]
    expected: inspect.Type
    """The type of its value; of each item, where it takes a list."""
    needs: str
    """What it takes where its type does not say enough, in words; or empty."""
    meaning: str
    """What it is for, in a few words."""
    most_items: int | None = None
    """How many items its list holds at most; None where it takes no list."""
    among: Collection[str] = ()
    """The words there are, in capitals, where it takes one of many; else empty."""


@cache
def all_keys() -> dict[str, Key]:
    """Every setting by its dotted name, in the order of the model."""
    return {".".join(key.path): key for key in _keys(inspect.type_info(Settings), ())}


def setting_keys() -> tuple[str, ...]:
    """The dotted names of everything that can be set."""
    return tuple(all_keys())


def keymap_keys() -> tuple[str, ...]:
    """The dotted names under which a key of the screen is set."""
    return tuple(f"{TABLE}.{name}" for name in DEFAULT_KEYS)


def find_key(name: str) -> Key:
    """The setting of a dotted name; UsageError that names the nearest when there is none."""
    keys = all_keys()
    if name in keys:
        return keys[name]
    table, _, binding = name.partition(".")
    if table != TABLE:
        raise UsageError(f"no setting called {quoted(name)}{did_you_mean(name, keys)}")
    if binding not in DEFAULT_KEYS:
        meant = or_meant(nearest(name, keymap_keys()), f"; {words_of_keys.SET_BY}")
        raise UsageError(f"no setting called {quoted(name)}{meant}")
    needs, meaning = words_of_keys.NEEDS, words_of_keys.MEANING
    return Key((TABLE, binding), inspect.StrType(), needs, meaning, MOST_KEYS)


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A clause that names the setting which was likely meant, or all that are known here."""
    choices = tuple(known)
    last = name.rpartition(".")[2]
    elsewhere = (key for key in all_keys() if key.rpartition(".")[2] == last)
    close = next(elsewhere, None) or nearest(name, choices)
    return or_meant(close, f"; there are: {', '.join(choices)}")


def meaning_of(key: str) -> str:
    """What a setting is for, in a few words; UsageError for an unknown one."""
    return find_key(key).meaning


def get_setting(settings: Settings, key: str) -> str:
    """A setting as it would be typed; UsageError for an unknown one."""
    path = find_key(key).path
    if path[0] == TABLE:
        return ", ".join(map(spelled, keys_of(settings.keys, path[1])))
    value: object = reduce(getattr, path, settings)
    match value:
        case None | ():
            return DEFAULT
        case bool():
            return str(value).lower()
        case float():
            return number(value)
        case tuple():
            return ", ".join(map(str, value))
    return str(value)


def _keys(shape: inspect.Type, above: tuple[str, ...]) -> Iterable[Key]:
    if not isinstance(shape, inspect.StructType):
        raise TypeError(shape)
    for field in shape.fields:
        path = (*above, field.name)
        if isinstance(field.type, inspect.StructType):
            yield from _keys(field.type, path)
        elif path != (TABLE,):
            yield _key(path, field.type)


def _key(path: tuple[str, ...], described: inspect.Type) -> Key:
    expected, extra, meaning = _bare(described)
    most_items = None
    if isinstance(expected, inspect.VarTupleType):
        most_items = expected.max_length
        expected, extra, _ = _bare(expected.item_type)
    needs, among = extra.get("needs", ""), extra.get("among", ())
    return Key(path, expected, needs, meaning, most_items, among)


def _bare(described: inspect.Type) -> tuple[inspect.Type, dict[str, Any], str]:
    """A type without its wrappings, and what they hold: what it takes, what it is for."""
    extra: dict[str, Any] = {}
    meaning = ""
    while True:
        match described:
            case inspect.Metadata(type=inner, extra=more, extra_json_schema=schema):
                extra |= more or {}
                meaning = (schema or {}).get("description", meaning)
                described = inner
            case inspect.UnionType(types=types):
                described = next(each for each in types if not isinstance(each, inspect.NoneType))
            case _:
                return described, extra, meaning
