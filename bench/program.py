"""A program on a pseudo-terminal of its own, and what it costs. What the figures here share.

Nothing is worked out while a program runs: bytes are read, stamped and kept. The clock begins in
the child, right before the program takes its place, so that making a process costs nobody.
"""

import fcntl
import os
import re
import select
import signal
import struct
import termios
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Self

NS_PER_MS = 1e6
NS_PER_S = 1e9
PATIENCE_S = 30.0
TYPED_EVERY_S = 0.2
_ESCAPE = re.compile(
    rb"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)"
    rb"|[PX^_][^\x1b]*\x1b\\|[ -/]+[0-~]|[0-~])"
)


@dataclass(frozen=True)
class Program:
    """What is run, and how its first words are known."""

    name: str
    argv: Sequence[str]
    words: str
    """A regular expression that its first words meet."""
    keys: bytes = b""
    """What is typed over and over until they come: some ask before they begin."""
    environ: Mapping[str, str] = field(default_factory=dict)
    """What differs from the environment that all programs get."""


class Cost(NamedTuple):
    """What a program used while it was watched."""

    cpu_percent: float
    """Of one core, all threads of the program together."""
    bytes_per_s: float
    writes_per_s: float


class Running:
    """A program that runs; it is killed at the end."""

    def __init__(self, program: Program, home: str, columns: int = 80, rows: int = 24) -> None:
        self.program = program
        self.chunks: list[tuple[int, bytes]] = []
        """What it wrote, each piece with the monotonic nanosecond at which it was read."""
        self._text = b""
        self._master, slave = os.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        told, tells = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            _become(program, environment(home) | dict(program.environ), slave, tells)
        os.close(slave)
        os.close(tells)
        with os.fdopen(told, "rb") as clock:
            self.began_ns = int(clock.read())

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_fault: object) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self._master)

    def wait_for(self, words: str, timeout_s: float = PATIENCE_S) -> int:
        """The nanosecond at which words could be read, in all that was written since the last."""
        looked_for = re.compile(words.encode(), re.IGNORECASE)
        deadline, typed = time.monotonic() + timeout_s, time.monotonic()
        while not looked_for.search(_ESCAPE.sub(b"", self._text)):
            if self.program.keys and time.monotonic() >= typed:
                os.write(self._master, self.program.keys)
                typed += TYPED_EVERY_S
            if not self._read(0.05) and time.monotonic() > deadline:
                raise TimeoutError(f"{self.program.name}: no {words!r} in {self._text[-200:]!r}")
        self._text = b""
        return self.chunks[-1][0]

    def first_words_ms(self) -> float:
        """Milliseconds from its start until its first words could be read."""
        return (self.wait_for(self.program.words) - self.began_ns) / NS_PER_MS

    def watch(self, seconds: float, after: float = 0) -> Cost:
        """What it uses in so many seconds, beginning so many seconds from now."""
        self.read_for(after)
        began, used, first = time.monotonic_ns(), self._cpu_ns(), len(self.chunks)
        self.read_for(seconds)
        lasted = (time.monotonic_ns() - began) / NS_PER_S
        written = [len(data) for _, data in self.chunks[first:]]
        cpu_s = (self._cpu_ns() - used) / NS_PER_S
        return Cost(100 * cpu_s / lasted, sum(written) / lasted, len(written) / lasted)

    def read_for(self, seconds: float) -> None:
        """Keep reading, as a terminal does."""
        deadline = time.monotonic() + seconds
        while (left := deadline - time.monotonic()) > 0:
            self._read(left)
        self._text = b""

    def peak_kib(self) -> int:
        """The most memory it has had so far."""
        status = Path(f"/proc/{self.pid}/status").read_text()
        return int(status.partition("VmHWM:")[2].split()[0])

    def _cpu_ns(self) -> int:
        threads = Path(f"/proc/{self.pid}/task").glob("*/schedstat")
        return sum(int(each.read_text().split()[0]) for each in threads)

    def _read(self, wait_s: float) -> bool:
        if not select.select([self._master], [], [], wait_s)[0]:
            return False
        try:
            data = os.read(self._master, 65536)
        except OSError:  # the program has gone, and all it wrote was read
            time.sleep(wait_s)
            return False
        self.chunks.append((time.monotonic_ns(), data))
        self._text += data
        return True


def environment(home: str) -> dict[str, str]:
    """The same small environment for every program."""
    return {
        "PATH": os.environ["PATH"],
        "HOME": home,
        "CALMCLI_HOME": f"{home}/calmcli",
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }


def _become(program: Program, environ: dict[str, str], terminal: int, tells: int) -> None:
    """In the child: take the terminal, tell the time, and become the program."""
    try:
        os.setsid()
        fcntl.ioctl(terminal, termios.TIOCSCTTY, 0)
        for number in range(3):
            os.dup2(terminal, number)
        os.write(tells, b"%d" % time.monotonic_ns())
        os.execvpe(program.argv[0], [*program.argv], environ)  # noqa: S606
    finally:
        os._exit(127)
