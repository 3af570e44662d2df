"""A program on a real pseudo-terminal: typed at, looked at, signalled, hung up on."""

import contextlib
import fcntl
import json
import os
import re
import select
import signal
import socket
import struct
import subprocess
import sys
import termios
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self, TypeVar

from harness.emulator import Emulator
from harness.shell import MARK

PATIENCE = 30.0
"""Seconds an event may take on a busy machine before a test gives up on it."""

MANY = 256
_UNMARKED = {"started", "spent"}
"""Events told without a mark on the terminal."""

T = TypeVar("T")


class NotSeenError(AssertionError):
    """What was waited for did not come; the message shows the screen and the last bytes."""


class Terminal:
    """One program, run from its first byte to its end, on a terminal of its own."""

    def __init__(
        self,
        argv: Sequence[str],
        *,
        env: Mapping[str, str],
        cwd: Path | None = None,
        cols: int = 80,
        rows: int = 24,
        ignored: Sequence[signal.Signals] = (),
    ) -> None:
        self.chunks: list[tuple[float, bytes]] = []
        """What the program wrote, each piece with the monotonic second at which it was read."""
        self._emulator = Emulator(cols, rows)
        self._told: list[tuple[str, int]] = []
        self._taken: Counter[str] = Counter()
        self._half_a_line = b""
        self._open = True
        self._master, slave = os.openpty()
        self._set_size(cols, rows)
        self._at_rest = termios.tcgetattr(slave)
        self._reports, theirs = socket.socketpair()
        plan = {"argv": list(argv), "env": dict(env), "ignored": [int(one) for one in ignored]}
        shell = Path(__file__).with_name("shell.py")
        # The session is made here, and its terminal taken by the shell itself: code run between
        # fork and exec of a process with threads may hang.
        self._shell = subprocess.Popen(
            [sys.executable, "-I", "-S", str(shell), str(theirs.fileno()), json.dumps(plan)],
            stdin=slave,
            stdout=slave,
            stderr=slave,
            cwd=cwd,
            start_new_session=True,
            pass_fds=[theirs.fileno()],
        )
        os.close(slave)
        theirs.close()
        self.pid = self._next_told("started", PATIENCE)
        """The process id of the program itself."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if not self._ended():
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.pid, signal.SIGKILL)
        self.close_terminal()
        with contextlib.suppress(NotSeenError):
            self.wait_exit()
        self._shell.kill()
        self._shell.wait()
        self._reports.close()

    def raw(self) -> bytes:
        """Everything the program wrote so far, as the terminal passed it on."""
        return b"".join(data for _, data in self.chunks).replace(MARK, b"")

    def screen_text(self) -> str:
        """What a person sees now; pieces already written are taken in first."""
        self._catch_up()
        return self._emulator.text()

    def wait_for(self, pattern: str, timeout: float = PATIENCE) -> re.Match[str]:
        """The first match of a regular expression on the screen, as soon as it can be seen."""
        looked_for = re.compile(pattern, re.MULTILINE)
        return self._until(
            lambda: looked_for.search(self._emulator.text()), timeout, f"/{pattern}/ on the screen"
        )

    def wait_written(self, piece: bytes, timeout: float = PATIENCE) -> None:
        """Wait until these very bytes have been written, to be seen or not."""
        self._until(lambda: piece in self.raw() or None, timeout, f"{piece!r}")

    def send(self, keys: str | bytes) -> None:
        r"""Type, as bytes or text: '\r' is Enter, '\x03' Ctrl+C, '\x1a' Ctrl+Z."""
        os.write(self._master, keys.encode() if isinstance(keys, str) else keys)

    def resize(self, cols: int, rows: int) -> None:
        """Give the window another size; the program hears of it by SIGWINCH."""
        self._emulator.resize(cols, rows)
        self._set_size(cols, rows)

    def signal(self, number: signal.Signals) -> None:
        """Send the program a signal from outside."""
        self._catch_up()
        if self._ended():
            raise ProcessLookupError(self._account("a program to signal"))
        os.kill(self.pid, number)

    def wait_stopped(self, timeout: float = PATIENCE) -> int:
        """Wait until the program is suspended; the number of the signal that did it."""
        return self._next_told("stopped", timeout)

    def wait_continued(self, timeout: float = PATIENCE) -> None:
        """Wait until a suspended program has been set going again."""
        self._next_told("continued", timeout)

    def wait_exit(self, timeout: float = PATIENCE) -> int:
        """Wait for the end, all output taken in: the exit status, or minus the signal."""
        return self._told_number("ended", 0, timeout)

    def cpu_seconds(self) -> float:
        """The processor time the program has used, once it has ended."""
        return self._told_number("spent", 0, PATIENCE) / 1000

    def close_terminal(self) -> None:
        """Close the window: reads find the end, writes fail, and the shell passes SIGHUP on.

        As under any shell, a program that is reading may find the end before it hears the signal.
        """
        if self._open:
            self._open = False
            os.close(self._master)

    def modes_left(self) -> list[str]:
        """Every private mode and keyboard level still switched away from rest."""
        return self._emulator.modes_left()

    def termios_restored(self) -> bool:
        """Whether the line settings (echo, lines, signals) are those the program found."""
        return termios.tcgetattr(self._master) == self._at_rest

    def _set_size(self, cols: int, rows: int) -> None:
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, cols, 0, 0))

    def _next_told(self, event: str, timeout: float = PATIENCE) -> int:
        """The number that came with the next event of a kind, each event told once."""
        number = self._told_number(event, self._taken[event], timeout)
        self._taken[event] += 1
        return number

    def _told_number(self, event: str, nth: int, timeout: float) -> int:
        """The number that came with an event, once all output before it has been taken in."""

        def told() -> int | None:
            numbers = [number for name, number in self._told if name == event]
            return numbers[nth] if len(numbers) > nth and self._all_is_in() else None

        return self._until(told, timeout, f"to hear that the program {event}")

    def _all_is_in(self) -> bool:
        due = sum(name not in _UNMARKED for name, _ in self._told)
        return not self._open or self._emulator.marks >= due

    def _catch_up(self) -> None:
        """Take in what is there already; bounded, for a program that never stops writing."""
        for _ in range(MANY):
            if not self._take_in(0):
                break

    def _ended(self) -> bool:
        return any(name == "ended" for name, _ in self._told)

    def _until(self, seen: Callable[[], T | None], timeout: float, wish: str) -> T:
        """Take in what comes until there is a result, or until none can come any more."""
        deadline = time.monotonic() + timeout
        while (result := seen()) is None:
            over = self._ended() and self._all_is_in()
            if over or not self._take_in(max(0.0, deadline - time.monotonic())):
                raise NotSeenError(self._account(wish))
        return result

    def _take_in(self, timeout: float) -> bool:
        """Wait for the program or the shell to say something; whether anything came."""
        sources: list[socket.socket | int] = [self._reports]
        if self._open:
            sources.append(self._master)
        ready = select.select(sources, [], [], timeout)[0]
        if self._master in ready:
            data = os.read(self._master, 65536)
            self.chunks.append((time.monotonic(), data))
            if answer := self._emulator.feed(data):
                os.write(self._master, answer)
        if self._reports in ready:
            said = self._reports.recv(4096)
            if not said:
                raise NotSeenError(self._account("the shell to stay"))
            *lines, self._half_a_line = (self._half_a_line + said).split(b"\n")
            for name, number in (line.decode().split() for line in lines):
                self._told.append((name, int(number)))
        return bool(ready)

    def _account(self, wish: str) -> str:
        """What was waited for, and all there is to be known instead."""
        told = ", ".join(f"{name} {number}" for name, number in self._told)
        screen, tail = self._emulator.text(), self.raw()[-600:]
        return f"waited for {wish}\n-- told: {told}\n-- screen:\n{screen}\n-- last bytes: {tail!r}"
