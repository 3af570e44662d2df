"""Lines out, lines in. Nothing is ever redrawn; each line is written the moment it is true."""

import time
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, Protocol, TextIO

from calmcli.clock import NS_PER_S, Now
from calmcli.endings import EXIT_HUNG_UP, Ended, is_hung_up
from calmcli.output import tell_lines

_LOOK_EVERY_S = 1.0
"""How often it is asked whether the terminal is still there."""
_LONGEST_READ = 4096


class Lines(Protocol):
    """How plain mode speaks and listens; a test brings its own."""

    @property
    def hears(self) -> bool:
        """Whether someone can type while a session plays."""

    def say(self, *lines: str) -> None:
        """Write lines, at once."""

    def ask(self, question: str) -> str | None:
        """Put a question and wait for a line; None when no line can come any more."""

    def wait(self, until_ns: int | None) -> str | None:
        """Wait for a moment, or for a line typed before it; None for the moment.

        Without a moment None says that no line can come any more.
        """


class StandardLines:
    """Lines on standard output and standard input."""

    def __init__(self, out: TextIO, source: TextIO | None, now: Now) -> None:
        self._out = out
        self._source = source
        self._now = now
        self._by_hand = source is not None and source.isatty()
        self._typed: SimpleQueue[str | None] = SimpleQueue()
        self._reader: Thread | None = None
        self._ended = source is None

    @property
    def hears(self) -> bool:
        """Whether someone can type while a session plays.

        Lines from a pipe are kept for the questions: nobody can time them to a breath.
        """
        return self._by_hand and not self._ended

    def say(self, *lines: str) -> None:
        """Write lines, at once."""
        tell_lines(self._out, lines)

    def ask(self, question: str) -> str | None:
        """Put a question on a line of its own and wait for the next line."""
        self.say(question)
        while not self._ended:
            self._mind_the_terminal()
            try:
                return self._next_line(_LOOK_EVERY_S)
            except Empty:
                continue
        return None

    def wait(self, until_ns: int | None) -> str | None:
        """Wait until a moment of the clock, or for a line typed by hand."""
        while until_ns is None or self._now() < until_ns:
            self._mind_the_terminal()
            left_s = _LOOK_EVERY_S
            if until_ns is not None:
                left_s = min(left_s, max(0, until_ns - self._now()) / NS_PER_S)
            if not self.hears:
                if until_ns is None:
                    return None
                time.sleep(left_s)
                continue
            try:
                line = self._next_line(left_s)
            except Empty:
                continue
            if line is not None:
                return line
        return None

    def _next_line(self, timeout_s: float) -> str | None:
        """The next line typed, None at the end of input; raises Empty when the time is up."""
        if self._reader is None:
            self._reader = Thread(target=self._read, name="typed lines", daemon=True)
            self._reader.start()
        line = self._typed.get(timeout=timeout_s)
        self._ended = line is None
        if self._ended:  # a terminal that went away is no empty answer
            self._mind_the_terminal()
        return line

    def _mind_the_terminal(self) -> None:
        if self._by_hand and is_hung_up(self._source):
            raise Ended(EXIT_HUNG_UP)

    def _read(self) -> None:
        """Hand on line after line, from below Python's buffers: their lock is fatal at exit."""
        raw: Any = getattr(getattr(self._source, "buffer", None), "raw", None)
        rest = b""
        try:
            while raw is not None and (piece := raw.read(_LONGEST_READ)):
                *lines, rest = (rest + piece).split(b"\n")
                for line in lines:
                    self._typed.put(line.decode(errors="replace"))
        except OSError:
            pass  # a terminal that went away reads as an error; is_hung_up tells
        if rest:
            self._typed.put(rest.decode(errors="replace"))
        self._typed.put(None)
