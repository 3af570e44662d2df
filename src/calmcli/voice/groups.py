"""Starting programs in a group of their own, and ending such a group whole."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
from functools import cache
from typing import TypedDict


class OwnGroup(TypedDict, total=False):
    """What `Popen` needs so that a program and all it starts can be ended together."""

    start_new_session: bool
    creationflags: int


def own_group() -> OwnGroup:
    """A group without our terminal: what ends us from there does not reach it by itself."""
    if sys.platform == "win32":
        flags = subprocess.CREATE_NEW_PROCESS_GROUP | subprocess.CREATE_NO_WINDOW
        return OwnGroup(creationflags=flags)
    return OwnGroup(start_new_session=True)


def end_group(process: "subprocess.Popen[bytes]") -> None:
    """End a program that has not been waited for yet, with all that it started, at once."""
    with suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)


@cache
def with_us() -> list[str]:
    """What to put before a command so that it ends when we do, even if we are killed.

    Only Linux has such a thing, and not every `setpriv` knows it: it is tried once.
    """
    guard = ["setpriv", "--pdeathsig", "KILL"]
    if not sys.platform.startswith("linux"):
        return []
    nowhere = subprocess.DEVNULL
    try:
        tried = subprocess.run(  # noqa: S603  a program of the system
            [*guard, "true"], stdin=nowhere, stdout=nowhere, stderr=nowhere, timeout=2, check=False
        )
    except (OSError, subprocess.SubprocessError):
        return []
    return [] if tried.returncode else guard
