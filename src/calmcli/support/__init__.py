"""People and numbers to turn to: facts to print, by country. Nothing is dialled, nothing sent."""
# pathlib would be a tenth of the time until the first words of this page
# ruff: noqa: PTH118, PTH120, PTH208

import os
import re

from calmcli.support.facts import Support
from calmcli.support.reader import read_support
from calmcli.support.telling import support_lines

__all__ = ["Support", "countries", "find_support", "named_countries", "support_lines"]

FOLDER = os.path.join(os.path.dirname(os.path.dirname(__file__)), "content", "support")
"""One file a country, so that one can be verified at a time; and one for everywhere."""
_EVERYWHERE = "everywhere"
NOT_LISTED = "No lines for {code} came with calmcli. What is named here holds in no one country."
_TWO_LETTERS = re.compile("[A-Z]{2}")
_ALSO_CALLED = {"UK": "GB"}


def countries() -> list[str]:
    """The two-letter codes of the countries listed, in order."""
    names = (name.removesuffix(".json") for name in os.listdir(FOLDER) if name.endswith(".json"))
    return sorted(name for name in names if name != _EVERYWHERE)


def named_countries() -> list[tuple[str, str]]:
    """The countries listed, each by its two letters and its name, in the order of their names."""
    return sorted(
        ((code, _read(code).name or code) for code in countries()), key=lambda each: each[1]
    )


def find_support(country: str | None) -> Support:
    """Whom to turn to in a country, by its two letters; in no one country when it is not listed.

    CalmError when the files it was installed with cannot be read.
    """
    everywhere = _read(_EVERYWHERE)
    listed = countries()
    code = (country or "").strip().upper()
    code = _ALSO_CALLED.get(code, code)
    if code not in listed:
        notes = (NOT_LISTED.format(code=code),) if _TWO_LETTERS.fullmatch(code) else ()
        return everywhere._replace(listed=tuple(listed), notes=notes)
    return _read(code)._replace(directories=everywhere.directories)


def _read(name: str) -> Support:
    return read_support(os.path.join(FOLDER, f"{name}.json"))
