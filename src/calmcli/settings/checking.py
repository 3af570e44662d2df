"""From what a file holds to the settings, and a line for each thing in it that does not count."""

from collections.abc import Iterator
from typing import NamedTuple

from msgspec import convert

from calmcli.settings.contents import Contents, Trouble
from calmcli.settings.keymap import TABLE, check_keys
from calmcli.settings.keys import Path, all_keys, did_you_mean
from calmcli.settings.model import Settings
from calmcli.settings.values import told, understand
from calmcli.words.wording import quoted

MOST_PROBLEMS = 20
"""Problems that are told one by one; of more, only how many there are."""

UNKNOWN = "unknown key {name}, which is left out{meant}"
NOT_A_TABLE = "'{name}' needs keys of its own, such as {example}, not {told}; it is left out"
MORE = "{file}: and {count} more like these"


class _Found(NamedTuple):
    at: Path
    message: str
    """Empty for a key that is not known: what was meant takes a while to find out."""


def check(contents: Contents, file: str) -> tuple[Settings, tuple[str, ...]]:
    """What is set in the contents of a file of that name, and the problems in it."""
    values: dict[str, object] = {}
    found = list(_walk(contents.table, (), values))
    return convert(values, Settings), _told(file, contents, found)


def _walk(
    table: dict[str, object], above: tuple[str, ...], values: dict[str, object]
) -> Iterator[_Found]:
    """Fill in the values of a table as far as they count, and tell what does not."""
    known = {key.path: key for key in all_keys().values()}
    tables = {key.path[:-1]: name for name, key in reversed(all_keys().items())}
    for name, written in table.items():
        path = (*above, name)
        if key := known.get(path):
            understood = understand(key, written)
            if understood.value is not None:
                values[name] = understood.value
            for fault in understood.faults:
                message = f"'{name}' {fault.message}; {fault.instead}"
                yield _Found((*path, *fault.at), message)
        elif path == (TABLE,) and isinstance(written, dict):
            checked = check_keys(written)
            values[name] = checked.chosen
            yield from (_Found((*path, *each.at), each.message) for each in checked.problems)
        elif path not in tables and path != (TABLE,):
            yield _Found(path, "")
        elif isinstance(written, dict):
            inner = values[name] = dict[str, object]()
            yield from _walk(written, path, inner)
        else:
            example = tables.get(path, "keys.session.pause")
            message = NOT_A_TABLE.format(name=name, example=example, told=told(written))
            yield _Found(path, message)


def _unknown(path: Path) -> str:
    beside = {key.path[: len(path)] for key in all_keys().values() if len(key.path) >= len(path)}
    choices = [".".join(other) for other in sorted(beside) if other[:-1] == path[:-1]]
    name = ".".join(f'"{part}"' if "." in str(part) else str(part) for part in path)
    return UNKNOWN.format(name=quoted(name), meant=did_you_mean(name, choices))


def _told(file: str, contents: Contents, found: list[_Found]) -> tuple[str, ...]:
    troubles = [*_located(contents.text, found), *contents.troubles]
    problems = [trouble.told(file) for trouble in troubles]
    count = len(found) + len(contents.troubles) - len(problems)
    return (*problems, MORE.format(file=file, count=count)) if count else tuple(problems)


def _located(text: str, found: list[_Found]) -> list[Trouble]:
    """The first of what was found, in the order of the file."""
    if not found:
        return []
    from calmcli.settings.places import lines_of  # noqa: PLC0415 - only a mistake pays for it

    lines = lines_of(text)
    in_order = sorted(found, key=lambda each: lines[each.at])[:MOST_PROBLEMS]
    return [Trouble(lines[at], message or _unknown(at)) for at, message in in_order]
