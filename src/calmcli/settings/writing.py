"""Setting one thing in the file, with everything else that a person wrote there left as it is."""

import os
import stat
from pathlib import Path as FilePath

from msgspec import inspect

from calmcli.errors import CalmError, UsageError
from calmcli.paths import private_folder, write_private
from calmcli.settings.contents import Contents, contents_of
from calmcli.settings.file import MOST_BYTES, read_file
from calmcli.settings.key_names import spelled
from calmcli.settings.keymap import TABLE, check_keys, clash, understand_keys
from calmcli.settings.keys import DEFAULT, Key, find_key
from calmcli.settings.values import understand

_SWITCHED = {
    **dict.fromkeys(("yes", "y", "on", "true"), "true"),
    **dict.fromkeys(("no", "n", "off", "false"), "false"),
}
"""What people type for true and false; the file has those two."""
NOT_READ = "nothing was changed, because the file cannot be read as it is: {trouble}"
NOT_WRITTEN = "{file} cannot be written to, so nothing was changed"
NOT_KEPT = (
    "nothing was changed: {file} is written in a way that only an editor can change without loss"
)


def set_setting(path: FilePath, key: str, value_text: str) -> None:
    """Set one thing in the file; an empty text or the word `default` takes it out.

    A link is followed and kept: settings often travel in a repository of their own. Raises
    UsageError for an unknown key or a value it cannot take, CalmError when the file cannot be
    changed; it is then as it was.
    """
    setting = find_key(key)
    value = _value(setting, key, value_text)
    target = FilePath(os.path.realpath(path))
    contents = read_file(target) or Contents("", {})
    if contents.troubles:
        raise CalmError(NOT_READ.format(trouble=contents.troubles[0].told(path.name)))
    place = setting.path
    if place[0] == TABLE:
        _refuse_clash(contents.table, place[1], value)
        place = _where(contents.table, place)
    text = _changed(contents, place, value)
    data = None if text is None else text.replace("\n", contents.newline).encode()
    if data is None or not _is_kept(contents, data, place, value):
        raise CalmError(NOT_KEPT.format(file=path.name))
    if text == contents.text:
        return
    try:
        _write(path, target, data)
    except OSError as error:
        raise CalmError(NOT_WRITTEN.format(file=path)) from error


def _value(setting: Key, name: str, text: str) -> object:
    """What is to be written; None when the setting is to be taken out."""
    if text.strip() in ("", DEFAULT):
        return None
    if setting.path[0] == TABLE:
        keys, fault = understand_keys(setting.path[1], text)
        if fault:
            raise UsageError(fault)
        names = [spelled(key) for key in keys]
        return names[0] if len(names) == 1 else names
    if isinstance(setting.expected, inspect.BoolType):
        text = _SWITCHED.get(text.strip().casefold(), text)
    value, faults = understand(setting, text)
    if faults:
        raise UsageError(f"'{name}' {faults[0].message}")
    match value:
        case tuple():
            return list(value) or None
        case float() if value.is_integer():
            return int(value)
    return value


def _changed(contents: Contents, path: tuple[str, ...], value: object) -> str | None:
    """The text as it is to be; None when it cannot be edited."""
    from calmcli.settings import edits  # noqa: PLC0415 - only a change pays for tomlkit

    group = _group(contents.table, path)
    try:
        if group is not None and path[-1] in group:
            return edits.replace(contents.text, path, value)
        if value is None:
            return contents.text
        text = contents.text
        if group is None and path[0] in contents.table:
            text = edits.replace(text, path[:1], None)
        return edits.add(text, path, value, is_new=group is None)
    except edits.EditError:
        return None


def _is_kept(before: Contents, data: bytes, path: tuple[str, ...], value: object) -> bool:
    """Whether changed bytes say what they are to say, and of all else what was said before."""
    after = contents_of(data)
    is_set = _take(after.table, path) == value
    _take(before.table, path)
    return is_set and after.table == before.table and len(data) <= MOST_BYTES


def _group(table: dict[str, object], path: tuple[str, ...]) -> dict[str, object] | None:
    """The table that a setting belongs into, None when there is no such table."""
    group: object = table
    for part in path[:-1]:
        group = group.get(part) if isinstance(group, dict) else None
    return group if isinstance(group, dict) else None


def _take(table: dict[str, object], path: tuple[str, ...]) -> object:
    """Take a setting out of a table, along with what held it and nothing else; its value."""
    name, *below = path
    if not below:
        return table.pop(name, None)
    group = table.get(name)
    value = _take(group, tuple(below)) if isinstance(group, dict) else None
    if not group or not isinstance(group, dict):
        table.pop(name, None)
    return value


def _refuse_clash(table: dict[str, object], binding: str, value: object) -> None:
    """Raises UsageError where a key would be that of something else on the same screen too."""
    written = table.get(TABLE)
    chosen = check_keys(written).chosen if isinstance(written, dict) else {}
    chosen.pop(binding, None)
    if value is not None:
        chosen[binding], _ = understand_keys(binding, value)
    if message := clash(chosen, binding):
        raise UsageError(message)


def _where(table: dict[str, object], place: tuple[str, ...]) -> tuple[str, ...]:
    """Where a key is set, or is to be: under its id as it is, or in tables of the id's parts."""
    in_parts = (place[0], *place[1].split("."))
    group = _group(table, in_parts)
    return in_parts if group is not None and in_parts[-1] in group else place


def _write(path: FilePath, target: FilePath, data: bytes) -> None:
    private_folder(path.parent)
    if not target.parent.is_dir():
        private_folder(target.parent)
    if target.exists() and not target.stat().st_mode & stat.S_IWUSR:
        raise PermissionError  # replacing it would get round a wish to leave it alone
    write_private(target, data)
