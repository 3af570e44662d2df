"""Writing the sound file: whole or not at all, and never over another unasked."""

import subprocess
import sys
import wave
from collections.abc import Callable, Iterator
from errno import ENOSPC
from pathlib import Path
from shutil import which
from typing import IO

from msgspec import Struct

from calmcli.errors import CalmError, UsageError
from calmcli.paths import move_if_absent, written_whole
from calmcli.text import clean
from calmcli.voice.chimes import BYTES_PER_SAMPLE, RATE, SAMPLES_PER_MS, describe
from calmcli.voice.groups import end_group, own_group
from calmcli.words import sound as said

ENCODERS = {
    ".opus": ["-c:a", "libopus", "-b:a", "48k", "-f", "opus"],
    ".mp3": ["-c:a", "libmp3lame", "-b:a", "96k", "-write_xing", "0", "-f", "mp3"],
}
"""What ffmpeg is told, by the ending of the file's name."""
PLAIN = ".wav"
MOST_MS = (2**32 - 2**10) // (SAMPLES_PER_MS * BYTES_PER_SAMPLE)
"""The longest a WAV file can be, in milliseconds."""

Told = Callable[[int], None]
"""Called with how many milliseconds have been written so far."""


class Target(Struct, frozen=True):
    """The file that is wanted."""

    path: Path
    overwrite: bool = False
    """Whether a file of that name may be replaced."""


def check_target(target: Target, length_ms: int) -> None:
    """Find out beforehand what would stand in the way. Raises UsageError that names it."""
    ending, path = target.path.suffix.lower(), target.path
    shown = clean(str(path))
    if ending not in (PLAIN, *ENCODERS):
        raise UsageError(said.NO_ENDING.format(path=shown))
    if ending in ENCODERS and which("ffmpeg") is None:
        raise UsageError(said.NO_FFMPEG.format(ending=ending))
    if length_ms > MOST_MS:
        raise UsageError(said.TOO_LONG)
    try:
        if not path.parent.is_dir():
            raise UsageError(said.NO_FOLDER.format(path=clean(str(path.parent))))
        if path.is_dir():
            raise UsageError(said.A_FOLDER.format(path=shown))
        if path.exists() and not target.overwrite:
            raise UsageError(said.ALREADY_THERE.format(path=shown))
    except (OSError, ValueError):  # ValueError: a zero byte in the name
        raise CalmError(said.NOT_WRITTEN.format(path=shown)) from None


def write_sound(target: Target, pieces: Iterator[bytes], told: Told) -> None:
    """Write the pieces as the file that is wanted; raises UsageError or CalmError, in one line.

    Until all of it is on the disk the file has another name; whatever goes wrong takes that away.
    """
    path, shown = target.path, clean(str(target.path))
    put = Path.replace if target.overwrite else move_if_absent
    try:
        with written_whole(path, put) as file:
            if path.suffix.lower() == PLAIN:
                _write_plain(file, _counted(pieces, told))
            else:
                _write_encoded(file, ENCODERS[path.suffix.lower()], _counted(pieces, told))
    except FileExistsError:
        raise UsageError(said.ALREADY_THERE.format(path=shown)) from None
    except (OSError, ValueError) as error:
        full = getattr(error, "errno", None) == ENOSPC
        message = said.NO_ROOM if full else said.NOT_WRITTEN
        raise CalmError(message.format(path=shown)) from None


def _counted(pieces: Iterator[bytes], told: Told) -> Iterator[bytes]:
    done = 0
    for piece in pieces:
        yield piece
        done += len(piece)
        told(done // (SAMPLES_PER_MS * BYTES_PER_SAMPLE))


def _write_plain(file: IO[bytes], pieces: Iterator[bytes]) -> None:
    with wave.open(file, "wb") as sound:
        describe(sound)
        for piece in pieces:
            sound.writeframesraw(piece)


def _write_encoded(file: IO[bytes], encoding: list[str], pieces: Iterator[bytes]) -> None:
    """Hand the pieces to ffmpeg, which writes where we tell it to."""
    sort = ["-f", f"s16{sys.byteorder[0]}e", "-ar", str(RATE), "-ac", "1"]
    quiet = ["-hide_banner", "-loglevel", "error", "-nostats"]
    argv = ["ffmpeg", *quiet, *sort, "-i", "pipe:0", *encoding, "pipe:1"]
    with subprocess.Popen(  # noqa: S603  ffmpeg, with nothing of anyone's in its arguments
        argv, stdin=subprocess.PIPE, stdout=file, stderr=subprocess.DEVNULL, **own_group()
    ) as process:
        try:
            for piece in pieces:
                process.stdin.write(piece)  # type: ignore[union-attr]
        except BrokenPipeError:
            pass  # it has ended, and how it ended tells
        except BaseException:
            end_group(process)
            raise
    if process.returncode:
        raise CalmError(said.FFMPEG_FAILED)
