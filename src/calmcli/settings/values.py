"""From what was written to what a setting takes, the same for the file and the command line."""

import re
from typing import NamedTuple

from msgspec import inspect

from calmcli.settings.keys import Key, Path
from calmcli.text import clean
from calmcli.words.wording import quoted

_NUMBER = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9})?")
_YES_OR_NO = {"true": True, "false": False}
_LARGEST_TOLD = 10**12


class Fault(NamedTuple):
    """Something written that a setting cannot take."""

    at: Path
    """The position in a list; () is the value as a whole."""
    message: str
    """What is needed, to be put after the name of the setting."""
    instead: str = "the default is used"
    """What the file's reader makes of it."""


class Understood(NamedTuple):
    """What a setting makes of something written."""

    value: object
    """None when there is nothing in it that the setting takes."""
    faults: tuple[Fault, ...]


def understand(key: Key, written: object) -> Understood:
    """The value meant, and all that is wrong with it.

    Text counts as if it had been typed. A list keeps the items that can be taken.
    """
    if key.most_items is None:
        value = _fit(key, written)
        return Understood(value, () if value is not None else (Fault((), _mismatch(key, written)),))
    if isinstance(written, str):
        items: list[object] = [item for item in written.split(",") if item.strip()]
        value, faults = _understand_list(key, items, key.most_items)
        # its items have no places of their own in a file
        return Understood(value, tuple(fault._replace(at=()) for fault in faults))
    if not isinstance(written, list):
        return Understood(None, (Fault((), f"needs a list, not {told(written)}"),))
    return _understand_list(key, written, key.most_items)


def _understand_list(key: Key, written: list[object], most: int) -> Understood:
    fitted = [_fit(key, item) for item in written]
    faults = [
        Fault((index,), _mismatch(key, written[index]), "that item is left out")
        for index, value in enumerate(fitted)
        if value is None
    ]
    if len(written) > most:
        message = f"takes {most} items at most, not {len(written)}"
        faults.append(Fault((most,), message, "the rest is left out"))
    kept = tuple(value for value in fitted[:most] if value is not None)
    return Understood(kept, tuple(faults))


def _fit(key: Key, written: object) -> object:
    """The value that a single thing written stands for, None when it stands for none."""
    text = clean(written).strip() if isinstance(written, str) else None
    match key.expected:
        case inspect.BoolType():
            return written if isinstance(written, bool) else _YES_OR_NO.get(text or "")
        case inspect.FloatType(ge=least, le=most):
            number = float(text) if text and _NUMBER.fullmatch(text) else written
            if isinstance(number, bool) or not isinstance(number, int | float):
                return None
            return float(number) if (least or 0) <= number <= (most or number) else None
        case inspect.LiteralType(values=choices):
            return text if text in choices else None
        case inspect.StrType() as words:
            is_known = not key.among or (text or "").upper() in key.among
            return text if text is not None and is_known and _is_within(words, text) else None
    raise TypeError(key.expected)


def _is_within(expected: inspect.StrType, text: str) -> bool:
    fits = (expected.min_length or 0) <= len(text) <= (expected.max_length or len(text))
    return fits and (expected.pattern is None or re.search(expected.pattern, text) is not None)


def _mismatch(key: Key, written: object) -> str:
    return f"needs {needs(key)}, not {told(written)}"


def needs(key: Key) -> str:
    """What a setting takes, in words."""
    match key.expected:
        case inspect.BoolType():
            return "true or false"
        case inspect.FloatType(ge=least, le=most):
            return f"a number from {least:g} to {most:g}"
        case inspect.LiteralType(values=choices):
            return key.needs or " or ".join(f"'{choice}'" for choice in choices)
    return key.needs


def told(written: object) -> str:
    """Something written, as it stands in a sentence."""
    match written:
        case bool():
            return str(written).lower()
        case int() if abs(written) > _LARGEST_TOLD:
            return "a number that large"
        case list():
            return "a list"
        case dict():
            return "a table"
    return quoted(str(written))
