"""Whether a session is drawn on the whole screen or told in lines."""

import os
import sys
from typing import IO

from calmcli.errors import UsageError
from calmcli.first_known import NO_SCREENS

NO_OUTPUT = (
    "there is nowhere to write to: standard output is closed, so no session can be told here."
)


def wants_plain(*, asked: bool, usual: bool) -> bool:
    """Whether to tell the session in lines: it was asked for, it is usual, or nothing can be drawn.

    Raises UsageError where not even lines can be written.
    """
    if sys.stdout is None:
        raise UsageError(NO_OUTPUT)
    return asked or _prefers_lines(usual=usual) or not _can_draw()


def may_redraw(*, usual: bool) -> bool:
    """Whether a bar may be redrawn on standard error; `usual` says that plain lines are usual."""
    known = sys.platform == "win32" or os.environ.get("TERM", "") not in NO_SCREENS
    return known and not _prefers_lines(usual=usual) and is_terminal(sys.__stderr__)


def _prefers_lines(*, usual: bool) -> bool:
    """Whether lines are usual, unless the environment says otherwise."""
    wished = os.environ.get("CALMCLI_PLAIN")
    return wished != "0" if wished else usual


def _can_draw() -> bool:
    """Whether keys come from a terminal and whatever is drawn reaches one that understands it."""
    if not all(map(is_terminal, (sys.__stdin__, sys.__stdout__, sys.__stderr__))):
        return False
    return sys.platform == "win32" or os.environ.get("TERM", "") not in NO_SCREENS


def is_terminal(stream: IO[str] | None) -> bool:
    """Whether a stream is one; a closed one is none."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # closed
        return False
