"""Where things are kept, and how a private file is written. Nothing is made until it is needed."""

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from errno import EEXIST
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from calmcli.errors import CalmError

HOME_VARIABLE = "CALMCLI_HOME"
PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600
_OTHERS = 0o077
_LONGEST_NAME = 100

NO_HOME = (
    "calmcli could not find your home folder, so it does not know where to keep things."
    f" Set {HOME_VARIABLE} to the full path of a folder that may be written to."
)


class Places(Struct, frozen=True):
    """Where everything of one person is kept; any of it may not be there yet."""

    journal: Path
    """The journal, one file."""
    settings: Path
    """What the person has set, one file."""
    scripts: Path
    """The folder of the person's own scripts."""
    support: Path
    """The file of support lines of the person's own."""
    visits: Path
    """The folder of what belongs to appointments."""
    backups: Path
    """The folder of copies of the journal."""
    pending: Path
    """The folder of entries that wait for the journal."""
    logs: Path
    """The folder of reports about faults."""


def find_places(environ: Mapping[str, str]) -> Places:
    """The places under CALMCLI_HOME if it names a folder, else where this system keeps such things.

    Raises CalmError when there is no home folder to be found.
    """
    chosen = environ.get(HOME_VARIABLE)
    data, config, state = _under(chosen) if chosen else _of_the_system()
    return Places(
        journal=data / "journal.db",
        settings=config / "settings.toml",
        scripts=data / "scripts",
        support=data / "support.yaml",
        visits=data / "visits",
        backups=data / "backups",
        pending=data / "pending",
        logs=state / "logs",
    )


def private_folder(path: Path) -> None:
    """Make a folder, and its parents as needed, for its owner alone; an open one is closed.

    Raises OSError when there can be no such folder.
    """
    for folder in (*reversed(path.parents), path):
        if not folder.is_dir():
            folder.mkdir(mode=PRIVATE_FOLDER, exist_ok=True)
    close_to_others(path)


def close_to_others(path: Path) -> None:
    """Take every right of other people from a file or folder of ours.

    Folders that many people share (the sticky bit, the root of a disk) are left as they are. So is
    what the file system will not change: a stick without modes has to do.
    """
    with suppress(OSError):
        known = path.stat()
        shared = known.st_mode & stat.S_ISVTX or path == path.parent
        if hasattr(os, "geteuid") and known.st_uid == os.geteuid() and not shared:
            mode = stat.S_IMODE(known.st_mode)
            if mode & _OTHERS:
                path.chmod(mode & ~_OTHERS)


def write_private(path: Path, content: bytes) -> None:
    """Put a whole new file in the place of an old one, for its owner alone, safely on the disk.

    Whoever reads sees the old content or the new, never a part. The folder must be there; a link
    is replaced, not followed. Raises OSError, and then the old file is as it was.
    """
    with written_whole(path) as file:
        file.write(content)
    sync_folder(path.parent)


@contextmanager
def written_whole(
    path: Path, put: Callable[[Path, Path], object] = Path.replace
) -> Iterator[BinaryIO]:
    """A file to write, for its owner alone; `put` gives it its name once all of it is on the disk.

    Raises OSError, and ValueError for a name that can be none; nothing is left behind then.
    """
    fresh = unfinished(path)
    try:
        with os.fdopen(create_private(fresh), "wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        put(fresh, path)
    finally:
        fresh.unlink(missing_ok=True)


def unfinished(path: Path) -> Path:
    """A hidden name beside a file, to have until it is whole."""
    return path.with_name(f".{path.name[:_LONGEST_NAME]}.{os.urandom(4).hex()}.new")


def move_if_absent(fresh: Path, path: Path) -> None:
    """Give a finished file its name, where nothing has it yet. Raises OSError if something has."""
    try:
        path.hardlink_to(fresh)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links, where two at once may race
        if os.path.lexists(path):
            raise FileExistsError(EEXIST, os.strerror(EEXIST)) from None
        fresh.replace(path)


def create_private(path: Path) -> int:
    """A descriptor of a new file, open for writing and for its owner alone.

    Raises OSError, FileExistsError among them. The mode is given at birth: changing the umask
    would change it for every thread.
    """
    binary: int = getattr(os, "O_BINARY", 0)
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, PRIVATE_FILE)


def sync_folder(path: Path) -> None:
    """See to it that names made in a folder outlive a power cut, where the system can."""
    with suppress(OSError):  # Windows opens no folders
        descriptor = os.open(path, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _under(chosen: str) -> tuple[Path, Path, Path]:
    try:
        home = Path(chosen).expanduser().absolute()
    except RuntimeError as error:
        raise CalmError(NO_HOME) from error
    return home, home, home


def _of_the_system() -> tuple[Path, Path, Path]:
    from platformdirs import PlatformDirs  # noqa: PLC0415  # not needed under CALMCLI_HOME

    places = PlatformDirs("calmcli", appauthor=False)
    try:
        found = (places.user_data_path, places.user_config_path, places.user_state_path)
    except RuntimeError as error:
        raise CalmError(NO_HOME) from error
    if not all(path.is_absolute() for path in found):  # older platformdirs leave a "~" be
        raise CalmError(NO_HOME)
    return found
