"""The keys that a person chose, checked: known, spelled as keys, and no two alike on a screen."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from calmcli.settings.bindings import DEFAULT_KEYS, STEADY, default_keys, neighbours
from calmcli.settings.key_names import RESERVED, key_called, spelled
from calmcli.text import clean
from calmcli.words import keys as said
from calmcli.words.wording import nearest, or_meant, quoted

TABLE = "keys"
MOST_KEYS = 4
Chosen = Mapping[str, tuple[str, ...]]
"""Keys by the id of what they are for."""
Path = tuple[str | int, ...]


class Problem(NamedTuple):
    """Something about a key that does not count."""

    at: Path
    """Where it stands, below the table of keys."""
    message: str


class Checked(NamedTuple):
    """What counts of a table of keys."""

    chosen: dict[str, tuple[str, ...]]
    problems: tuple[Problem, ...]


def check_keys(table: Mapping[str, object]) -> Checked:
    """What counts, and what does not; a key that two things want stays where it was."""
    chosen: dict[str, tuple[str, ...]] = {}
    places: dict[str, Path] = {}
    problems: list[Problem] = []
    for at, name, written in _written(table, ()):
        if name not in DEFAULT_KEYS:
            meant = did_you_mean(name)
            message = said.NO_SUCH.format(name=clean(name)[:40], meant=meant)
            problems.append(Problem(at, message))
            continue
        keys, fault = understand_keys(name, written)
        if fault:
            problems.append(Problem(at, fault + said.DEFAULT_USED))
        else:
            chosen[name], places[name] = keys, at
    for name, message in _clashes(chosen):
        problems.append(Problem(places[name], message + said.DEFAULT_USED))
    return Checked(chosen, tuple(problems))


def keys_of(chosen: Chosen, name: str) -> tuple[str, ...]:
    """The keys that something has: those that were chosen, and those that always stay."""
    usual = default_keys(name)
    if name not in chosen:
        return usual
    return tuple(dict.fromkeys([*chosen[name], *(key for key in usual if key in STEADY)]))


def understand_keys(name: str, written: object) -> tuple[tuple[str, ...], str]:
    """The keys that are meant, by Textual's names, and what is wrong where they cannot be."""
    spellings = [*_split(written)] if isinstance(written, str) else written
    if not isinstance(spellings, list) or not 1 <= len(spellings) <= MOST_KEYS:
        return (), said.NOT_A_KEY.format(name=name, needs=said.NEEDS, told=_told(written))
    keys = []
    for spelling in spellings:
        key = key_called(clean(spelling)) if isinstance(spelling, str) else None
        if key is None:
            return (), said.NOT_A_KEY.format(name=name, needs=said.NEEDS, told=_told(spelling))
        if key in RESERVED and key not in default_keys(name):
            return (), said.LEAVES.format(name=name, key=spelled(key))
        keys.append(key)
    return tuple(dict.fromkeys(keys)), ""


def clash(chosen: Chosen, name: str) -> str:
    """What is said where something has a key that another thing on the same screen has too."""
    keys = keys_of(chosen, name)
    for _, other in neighbours(name):
        for key in keys_of(chosen, other):
            if key in keys:
                return said.TAKEN.format(name=name, key=spelled(key), other=other)
    return ""


def did_you_mean(name: str) -> str:
    """A clause that names what was likely meant, or where all of them are named."""
    return or_meant(nearest(name, DEFAULT_KEYS), f"; {said.SET_BY}")


def _clashes(chosen: dict[str, tuple[str, ...]]) -> Iterator[tuple[str, str]]:
    """Take out, the last first, what clashes, until nothing does; what was taken out and why."""
    while True:
        found = ((name, clash(chosen, name)) for name in reversed(chosen))
        name, message = next(((name, message) for name, message in found if message), ("", ""))
        if not message:
            return
        del chosen[name]
        yield name, message


def _written(
    table: Mapping[str, object], above: tuple[str, ...]
) -> Iterator[tuple[Path, str, object]]:
    """Everything in a table of keys; an id may stand with or without its quotes."""
    for part, written in table.items():
        at = (*above, part)
        if isinstance(written, dict):
            yield from _written(written, at)
        else:
            yield at, ".".join(at), written


def _split(text: str) -> Iterable[str]:
    """The keys in a text with commas between them; a comma alone is one."""
    if text.strip() == ",":
        return [","]
    return [part.strip() or part[:1] for part in text.split(",")]


def _told(written: object) -> str:
    match written:
        case list():
            return "that list"
        case bool() | int() | float() | str():
            return quoted(str(written))
    return "that"
