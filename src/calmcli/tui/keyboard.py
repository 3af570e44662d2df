"""Waiting for what is typed, asleep until it comes.

Textual's own wait wakes ten times a second to see whether it is over: as much processor time as a
held breath takes.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from selectors import EVENT_READ, SelectSelector
from threading import Event
from typing import Any

from textual._parser import ParseError, Parser
from textual._time import get_time

_AT_ONCE = 4096


class Enough(Event):
    """Says that nothing more is to be waited for, to whoever sleeps, too."""

    def __init__(self) -> None:
        super().__init__()
        self._told, self._tells = os.pipe()

    def fileno(self) -> int:
        """What a selector looks at."""
        return self._told

    def set(self) -> None:
        """Say so."""
        if not self.is_set():
            super().set()
            os.write(self._tells, b"\0")

    def clear(self) -> None:
        """Let the next one wait."""
        if self.is_set():
            os.read(self._told, 1)
            super().clear()


def messages(
    keyboard: int, parser: Parser[Any], decode: Callable[[bytes], str], enough: Enough
) -> Iterator[Any]:
    """What is typed, until there has been enough or the terminal has gone.

    Raises what `decode` raises.
    """
    with closing(SelectSelector()) as selector:
        selector.register(keyboard, EVENT_READ)
        selector.register(enough, EVENT_READ)
        while not enough.is_set():
            ready = selector.select(_patience(parser))
            if any(key.fd == keyboard for key, _ in ready):
                try:
                    typed = os.read(keyboard, _AT_ONCE)
                except OSError:
                    typed = b""
                if not typed:
                    return
                if text := decode(typed):
                    yield from parser.feed(text)
            yield from parser.tick()
    with suppress(EOFError, ParseError):  # it ends amid something
        yield from parser.feed("")


def _patience(parser: Parser[Any]) -> float | None:
    """How many seconds what was typed may still go on, where it is not known to be whole."""
    until = parser._timeout_time  # noqa: SLF001
    return None if until is None else max(0.0, until - get_time())
