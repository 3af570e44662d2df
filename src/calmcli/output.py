"""How lines leave: to standard output for the person, to standard error for complaints."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from errno import EIO
from typing import TextIO

from calmcli.endings import EXIT_HUNG_UP, EXIT_READER_GONE, Ended
from calmcli.errors import CalmError
from calmcli.text import clean, folded, writable

JSON_VERSION = 1
"""`schema_version` of everything printed as JSON; within it fields are only added."""
CANNOT_WRITE = "Nothing more can be written where these lines go, so it ends here."


def write_lines(stream: TextIO, lines: tuple[str, ...]) -> None:
    """Write lines and flush them: the moment they are written is the moment they are true.

    Raises Ended when whoever read them has gone, CalmError when they cannot be written.
    """
    text = "".join(f"{line}\n" for line in lines)
    encoding = getattr(stream, "encoding", None)  # while the screen is drawn there is none
    with _calm_faults():
        stream.write(writable(text, encoding))
        stream.flush()


def pour(pieces: Iterable[str]) -> None:
    """Write what programs are to read, piece by piece, in UTF-8 whatever the terminal has.

    Raises as `write_lines` does.
    """
    if sys.stdout is None:
        return
    with _calm_faults():
        sys.stdout.flush()
    for piece in pieces:
        with _calm_faults():
            sys.stdout.buffer.write(piece.encode())
    with _calm_faults():
        sys.stdout.buffer.flush()


def tell_lines(stream: TextIO, lines: tuple[str, ...]) -> None:
    """Write lines as `write_lines` does; on a terminal no word is broken at its edge."""
    columns = _columns(stream)
    if columns:
        lines = tuple(part for line in lines for part in folded(line, columns))
    write_lines(stream, lines)


def _columns(stream: TextIO) -> int:
    """How wide the terminal is that lines go to; 0 where they go elsewhere."""
    try:
        return os.get_terminal_size(stream.fileno()).columns if stream.isatty() else 0
    except (AttributeError, OSError, ValueError):  # while the screen is drawn it has no number
        return 0


@contextmanager
def _calm_faults() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError as error:
        raise Ended(EXIT_READER_GONE) from error
    except OSError as error:
        if error.errno == EIO:  # a terminal that was closed
            raise Ended(EXIT_HUNG_UP) from error
        raise CalmError(CANNOT_WRITE) from error


def say(*lines: str) -> None:
    """Write lines for the person."""
    if sys.stdout is not None:
        write_lines(sys.stdout, lines)


def tell(*lines: str) -> None:
    """Write sentences for the person; on a terminal no word is broken at its edge."""
    if sys.stdout is not None:
        tell_lines(sys.stdout, lines)


def remark(message: str) -> None:
    """Say something by the way to a person at a terminal, and to no program that reads us."""
    if sys.stderr is not None and sys.stderr.isatty():
        tell_lines(sys.stderr, (clean(message),))


def complain(message: str) -> None:
    """Say what is wrong to the person, and not to whoever reads our lines.

    It may quote what was typed or read, so it is cleaned once more.
    """
    if sys.stderr is not None:
        tell_lines(sys.stderr, tuple(f"calmcli: {clean(message, lines=True)}".split("\n")))
