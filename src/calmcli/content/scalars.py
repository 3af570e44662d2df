"""A written word as the number, choice or sentence that a key asks for."""

import re

from msgspec import inspect

from calmcli.words.wording import did_you_mean, nearest, number, quoted

_PLAIN_NUMBER = re.compile(r"-?[0-9]{1,9}(?:\.[0-9]+)?")
_COMMA_NUMBER = re.compile(r"[0-9]{1,9},[0-9]+")
_MOST_DECIMALS = 3
_YES_OR_NO = {"true": True, "false": False}


class Unfit(Exception):  # noqa: N818 - an answer, caught where its place is known
    """A written word that a key cannot take; the first argument says why, the second what to do."""


def scalar(expected: inspect.Type, key: str, text: str, hint: str = "") -> object:
    """What a word means where `expected` is asked for; Unfit when it means nothing there."""
    if not text:
        raise Unfit(f"'{key}' needs a value", hint)
    match expected:
        case inspect.FloatType():
            _check_number(expected, key, text)
            return float(text)
        case inspect.IntType():
            _check_number(expected, key, text)
            return int(text)
        case inspect.StrType():
            _check_words(expected, key, text, hint)
            return text
        case inspect.LiteralType(values=values):
            return _choice(values, key, text)
        case inspect.BoolType():
            if text not in _YES_OR_NO:
                raise Unfit(f"'{key}' cannot be {quoted(text)}", "write true or false")
            return _YES_OR_NO[text]
    raise TypeError(expected)


def _choice(values: tuple[object, ...], key: str, text: str) -> object:
    for value in values:
        if text == str(value):
            return value
    choices = [str(value) for value in values]
    raise Unfit(
        f"unknown word {quoted(text)} for '{key}'", did_you_mean(nearest(text, choices), choices)
    )


def _check_number(expected: inspect.FloatType | inspect.IntType, key: str, text: str) -> None:
    whole = isinstance(expected, inspect.IntType)
    if _COMMA_NUMBER.fullmatch(text):
        raise Unfit(f"'{key}' has a comma in its number", f"write it as {text.replace(',', '.')}")
    if not _PLAIN_NUMBER.fullmatch(text):
        hint = "use digits only, such as 4" if whole else "use digits only, such as 4 or 5.5"
        raise Unfit(f"'{key}' needs a plain number, not {quoted(text)}", hint)
    decimals = len(text.partition(".")[2])
    if whole and decimals:
        raise Unfit(f"'{key}' needs a whole number, not {quoted(text)}", "use digits only")
    if decimals > _MOST_DECIMALS:
        message = f"'{key}' has more than {_MOST_DECIMALS} digits after the point"
        raise Unfit(message, "leave the last ones out")
    if expected.ge is not None and float(text) < expected.ge:
        raise Unfit(f"'{key}' is {text}; the least is {number(expected.ge)}", "make it larger")
    if expected.le is not None and float(text) > expected.le:
        raise Unfit(f"'{key}' is {text}; the most is {number(expected.le)}", "make it smaller")


def _check_words(expected: inspect.StrType, key: str, text: str, hint: str) -> None:
    if expected.max_length is not None and len(text) > expected.max_length:
        message = f"'{key}' is {len(text)} characters long; the most is {expected.max_length}"
        raise Unfit(message, "make it shorter")
    if expected.pattern is not None and not re.search(expected.pattern, text):
        raise Unfit(f"'{key}' cannot be {quoted(text)}", hint)
