"""The one border that untrusted words cross on their way to a screen, a voice or a file."""

import re

_UNSAFE = (
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"  # CSI: colours, cursor moves, screen clears
    r"|(?:\x1b[]PX^_]|[\x90\x98\x9d-\x9f])"  # OSC, DCS, SOS, PM, APC: titles, clipboard writes
    r"[^\x07\x18\x1a\x1b\x80-\x9f]*(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*[0-~]"  # every shorter escape, and what introduces an unfinished longer one
    r"|[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)
"""A pattern that is made when it is first needed: most texts are all words."""
_GAP = re.compile(r"\s+")
_BREAKS = re.compile(r"[\n\t\u2028\u2029]")


def clean(text: str, *, lines: bool = False) -> str:
    """The words of a text, without anything a terminal would act on.

    Control bytes, whole escape sequences, direction overrides and lone surrogates are dropped; an
    escape sequence that never ends loses only its beginning, so that no words are lost with it.
    Newlines and tabs stay with `lines`; otherwise the gap they stand in becomes one space.
    """
    if text.isprintable():
        return text
    kept = re.sub(_UNSAFE, "", text)
    return kept if lines else _GAP.sub(_one_space, kept)


def _one_space(gap: re.Match[str]) -> str:
    return " " if _BREAKS.search(gap[0]) else gap[0]


def whole_number(typed: str, most: int) -> int | None:
    """A number from 1 to so many that was typed in digits, however many noughts come before it."""
    digits = typed.lstrip("0")
    if not (typed.isascii() and typed.isdecimal()) or not 0 < len(digits) <= len(str(most)):
        return None  # thousands of digits are no number that Python would read
    return number if (number := int(digits)) <= most else None


def folded(line: str, columns: int) -> list[str]:
    """A line broken at its blanks, so that a terminal of so many columns breaks no word of it.

    Further lines are indented as the first one is. What holds an escape is drawn, and stays.
    """
    if len(line) * 2 <= columns or "\x1b" in line or _cells(line) <= columns:
        return [line]
    indent = line[: min(len(line) - len(line.lstrip()), columns // 2)]
    lines = [""]
    for word in line.split():
        if lines[-1] and _cells(f"{indent}{lines[-1]} {word}") > columns:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".lstrip()
    return [indent + each for each in lines]


def _cells(text: str) -> int:
    """How many columns a text takes at most."""
    if text.isascii():
        return len(text)
    from unicodedata import east_asian_width  # noqa: PLC0415  only for letters that may be wide

    return sum(1 + (east_asian_width(letter) in "WF") for letter in text)


def is_unicode(encoding: str | None) -> bool:
    """Whether an encoding has every letter there is; none has but a few."""
    return (encoding or "").lower().startswith("utf")


def writable(text: str, encoding: str | None) -> str:
    """A text as far as an encoding has letters for it: an arrow becomes '->', the rest '?'."""
    encoding = encoding or "ascii"
    try:
        text.encode(encoding)
    except UnicodeEncodeError:
        return text.replace("→", "->").encode(encoding, "replace").decode(encoding)
    return text


def fitted(text: str, width: int, rest: str) -> str:
    """A text in exactly so many cells; one that is cut says so by `rest`, a sign of one cell."""
    from rich.cells import cell_len, set_cell_size  # noqa: PLC0415  only where rows are drawn

    if cell_len(text) > width:
        text = set_cell_size(text, width - 1).rstrip() + rest
    return set_cell_size(text, width)
