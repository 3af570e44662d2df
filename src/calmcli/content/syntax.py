"""The YAML parser's complaints, in the words of someone who writes scripts and not programs."""

import re
from typing import NamedTuple

from yaml import YAMLError
from yaml.error import MarkedYAMLError

from calmcli.content.places import Place
from calmcli.content.problems import Findings

_LINE_UP = "check that keys which belong together begin in the same column"
_QUOTE_IT = "put the words in double quotes"


class _Meaning(NamedTuple):
    complaint: str
    """A pattern that the parser's own words hold."""
    message: str
    hint: str
    from_start: bool = False
    """Whether the place to look at is where the unfinished thing began."""


_MEANINGS = (
    _Meaning(r"\btab\b", "a tab is used here where spaces belong", "use spaces at line beginnings"),
    _Meaning(
        r"quoted scalar.*unexpected (end of stream|document separator)",
        "the quote that opens here is never closed",
        "close it with the same kind of quote",
        from_start=True,
    ),
    _Meaning(
        r"(escape (character|code)|unknown escape|escape sequence)",
        "the backslash means nothing here",
        "write it twice, or use single quotes around the words",
    ),
    _Meaning(
        r"mapping values are not allowed",
        "there is a colon here that is not expected",
        f"words with a colon go in double quotes; otherwise {_LINE_UP}",
    ),
    _Meaning(
        r"could not find expected ':'",
        "there is no colon after this key",
        "write the key, a colon, a space and then the rest",
        from_start=True,
    ),
    _Meaning(
        r"expected ',' or '[]}]'",
        "the bracket that opens here is not closed, or a comma is missing",
        "put a comma between the items and a bracket at the end",
        from_start=True,
    ),
    _Meaning(
        r"(expected '-' indicator|parsing a block (collection|sequence))",
        "this line does not belong to the list above it",
        "begin each item with '- ' in the same column",
    ),
    _Meaning(
        r"(sequence entries are not allowed)",
        "a list cannot begin here",
        "begin it with '- ' on a line of its own",
    ),
    _Meaning(
        r"(scanning an? (anchor|alias|tag)|parsing a tag|tag handle|escaped octet)",
        "words cannot begin with '&', '*' or '!'",
        _QUOTE_IT,
    ),
    _Meaning(
        r"(directive|incompatible YAML)",
        "a line cannot begin with '%'",
        f"take the line away, or {_QUOTE_IT}",
        from_start=True,
    ),
    _Meaning(
        r"scanning a block scalar",
        "'|' and '>' need a line break and indented lines after them",
        _QUOTE_IT,
    ),
    _Meaning(
        r"(expected key|<block end>|parsing a block mapping)",
        "this does not fit the lines above it",
        f"{_LINE_UP}, and that each quote is closed",
    ),
    _Meaning(
        r"node content",
        "there is a bracket, comma or dash here that is not expected",
        _QUOTE_IT,
    ),
    _Meaning(
        r"mapping keys are not allowed",
        "words cannot begin with '? '",
        _QUOTE_IT,
    ),
    _Meaning(
        r"<document start>",
        "this does not belong to what stands above it",
        _LINE_UP,
    ),
)
_UNKNOWN = _Meaning("", "this cannot be read", "look at the quotes, colons and spaces around it")


def explain(error: Exception, findings: Findings, reached: Place) -> None:
    """Note the parser's complaint, at its own place or else at the last place reached."""
    if not isinstance(error, MarkedYAMLError):
        findings.add(reached, _UNKNOWN.message, _UNKNOWN.hint)
        return
    complaint = f"{error.context or ''} {error.problem or ''}"
    place = _place(error.problem_mark) or reached
    if "cannot start any token" in complaint:
        _explain_character(findings, place)
        return
    brace = _brace_before(findings, place)
    if brace is not None:
        findings.add(brace, "words cannot begin with a brace", _QUOTE_IT)
        return
    meaning = _meaning(complaint)
    if meaning.from_start:
        place = _place(error.context_mark) or place
    findings.add(place, meaning.message, meaning.hint)


def _brace_before(findings: Findings, place: Place) -> Place | None:
    """Where a brace opens that closes right before a place: an input at the beginning of words."""
    before = findings.line(place)[: place.column - 1].rstrip()
    if before.endswith("}") and "{" in before:
        return Place(place.line, before.rindex("{") + 1)
    return None


def _meaning(complaint: str) -> _Meaning:
    for meaning in _MEANINGS:
        if re.search(meaning.complaint, complaint):
            return meaning
    return _UNKNOWN


def _explain_character(findings: Findings, place: Place) -> None:
    character = findings.line(place)[place.column - 1 :][:1]
    if character == "\t":
        tab = _MEANINGS[0]
        findings.add(place, tab.message, tab.hint)
    else:
        findings.add(place, f"words cannot begin with '{character}'", _QUOTE_IT)


def _place(mark: object) -> Place | None:
    line, column = getattr(mark, "line", None), getattr(mark, "column", None)
    if line is None or column is None:
        return None
    return Place(line + 1, column + 1)


PARSER_FAULTS = (YAMLError, ValueError, OverflowError, LookupError)
"""All that the parsers were seen to raise on odd input; the pure one is careless with numbers."""
