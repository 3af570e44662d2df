"""A short text as a QR code, so that a phone takes it along with no network."""

import re
from typing import TYPE_CHECKING, Any

from calmcli.errors import UsageError
from calmcli.words import papers as on_paper

if TYPE_CHECKING:
    from segno import QRCode

_QUIET = 4
"""Modules left free around the code, as its standard asks."""
_ROWS_KEPT = 1
"""The row under the code where the cursor goes on."""
_LARGEST = 40
_SMALLEST = 17
"""A code of version n is 4 n + 17 modules wide."""
_MODE_BITS = 4
MOST_ON_PAPER = 400
"""Bytes of a code whose modules a phone can still tell apart at the size it is printed."""
_LONGER_COUNT_FROM = 10
"""From this version on the count of bytes takes 16 bits instead of 8."""
_NAMING_THE_LETTERS = 2
"""Bytes that it takes to say that letters are UTF-8; where it is unsaid, decoders guess."""
_DARK_ON_LIGHT, _DARK, _PLAIN = "\x1b[38;5;16;48;5;231m", "\x1b[48;5;16m", "\x1b[0m"
"""The same two colours on any terminal, whatever its own are: a phone needs dark on light."""
_BLOCKS = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}

_FULL = _BLOCKS[True, True]
_RUN = re.compile(f"{_FULL}+|[^{_FULL}]+")


def largest_version(columns: int, rows: int) -> int:
    """The largest code that can be seen as a whole at this size; 0 when none can be."""
    modules = min(columns, 2 * (rows - _ROWS_KEPT)) - 2 * _QUIET
    return max(0, min(_LARGEST, (modules - _SMALLEST) // 4))


def most_bytes(columns: int, rows: int) -> int:
    """How many bytes of text a terminal of this size holds as a code; 0 when none fits."""
    from segno import consts  # noqa: PLC0415  only when a code is drawn

    version = largest_version(columns, rows)
    if not version:
        return 0
    capacities: Any = consts.SYMBOL_CAPACITY
    bits = int(capacities[version][consts.ERROR_LEVEL_L])
    return (bits - _MODE_BITS - (8 if version < _LONGER_COUNT_FROM else 16)) // 8


def code_for(text: str, most: int) -> "QRCode":
    """The code of a text. Raises UsageError when it has more bytes than are to be had."""
    import segno  # noqa: PLC0415  only when a code is drawn

    plain = text.isascii()
    count = len(text.encode()) + (0 if plain else _NAMING_THE_LETTERS)
    if not text:
        raise UsageError(on_paper.NO_TEXT)
    if count > most:
        raise UsageError(
            on_paper.TOO_MUCH.format(count=count, most=most) if most else on_paper.TOO_SMALL
        )
    return segno.make_qr(text, error="l", mode="byte", encoding="utf-8", eci=not plain)


def half_blocks(code: "QRCode") -> list[str]:
    """The code in lines of half blocks, its quiet zone around it."""
    rows = [[bool(dark) for dark in row] for row in code.matrix_iter(border=_QUIET)]
    if len(rows) % 2:
        rows.append([False] * len(rows[0]))
    return [
        "".join(_BLOCKS[pair] for pair in zip(upper, lower, strict=True))
        for upper, lower in zip(rows[::2], rows[1::2], strict=True)
    ]


def coloured(lines: list[str]) -> list[str]:
    """The lines for a terminal: what is dark as a whole is background, which leaves no seams."""
    return [
        "".join(f"{_DARK if dark else _DARK_ON_LIGHT}{run}" for run, dark in runs(line)) + _PLAIN
        for line in lines
    ]


def runs(line: str) -> list[tuple[str, bool]]:
    """A line in pieces: blanks on a dark ground where True, else dark letters on a light one."""
    return [
        (" " * len(run) if run[0] == _FULL else run, run[0] == _FULL) for run in _RUN.findall(line)
    ]


def svg(code: "QRCode") -> str:
    """The code as a picture for a page."""
    return str(code.svg_inline(border=_QUIET, omitsize=True, dark="#000", light="#fff"))
