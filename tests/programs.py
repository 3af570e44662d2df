"""Programs of a test's own that stand in for those that speak and play."""

import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from calmcli.voice.outlet import Order, Program

NOTES = """
import json, os, sys
def note(**what):
    with open(sys.argv[1], "a", encoding="utf-8") as log:
        group = getattr(os, "getpgid", int)(0)
        log.write(json.dumps({"pid": os.getpid(), "pgid": group, **what}) + "\\n")
words = sys.stdin.buffer.read().decode()
note(words=words.strip())
"""
SPEAKS = NOTES
HANGS = NOTES + "import time; time.sleep(60)"
HANGS_WITH_A_CHILD = NOTES + (
    "import subprocess, time; child = subprocess.Popen([sys.executable, '-I', '-c',"
    " 'import time; time.sleep(60)']); note(child=child.pid); time.sleep(60)"
)
FAILS = NOTES + "sys.exit(3)"
NEVER_READS = (
    NOTES.replace("sys.stdin.buffer.read().decode()", "''") + "import time; time.sleep(60)"
)


def program(log: Path, does: str, name: str = "speaks") -> Program[str]:
    """A program that notes each word it is given in a log, and then does as it does."""
    argv = [sys.executable, "-I", "-c", does, str(log)]
    return Program(name, lambda words: Order(argv, words))


def noted(log: Path) -> list[dict[str, object]]:
    """What was noted so far."""
    try:
        return [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()]
    except (FileNotFoundError, ValueError):
        return []


def heard(log: Path) -> list[object]:
    """The words that were given to programs so far."""
    return [each["words"] for each in noted(log) if "words" in each]


def name_of(path: Path) -> str:
    """What a file to be played is called, be it in memory or on the disk."""
    return (
        path.readlink().name.removesuffix(" (deleted)").removeprefix("memfd:")
        if path.is_symlink()
        else path.name
    )


def until(is_so: Callable[[], object], seconds: float = 20) -> None:
    """Wait for another process; it is an error when it takes too long."""
    deadline = time.monotonic() + seconds
    while not is_so():
        if time.monotonic() > deadline:
            raise TimeoutError(is_so)
        time.sleep(0.005)


def is_running(pid: object) -> bool:
    """Whether there still is such a process, other than as a name to be taken off a list."""
    try:
        os.kill(int(str(pid)), 0)
        status = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
    except ProcessLookupError:
        return False
    except FileNotFoundError:
        return not Path("/proc/self/stat").exists()
    return status[0] != "Z"
