"""How lines leave: to standard output for the person, to standard error for complaints."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from errno import EIO
from typing import TextIO

from calmcli.endings import EXIT_HUNG_UP, EXIT_READER_GONE, Ended
from calmcli.errors import CalmError
from calmcli.text import clean, writable

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


def remark(message: str) -> None:
    """Say something by the way to a person at a terminal, and to no program that reads us."""
    if sys.stderr is not None and sys.stderr.isatty():
        write_lines(sys.stderr, (clean(message),))


def complain(message: str) -> None:
    """Say what is wrong to the person, and not to whoever reads our lines.

    It may quote what was typed or read, so it is cleaned once more.
    """
    if sys.stderr is not None:
        write_lines(sys.stderr, (f"calmcli: {clean(message, lines=True)}",))
