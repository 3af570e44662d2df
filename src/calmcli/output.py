"""How lines leave: to standard output for the person, to standard error for complaints."""

import sys
from errno import EIO
from typing import TextIO

from calmcli.endings import EXIT_HUNG_UP, EXIT_READER_GONE, Ended
from calmcli.errors import CalmError
from calmcli.text import writable

JSON_VERSION = 1
"""`schema_version` of everything printed as JSON; within it fields are only added."""
CANNOT_WRITE = "Nothing more can be written where these lines go, so it ends here."


def write_lines(stream: TextIO, lines: tuple[str, ...]) -> None:
    """Write lines and flush them: the moment they are written is the moment they are true.

    Raises Ended when whoever read them has gone, CalmError when they cannot be written.
    """
    text = "".join(f"{line}\n" for line in lines)
    try:
        stream.write(writable(text, stream.encoding))
        stream.flush()
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


def complain(message: str) -> None:
    """Say what is wrong to the person, and not to whoever reads our lines."""
    if sys.stderr is not None:
        write_lines(sys.stderr, (f"calmcli: {message}",))
