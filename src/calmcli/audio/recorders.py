"""The programs that can speak into a file, and how each is asked to."""

import sys
from collections.abc import Callable
from pathlib import Path
from shutil import which

from msgspec import Struct

Argv = Callable[[Path, bool], list[str]]
"""The command for a file to write, and whether to speak faster; the words come on its input."""

_RATE, _FASTER = "150", "210"
"""Words a minute."""


class Recorder(Struct, frozen=True):
    """One such program."""

    name: str
    argv: Argv


def find_recorder() -> Recorder | None:
    """The first that is installed here; None when none is."""
    return next((each for each in _known() if which(each.name)), None)


def _known() -> list[Recorder]:
    if sys.platform == "win32":
        return [Recorder(name, _powershell(name)) for name in ("powershell", "pwsh")]
    found = [Recorder(name, _espeak(name)) for name in ("espeak-ng", "espeak")]
    if sys.platform == "darwin":
        found.insert(0, Recorder("say", _say))
    return found


def _espeak(name: str) -> Argv:
    def argv(path: Path, faster: bool) -> list[str]:  # noqa: FBT001
        return [name, "--stdin", "-s", _FASTER if faster else _RATE, "-w", str(path)]

    return argv


def _say(path: Path, faster: bool) -> list[str]:  # noqa: FBT001
    rate = _FASTER if faster else _RATE
    sort = ["--file-format=WAVE", "--data-format=LEI16@22050"]
    return ["say", "-r", rate, *sort, "-o", str(path), "-f", "-"]


def _powershell(name: str) -> Argv:
    def argv(path: Path, faster: bool) -> list[str]:  # noqa: FBT001
        target = str(path).replace("'", "''")
        spoken = (
            "[Console]::InputEncoding = [Text.Encoding]::UTF8;"
            " Add-Type -AssemblyName System.Speech;"
            " $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer;"
            f" $voice.Rate = {2 if faster else -1}; $voice.SetOutputToWaveFile('{target}');"
            " $voice.Speak([Console]::In.ReadToEnd()); $voice.Dispose()"
        )
        return [name, "-NoProfile", "-NonInteractive", "-Command", spoken]

    return argv
