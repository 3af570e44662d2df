"""Text that Markdown shows as it is."""

import re

_SIGNS = str.maketrans({sign: f"\\{sign}" for sign in "\\`*_[]<>#|~&"})
_AT_THE_BEGINNING = re.compile(r"^(\s*)([-+=]|\d+(?=[.)]))")


def as_it_is(line: str) -> str:
    """A line that Markdown makes nothing of: no heading, list, link, code or table."""
    return _AT_THE_BEGINNING.sub(_escaped, line.translate(_SIGNS))


def _escaped(begins: re.Match[str]) -> str:
    sign = begins[2]
    return f"{begins[1]}{sign}\\" if sign.isdigit() else f"{begins[1]}\\{sign}"
