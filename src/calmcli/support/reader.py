"""From a file of support lines to facts; strict, because a wrong number is worse than none."""
# pathlib would be a tenth of the time until the first words of this page
# ruff: noqa: PTH119, PTH123

import json
import os
from datetime import date
from typing import Any, TypeAlias, cast

from calmcli.errors import CalmError
from calmcli.support.facts import Check, Directory, Line, Reach, Support
from calmcli.text import clean

Tree: TypeAlias = "str | list[Tree] | dict[str, Tree]"

LARGEST = 64 * 1024
"""Bytes a file of support lines may have."""


class _Unusable(Exception):  # noqa: N818 - it never leaves this file
    """The file says something it cannot mean."""


def read_support(path: str) -> Support:
    """The facts in one file; CalmError when there are none to be had from it.

    It is JSON, which takes a tenth of the time that YAML does.
    """
    try:
        return _support(_tree(json.loads(_text(path), object_pairs_hook=_group)))
    except (OSError, ValueError, RecursionError, _Unusable) as error:
        reason = error if isinstance(error, _Unusable) else "it does not read as such"
        raise CalmError(
            f"The support lines in {clean(os.path.basename(path))} could not be read: {reason}. "
            "In many countries 112 reaches help in an emergency, "
            "and findahelpline.com lists people to talk to."
        ) from error


def _text(path: str) -> str:
    with open(path, "rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise _Unusable("it is longer than 64 KB")
    return data.decode("utf-8-sig")


def _group(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    group = dict(pairs)
    if len(group) < len(pairs):
        raise _Unusable("a key is there twice")
    return group


def _tree(found: object) -> Tree:
    """All of a file as words, lists and groups; nothing is a word that was left empty."""
    match found:
        case None:
            return ""
        case str():
            return clean(found).strip()
        case list():
            return [_tree(item) for item in found]
        case dict():
            return {key: _tree(value) for key, value in found.items()}
    raise _Unusable(f"'{found}' has to stand between quotes")


def _support(tree: Tree) -> Support:
    keys = _keys(tree, {"emergency"}, {"country", "name", "lines", "directories"})
    urgent = _keys(keys["emergency"], {"numbers", "status", "verified_on"}, {"source"})
    return Support(
        country=_word(keys, "country"),
        name=_word(keys, "name"),
        emergency=tuple(
            _needed({"number": number}, "number") for number in _list(urgent, "numbers")
        ),
        emergency_check=_check(urgent),
        lines=tuple(_line(line) for line in _list(keys, "lines")),
        directories=tuple(_directory(one) for one in _list(keys, "directories")),
        listed=(),
    )


def _line(tree: Tree) -> Line:
    optional = {"hours", "languages", "note", "source"}
    keys = _keys(tree, {"name", "reach", "status", "verified_on"}, optional)
    return Line(
        name=_needed(keys, "name"),
        reach=tuple(_reach(way) for way in _list(keys, "reach")),
        hours=_word(keys, "hours"),
        languages=_word(keys, "languages"),
        note=_word(keys, "note"),
        check=_check(keys),
    )


def _reach(tree: Tree) -> Reach:
    keys = _keys(tree, {"by", "to"}, {"words"})
    by = _needed(keys, "by")
    if by not in {"call", "text", "chat"}:
        raise _Unusable(f"'{by}' is not one of call, text, chat")
    return Reach(cast("Any", by), _needed(keys, "to"), _word(keys, "words"))


def _directory(tree: Tree) -> Directory:
    keys = _keys(tree, {"address", "status", "verified_on"}, {"source"})
    return Directory(_needed(keys, "address"), _check(keys))


def _check(keys: dict[str, Tree]) -> Check:
    day = _word(keys, "verified_on")
    if keys["status"] != ("verified" if day else "unverified"):
        raise _Unusable("status is 'verified' with the day, or 'unverified' without one")
    return Check(_word(keys, "source"), date.fromisoformat(day) if day else None)


def _keys(tree: Tree, required: set[str], optional: set[str]) -> dict[str, Tree]:
    if not isinstance(tree, dict) or not required <= tree.keys() <= required | optional:
        raise _Unusable(f"these keys belong together: {', '.join(sorted(required | optional))}")
    return tree


def _list(keys: dict[str, Tree], key: str) -> list[Tree]:
    items = keys.get(key, [])
    if not isinstance(items, list) or (key in keys and not items):
        raise _Unusable(f"'{key}' needs a list")
    return items


def _word(keys: dict[str, Tree], key: str) -> str | None:
    word = keys.get(key, "")
    if not isinstance(word, str):
        raise _Unusable(f"'{key}' needs a word")
    return word or None


def _needed(keys: dict[str, Tree], key: str) -> str:
    word = _word(keys, key)
    if word is None:
        raise _Unusable(f"'{key}' needs a value")
    return word
