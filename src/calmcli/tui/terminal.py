"""What is drawn on: how much of what it was given it has taken, and whether it takes more now."""

import select
from contextlib import suppress
from typing import IO

FEW = 1024
"""So many characters a terminal that takes any at all takes without making us wait."""


class Terminal:
    """A file to draw on, which does not mind when the terminal behind it is gone.

    A fault here would end the thread that writes, and whoever then waits for it would do so for
    ever: the session, and every signal to end it. Whether there is a terminal is asked elsewhere.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file
        self.fileno = file.fileno
        self._given = self._written = self._taken = 0
        self._room = select.poll()
        self._room.register(file.fileno(), select.POLLOUT)

    def takes(self, text: str) -> bool:
        """Whether a text that is given next goes out here and now; else it waits for the thread.

        A little does, where all before it has gone: to wake the thread that writes takes more time
        than to write.
        """
        self._given += 1
        if len(text) > FEW or self._taken < self._given - 1 or not self._has_room():
            return False
        self.write(text)
        self.flush()
        return True

    def write(self, text: str) -> None:
        """Write a piece, or let it go."""
        with suppress(OSError, ValueError):
            self._file.write(text)
        self._written += 1

    def flush(self) -> None:
        """The same with what is still held back."""
        with suppress(OSError, ValueError):
            self._file.flush()
        self._taken = self._written

    def _has_room(self) -> bool:
        """Whether it takes something at once; where that cannot be known it is said not to."""
        return any(event & select.POLLOUT for _, event in self._room.poll(0))
