"""Text in the cells of a spreadsheet: never a formula, and the same text when it comes back.

A cell that begins with one of a few signs is carried out by a spreadsheet, and one that takes
another sign for the comma may begin a cell in the midst of ours. So wherever a cell could begin, an
apostrophe is put before such a sign, and before an apostrophe that is there already. Taking one
away at those places gives the text back.
"""

import re

_FORMULA = "=+\\-@\t\r＝＋－＠"  # noqa: RUF001  # full-width signs count as signs too
_COULD_BEGIN = r'(?:^|(?<=[,;\t\r\n|"]))'
_TO_DEFUSE = re.compile(rf"{_COULD_BEGIN}(?=[{_FORMULA}'])")
_DEFUSED = re.compile(rf"{_COULD_BEGIN}'(?=[{_FORMULA}'])")
_NO_WORDS = "'"
"""Stands for a text without letters, since an empty cell stands for none."""


def to_cell(text: str) -> str:
    """A text as a cell that nothing carries out; never empty."""
    return _TO_DEFUSE.sub("'", text) or _NO_WORDS


def from_cell(cell: str) -> str:
    """The text that `to_cell` made a cell of."""
    return "" if cell == _NO_WORDS else _DEFUSED.sub("", cell)
