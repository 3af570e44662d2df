"""Edits to the text of a file of settings; comments, order and spacing stay a person's own."""

from typing import TYPE_CHECKING, Any

import tomlkit
from tomlkit.exceptions import TOMLKitError

from calmcli.settings.places import Statement, statements

if TYPE_CHECKING:
    from collections.abc import MutableMapping


class EditError(Exception):
    """A text that cannot be edited, although it can be read."""


def replace(text: str, path: tuple[str, ...], value: object) -> str:
    """The text with another value for a key that is in it; without the key, for None.

    Raises EditError.
    """
    if value is None and (lines := _lines_of_its_own(text, path)):
        start, end = lines
        return text[:start] + text[end:]
    try:
        return _replace_within(tomlkit.parse(text), path, value)
    except (TOMLKitError, LookupError, RecursionError) as error:
        raise EditError from error


def add(text: str, path: tuple[str, ...], value: object, *, is_new: bool) -> str:
    """The text with a key that is not in it yet; `is_new` when its table is not there either.

    It comes after the keys of its table and before the comments that lead to what follows.
    Raises EditError.
    """
    *tables, name = path
    line = f"{tomlkit.key(name).as_string()} = {tomlkit.item(value).as_string()}\n"
    if is_new:
        gap = "\n" if text.strip() else ""
        return f"{_ended(text)}{gap}[{'.'.join(tables)}]\n{line}"
    said = list(statements(text))
    beside = [each for each in said if each.table == tuple(tables)]
    if beside:
        end = beside[-1].end
        return f"{_ended(text[:end])}{line}{text[end:]}"
    if tables:
        return replace(text, path, value)  # an inline table, or dotted keys
    return _put_first(text, line, said)


def _replace_within(document: tomlkit.TOMLDocument, path: tuple[str, ...], value: object) -> str:
    *tables, name = path
    inside: MutableMapping[str, Any] = document
    for table in tables:
        inside = inside[table]
    if value is None:
        del inside[name]
    else:
        inside[name] = value
    return tomlkit.dumps(document)


def _lines_of_its_own(text: str, path: tuple[str, ...]) -> tuple[int, int] | None:
    """From where to where a key's own lines go; None for one inside an inline table."""
    for statement in statements(text):
        if not statement.is_header and (path, statement.start) in statement.places:
            return text.rfind("\n", 0, statement.start) + 1, statement.end
    return None


def _put_first(text: str, line: str, said: list[Statement]) -> str:
    """Before the first table and the comments that lead to it; at the end where there is none."""
    if not said:
        return f"{_ended(text)}{line}"
    before = text[: said[0].start]
    end = before.rfind("\n\n") + 2 if "\n\n" in before else 0
    return f"{text[:end]}{line}\n{text[end:]}"


def _ended(text: str) -> str:
    return text if not text or text.endswith("\n") else f"{text}\n"
