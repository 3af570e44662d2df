"""Whether what comes first is known beforehand: nothing set here, and no script, changes it."""

import os
import sys

TYPE_CHECKING = False  # as in typing, which takes 5 ms
if TYPE_CHECKING:
    from collections.abc import Mapping

_DOUBTFUL = ("CALMCLI_", "PYTHONIO", "TEXTUAL", "NO_COLOR", "COLUMNS", "LINES", "ANDROID_")
"""How the names of variables begin that may change what is drawn, or where things are kept."""
_HOME = "CALMCLI_HOME"
NO_SCREENS = ("", "dumb", "unknown")
"""What TERM is where nothing can be drawn."""
_SCRIPT_ENDINGS = (".yaml", ".yml")


def is_known(environ: "Mapping[str, str]", *, for_any_script: bool) -> bool:
    """Whether nothing here can change what the app shows first, nor the place of it."""
    if sys.platform == "win32" or environ.get("TERM", "") in NO_SCREENS:
        return False
    if any(name.startswith(_DOUBTFUL) and name != _HOME for name in environ):
        return False
    folders = known_folders(environ)
    if folders is None:
        return False
    config, data = folders
    return _changes_nothing(f"{config}/settings.toml") and (
        for_any_script or not _may_hold_scripts(f"{data}/scripts")
    )


def known_folders(environ: "Mapping[str, str]") -> "tuple[str, str] | None":
    """Where settings and scripts are kept; None where that takes more to find out."""
    chosen = environ.get(_HOME)
    if chosen:
        return (chosen, chosen) if chosen.startswith("/") else None
    home = environ.get("HOME", "")
    if not home.startswith("/"):
        return None
    home = home.rstrip("/")
    if sys.platform == "darwin":
        config = data = f"{home}/Library/Application Support"
        if any(name.startswith("XDG_") for name in environ):
            return None
    else:
        config = environ.get("XDG_CONFIG_HOME") or f"{home}/.config"
        data = environ.get("XDG_DATA_HOME") or f"{home}/.local/share"
    if not (config.startswith("/") and data.startswith("/")):
        return None
    return f"{config.rstrip('/')}/calmcli", f"{data.rstrip('/')}/calmcli"


def _changes_nothing(settings: str) -> bool:
    try:
        os.stat(settings)  # noqa: PTH116  pathlib takes 5 ms
    except (FileNotFoundError, NotADirectoryError):
        return True
    except (OSError, ValueError):
        return False
    from calmcli.first_settings import changes_nothing  # noqa: PLC0415  many people have no such file

    return changes_nothing(settings)


def _may_hold_scripts(folder: str) -> bool:
    try:
        names = os.listdir(folder)  # noqa: PTH208  pathlib takes 5 ms
    except FileNotFoundError:
        return False
    except (OSError, ValueError):
        return True
    return any(name.lower().endswith(_SCRIPT_ENDINGS) for name in names)
