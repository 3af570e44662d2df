"""Settings that change nothing about what is shown first, seen without a parser for TOML.

Whoever has set a country or a voice gets the first words as soon as everybody else. Only lines that
are written as `calmcli settings set` writes them are understood; any other may mean anything.
"""

import os

from calmcli.ordinary import read_ordinary

_TRUE_FALSE = ("true", "false")
HARMLESS: "dict[str, dict[str, tuple[str, ...]]]" = {
    "[ask]": {"after": _TRUE_FALSE},
    "[home]": {"last_used": _TRUE_FALSE, "visit_name": _TRUE_FALSE},
    "[sound]": {
        "voice": _TRUE_FALSE,
        "chimes": _TRUE_FALSE,
        "bell": _TRUE_FALSE,
        "volume": tuple(map(str, range(101))),
    },
    "[support]": {"country": ()},
}
"""By table and key, the values that are known to be in order; a country is looked for."""
_LARGEST = 4096
_COUNTRIES = f"{os.path.dirname(__file__)}/content/support"  # noqa: PTH120  pathlib takes 5 ms


def changes_nothing(path: str) -> bool:
    """Whether a file of settings leaves what is shown first as it is, beyond doubt."""
    try:
        return is_harmless(read_ordinary(path, _LARGEST))
    except (OSError, ValueError):
        return False


def is_harmless(data: bytes) -> bool:
    """Whether all that a file says is among what is harmless, and each said once."""
    if len(data) > _LARGEST:
        return False
    table, seen = "", set[str]()
    for line in data.decode().split("\n"):
        key, _, value = line.partition(" = ")
        said = f"{table} {key}"
        if line in HARMLESS:
            table = said = line
        elif not line or (line.startswith("#") and line.isprintable()):
            continue
        elif not _is_known(table, key, value):
            return False
        if said in seen:
            return False
        seen.add(said)
    return True


def _is_known(table: str, key: str, value: str) -> bool:
    if (table, key) == ("[support]", "country"):
        code = value[1:-1]
        quoted = value == f'"{code}"' and len(code) == 2 and code.isalpha() and code.isupper()  # noqa: PLR2004
        return quoted and code.isascii() and os.path.exists(f"{_COUNTRIES}/{code}.json")  # noqa: PTH110
    return value in HARMLESS.get(table, {}).get(key, ())
