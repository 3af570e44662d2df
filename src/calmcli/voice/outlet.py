"""One program at a time, the newest wins, and whoever asked for it never waits."""

import subprocess
from collections.abc import Callable, Iterable
from contextlib import suppress
from queue import SimpleQueue
from threading import Lock, Thread
from time import monotonic, sleep
from typing import Generic, TypeVar

from msgspec import Struct

from calmcli.voice.groups import end_group, own_group, with_us

T = TypeVar("T")
Process = subprocess.Popen[bytes]

MOST_FAILURES = 3
DRAWN_FIRST_S = 0.02
"""Making a sound and starting a program hold the whole interpreter up: the cue is there before."""
LONGEST_S = 20.0
"""No cue takes so long to say: a program that does hangs."""
_LAST_WAIT_S = 1.0
"""How long at most the end waits for a program that was ended, or for one that ends another."""


class Order(Struct, frozen=True):
    """What to run."""

    argv: list[str]
    words: str = ""
    """What it is given on its input: never among its arguments, where they might be options."""


class Program(Struct, Generic[T], frozen=True):
    """A program that can make something heard."""

    name: str
    order: Callable[[T], Order]
    stop: tuple[str, ...] = ()
    """What silences it where ending it does not, because it hands on what it is given."""


class Outlet(Generic[T]):
    """Hands things to a program, each in place of the one before.

    All the waiting there is happens in a thread of its own. A program that fails gives way to the
    next; after three failures there is silence.
    """

    def __init__(self, programs: Iterable[Program[T]], name: str) -> None:
        self._programs = list(programs)
        self._failures = 0
        self._wanted: SimpleQueue[tuple[int, T | None] | None] = SimpleQueue()
        self._newest = 0
        self._lock = Lock()
        self._process: Process | None = None
        self._cut: Process | None = None
        self._began = 0.0
        self._to_stop: tuple[str, ...] = ()
        self._thread = Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    @property
    def is_off(self) -> bool:
        """Whether nothing can be heard from it, or nothing any more."""
        return not self._programs

    def put(self, wanted: T) -> None:
        """Let this be heard now instead of whatever is."""
        self._newest += 1
        self._wanted.put((self._newest, wanted))

    def hush(self) -> None:
        """Silence, at once."""
        self._newest += 1
        self._cut_short()
        self._wanted.put((self._newest, None))

    def close(self) -> None:
        """Silence for good; nothing of it is left running."""
        self.hush()
        self._wanted.put(None)
        self._thread.join(2 * _LAST_WAIT_S)

    def _work(self) -> None:
        while (wanted := self._wanted.get()) is not None:
            number, what = wanted
            if what is not None:
                sleep(DRAWN_FIRST_S)
            if number != self._newest:
                continue  # something newer waits already
            self._settle()
            if what is None:
                self._silence()
            elif self._programs:
                self._start(self._programs[0], what)
                if number != self._newest:
                    self._cut_short()
        self._settle()

    def _cut_short(self) -> None:
        """End what runs; whoever waits for it learns that it did not fail."""
        with self._lock:
            if self._process is not None:
                self._cut = self._process
                end_group(self._process)

    def _start(self, program: Program[T], what: T) -> None:
        self._to_stop = program.stop
        try:
            order = program.order(what)
            process = _run([*with_us(), *order.argv])
        except OSError:
            self._failed()
            return
        self._began = monotonic()
        with self._lock:
            self._process = process
        with suppress(OSError):  # it ended before it read anything: how it ended tells
            if process.stdin is not None:
                process.stdin.write(order.words.encode())
        with suppress(OSError):
            if process.stdin is not None:
                process.stdin.close()

    def _settle(self) -> None:
        """Have done with the program that ran last, and see whether it failed."""
        with self._lock:
            process, self._process = self._process, None
        if process is None:
            return
        was_cut = process is self._cut
        code = process.poll()
        if code is None:
            end_group(process)
            with suppress(subprocess.TimeoutExpired):
                process.wait(_LAST_WAIT_S)
            hung = monotonic() - self._began > LONGEST_S
            if hung and not was_cut:
                self._failed()
        elif code and not was_cut:
            self._failed()

    def _failed(self) -> None:
        self._failures += 1
        if self._failures >= MOST_FAILURES:
            self._programs.clear()
        else:
            self._programs.append(self._programs.pop(0))

    def _silence(self) -> None:
        """Silence a program that hands on what it is given."""
        argv, self._to_stop = self._to_stop, ()
        if not argv:
            return
        with suppress(OSError):
            process = _run([*argv])
            try:
                process.communicate(timeout=_LAST_WAIT_S)
            except subprocess.TimeoutExpired:
                end_group(process)
                process.communicate()


def attempt(program: Program[T], what: T, longest_s: float) -> bool:
    """Let something be heard and wait for it; whether the program did what it was asked to."""
    try:
        order = program.order(what)
        process = _run(order.argv)
    except OSError:
        return False
    try:
        process.communicate(order.words.encode(), timeout=longest_s)
    except subprocess.TimeoutExpired:
        return False
    finally:
        end_group(process)
        process.communicate()
    return not process.returncode


def _run(argv: list[str]) -> Process:
    nowhere = subprocess.DEVNULL
    return subprocess.Popen(  # noqa: S603  one of the programs we know, words on its input
        argv, bufsize=0, stdin=subprocess.PIPE, stdout=nowhere, stderr=nowhere, **own_group()
    )
