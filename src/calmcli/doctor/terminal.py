"""What can be drawn and typed here."""

import locale
from collections.abc import Iterator, Mapping
from typing import get_args

from msgspec import Struct

from calmcli.doctor.finding import Finding
from calmcli.first_known import NO_SCREENS
from calmcli.settings.model import Theme
from calmcli.text import clean, is_unicode
from calmcli.words import doctor as said

SMALLEST = (20, 5)
"""Columns and rows below which there is room for a word alone."""
_LONGEST_WORD = 40


class Surroundings(Struct, frozen=True):
    """Where this program runs."""

    environ: Mapping[str, str]
    terminals: Mapping[str, bool]
    """Whether each standard stream, by name, is a terminal."""
    encoding: str
    """How letters leave."""
    size: tuple[int, int] | None
    """Columns and rows; None where there is no telling."""
    has_terms: bool = True
    """Whether TERM says what a terminal can do; on Windows it need not be set."""


def look_at_terminal(around: Surroundings) -> Iterator[Finding]:
    """The terminal, its letters and its colours."""
    yield _terminal(around)
    yield _letters(around)
    yield _colours(around.environ)


def _terminal(around: Surroundings) -> Finding:
    elsewhere = [said.STREAMS[name] for name, there in around.terminals.items() if not there]
    if elsewhere:
        names = ", ".join(elsewhere)
        return Finding("terminal", said.NO_TERMINAL.format(names=names), "look")
    term = clean(around.environ.get("TERM", ""))[:_LONGEST_WORD]
    if around.has_terms and term in NO_SCREENS:
        told = said.CANNOT_DRAW.format(term=term or "not set")
        return Finding("terminal", told, "look", said.SET_TERM)
    columns, rows = around.size or (0, 0)
    if columns < SMALLEST[0] or rows < SMALLEST[1]:
        told = said.SMALL.format(columns=columns, rows=rows)
        return Finding("terminal", told, "look", said.LARGER)
    told = said.DRAWS.format(columns=columns, rows=rows, term=term or "Windows")
    return Finding("terminal", told)


def _letters(around: Surroundings) -> Finding:
    if not _is_locale_there():
        return Finding("letters", said.NO_LOCALE, "look", said.SET_LANG)
    if is_unicode(around.encoding):
        return Finding("letters", said.UTF8)
    told = said.OTHER_LETTERS.format(encoding=clean(around.encoding))
    return Finding("letters", told, "look", said.SET_LANG)


def _is_locale_there() -> bool:
    before = locale.setlocale(locale.LC_CTYPE)
    try:
        locale.setlocale(locale.LC_CTYPE, "")
    except locale.Error:
        return False
    locale.setlocale(locale.LC_CTYPE, before)
    return True


def _colours(environ: Mapping[str, str]) -> Finding:
    theme = environ.get("CALMCLI_THEME", "")
    if theme and theme not in get_args(Theme):
        told = said.NO_THEME.format(theme=clean(theme)[:_LONGEST_WORD])
        themes = ", ".join(get_args(Theme))
        return Finding("colours", told, "look", said.THEMES.format(themes=themes))
    if environ.get("NO_COLOR"):
        return Finding("colours", said.NO_COLOURS)
    if environ.get("COLORTERM") in ("truecolor", "24bit"):
        return Finding("colours", said.COLOURS["true"])
    many = "256" in environ.get("TERM", "")
    return Finding("colours", said.COLOURS["256" if many else "few"])
