"""The country that was set, read without all that checking every setting takes."""

import re
from collections.abc import Mapping

from calmcli.ordinary import read_ordinary

UNREADABLE = "settings.toml could not be read, so no country was taken from it."
MOST_BYTES = 64 * 1024
"""As long as a file of settings may be."""
_TWO_LETTERS = re.compile("[A-Za-z]{2}")


class UnreadableSettings(Exception):  # noqa: N818  caught where it becomes a sentence
    """There are settings, and no telling what they are."""


def country_set(settings: str) -> str | None:
    """`support.country` of a file of settings; None where it is not set to two letters.

    Raises UnreadableSettings.
    """
    try:
        data = read_ordinary(settings, MOST_BYTES)
        import tomllib  # noqa: PLC0415  most people have no such file

        from calmcli.toml import endless_at  # noqa: PLC0415

        text = data.decode("utf-8-sig")
        if len(data) > MOST_BYTES or endless_at(text) is not None:
            raise UnreadableSettings
        written = tomllib.loads(text)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError, RecursionError) as error:
        raise UnreadableSettings from error
    group = written.get("support")
    country = group.get("country") if isinstance(group, Mapping) else None
    known = isinstance(country, str) and _TWO_LETTERS.fullmatch(country.strip())
    return str(country).strip() if known else None
