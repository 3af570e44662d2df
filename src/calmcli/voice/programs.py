"""The programs that speak and the programs that play, best first."""

import sys
from collections.abc import Callable
from pathlib import Path
from shutil import which

from calmcli.voice.outlet import Order, Program

_POWERSHELL = ("powershell", "pwsh")
_QUIET = ("-NoProfile", "-NonInteractive", "-Command")
_SPEAK = (
    "[Console]::InputEncoding = [Text.Encoding]::UTF8; Add-Type -AssemblyName System.Speech;"
    " $voice = New-Object System.Speech.Synthesis.SpeechSynthesizer; $voice.Rate = -1;"
    " $voice.Speak([Console]::In.ReadToEnd())"
)
_PLAY = "(New-Object Media.SoundPlayer '{}').PlaySync()"


def speech_programs() -> list[Program[str]]:
    """Those that are installed here; each takes its words from its input."""
    known = [
        # -e hands on what it reads, so ending it silences nobody: -C does
        _speaking("spd-say", "-e", "-r", "-20", "-P", "text", stop=("spd-say", "-C")),
        _speaking("espeak-ng", "--stdin", "-s", "150"),
        _speaking("espeak", "--stdin", "-s", "150"),
    ]
    if sys.platform == "darwin":
        known.insert(0, _speaking("say", "-r", "150", "-f", "-"))
    if sys.platform == "win32":
        known = [_speaking(name, *_QUIET, _SPEAK) for name in _POWERSHELL]
    return [program for program in known if which(program.name)]


def player_programs() -> list[Program[Path]]:
    """Those that are installed here; each plays one file."""
    known = [
        _playing("pw-play"),
        _playing("paplay"),
        _playing("aplay", "-q"),
        _playing("afplay"),
        _playing("play", "-q"),
        _playing("ffplay", "-nodisp", "-autoexit", "-loglevel", "quiet"),
    ]
    if sys.platform == "win32":
        known = [_playing(name, *_QUIET, last=_quoted) for name in _POWERSHELL]
    return [program for program in known if which(program.name)]


def _speaking(name: str, *options: str, stop: tuple[str, ...] = ()) -> Program[str]:
    # the space keeps spd-say from taking words for a command of its own
    return Program(name, lambda words: Order([name, *options], f" {words}\n"), stop)


def _playing(name: str, *options: str, last: Callable[[Path], str] = str) -> Program[Path]:
    return Program(name, lambda path: Order([name, *options, last(path)]))


def _quoted(path: Path) -> str:
    return _PLAY.format(str(path).replace("'", "''"))
