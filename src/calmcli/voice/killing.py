"""Starting programs in a group of their own, and ending such a group whole."""

import os
import signal
import subprocess
import sys
from contextlib import suppress
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
