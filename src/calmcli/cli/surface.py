"""Whether a session is drawn on the whole screen or told in lines."""

import os
import sys
from typing import IO

from calmcli.errors import UsageError

NO_OUTPUT = (
    "there is nowhere to write to: standard output is closed, so no session can be told here."
)


def wants_plain(*, asked: bool, usual: bool) -> bool:
    """Whether to tell the session in lines: it was asked for, it is usual, or nothing can be drawn.

    Raises UsageError where not even lines can be written.
    """
    if sys.stdout is None:
        raise UsageError(NO_OUTPUT)
    wished = os.environ.get("CALMCLI_PLAIN")
    if wished:
        usual = wished != "0"
    return asked or usual or not _can_draw()


def _can_draw() -> bool:
    """Whether keys come from a terminal and whatever is drawn reaches one that understands it."""
    if not all(map(_is_terminal, (sys.__stdin__, sys.__stdout__, sys.__stderr__))):
        return False
    return sys.platform == "win32" or os.environ.get("TERM", "") not in ("", "dumb", "unknown")


def _is_terminal(stream: IO[str] | None) -> bool:
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False
