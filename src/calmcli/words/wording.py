"""Small pieces of the sentences that tell about problems."""

from collections.abc import Iterable

from calmcli.text import clean

_LONGEST = 40


def quoted(word: str) -> str:
    """Someone's word as it stands in a sentence, in one line, shortened when it is long."""
    word = clean(word)
    return f"'{word}'" if len(word) <= _LONGEST else f"'{word[: _LONGEST - 1]}…'"


def nearest(word: str, choices: Iterable[str], likeness: float = 0.6) -> str | None:
    """The choice a word was most likely meant to be, None when none is as close as that, 0 to 1."""
    from difflib import get_close_matches  # noqa: PLC0415 - only a mistake pays for it

    folded = {choice.casefold(): choice for choice in choices}
    close = get_close_matches(word[:_LONGEST].casefold(), folded, n=1, cutoff=likeness)
    return folded[close[0]] if close else None


def or_meant(close: str | None, otherwise: str = "") -> str:
    """A clause that names the nearest choice, or what is said where none is near."""
    return f"; did you mean '{close}'?" if close else otherwise


def did_you_mean(close: str | None, choices: Iterable[str]) -> str:
    """A hint that names the nearest choice, or all of them when none is near."""
    return f"did you mean '{close}'?" if close else f"use one of: {', '.join(choices)}"


def one_of(choices: Iterable[str]) -> str:
    """Several names to choose from, as they stand in a sentence."""
    *others, last = choices
    return f"{', '.join(others)} or {last}" if others else last


def number(value: float) -> str:
    """A number as a person writes it: 4 and 5.5, never 4.0."""
    return f"{value:.3f}".rstrip("0").rstrip(".")
