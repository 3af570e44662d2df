"""The files in a person's own folder of scripts, whatever else that folder may hold."""

import os
import re
from pathlib import Path

from msgspec import Struct

from calmcli.content.files import read_bytes
from calmcli.content.problems import Problem, ScriptError, whole_file

_ENDINGS = (".yaml", ".yml")
_ID_LINE = re.compile(rb"""(?m)^id:[ \t]*(["']?)([a-z0-9-]{1,40})\1[ \t]*(?:#.*)?\r?$""")
_ESCAPE = b"\\"


class Draft(Struct, frozen=True):
    """A file as it is: perhaps a script, perhaps not."""

    path: Path
    data: bytes

    def claims(self) -> str | None:
        """The id it seems to give itself, without reading it as a script; None when none shows."""
        found = _ID_LINE.search(self.data)
        return found[2].decode("ascii") if found else None

    def may_be(self, script_id: str) -> bool:
        """Whether it could have an id: no other file is worth reading in search of it."""
        return _ESCAPE in self.data or script_id.encode() in self.data


def script_paths(folder: Path) -> tuple[list[Path], list[Problem]]:
    """The script files of a folder by name, and what is wrong with the folder, if anything."""
    try:
        names = sorted(os.listdir(folder))  # noqa: PTH208 - iterdir lists late and then raises
    except FileNotFoundError:
        return [], []
    except NotADirectoryError:
        return [], [whole_file(folder.name, "this is a file, not a folder of scripts")]
    except (OSError, ValueError):
        return [], [whole_file(folder.name, "this folder of scripts cannot be opened")]
    # Editors keep their locks and backups in hidden files beside the real ones.
    visible = (name for name in names if not name.startswith("."))
    return [folder / name for name in visible if name.lower().endswith(_ENDINGS)], []


def drafts(folder: Path) -> tuple[list[Draft], list[Problem]]:
    """All readable script files of a folder by name, and what is wrong with the others."""
    paths, problems = script_paths(folder)
    readable = []
    for path in paths:
        try:
            readable.append(Draft(path, read_bytes(path, path.name)))
        except ScriptError as error:
            problems += error.problems
    return readable, problems


def own_drafts(folder: Path, script_id: str) -> list[Draft]:
    """The files named after an id; ScriptError when one is there that cannot be read."""
    found = []
    for ending in _ENDINGS:
        path = folder / f"{script_id}{ending}"
        if os.path.lexists(path):
            found.append(Draft(path, read_bytes(path, path.name)))
    return found
