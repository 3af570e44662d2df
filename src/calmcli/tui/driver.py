"""Taking over a terminal that shows the first words, and going to the background and back.

Textual does this work inside signal handlers, where it can meet a lock that the interrupted code
holds, and it starts the terminal's modes a second time after a stop that came from outside. Here
the handlers only ask the loop to do it, and what is started has always been stopped before.
"""

import asyncio
import os
import signal
from collections.abc import Callable, Iterable
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any, cast

from textual.drivers.linux_driver import LinuxDriver

if TYPE_CHECKING:
    from calmcli.tui.app import CalmApp

_ENTER_SCREEN = "\x1b[?1049h"
_OWN_STYLE = "\x1b[0m"


class Unminding:
    """What is written to, and does not mind when the terminal behind it is gone.

    A fault here would end the thread that writes, and whoever then waits for it would do so for
    ever: the session, and every signal to end it. Whether there is a terminal is asked elsewhere.
    """

    def __init__(self, file: IO[str]) -> None:
        self._file = file

    def write(self, text: str) -> None:
        """Write it, or let it go."""
        with suppress(OSError, ValueError):
            self._file.write(text)

    def flush(self) -> None:
        """The same with what is still held back."""
        with suppress(OSError, ValueError):
            self._file.flush()

    def fileno(self) -> int:
        """The number of the file itself."""
        return self._file.fileno()


class CalmDriver(LinuxDriver):
    """Textual's driver for POSIX terminals, with a calmer way to begin and to suspend."""

    _pen = ""
    """The style in which the terminal writes now, as it is told; empty for its own."""
    _has_entered = False
    _is_suspended = False
    _work_loop: asyncio.AbstractEventLoop | None = None

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        if self._file is not None:
            self._file = cast("Any", Unminding(self._file))

    def start_application_mode(self) -> None:
        """Take the terminal over, as it is where our first words are on it."""
        frame = cast("CalmApp", self._app).first_frame
        self._work_loop = asyncio.get_running_loop()
        self._has_entered = frame.holds_terminal
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._has_entered = False
        if frame.holds_terminal:
            self.attrs_before = frame.hand_over()
        self._is_suspended = False

    def write(self, data: str) -> None:
        """Write, but enter the other screen only once: it would be cleared."""
        if self._has_entered and data == _ENTER_SCREEN:
            return
        if self._pen:
            self.send(_OWN_STYLE)
            self._pen = ""
        self.send(data)

    def send(self, data: str) -> None:
        """Write as it is."""
        super().write(data)

    def paint_cells(self, runs: Iterable[tuple[int, int, str, str]]) -> None:
        """Write runs of cells: column, row, style and text of each.

        The style stays on until something else is written: it is most of the bytes.
        """
        pieces, pen = [], self._pen
        for x, y, style, text in runs:
            pieces.append(f"\x1b[{y + 1};{x + 1}H")
            if style != pen:
                pieces.append(f"\x1b[0;{style}m" if style else _OWN_STYLE)
                pen = style
            pieces.append(text)
        self.send("".join(pieces))
        self._pen = pen

    def _sigtstp_application(self, *_signal: Any) -> None:
        self._soon(self._suspend)

    def _sigcont_application(self, *_signal: Any) -> None:
        self._soon(self._resume)

    def _soon(self, act: Callable[[], None]) -> None:
        if self._work_loop is not None and not self._work_loop.is_closed():
            self._work_loop.call_soon_threadsafe(act)

    def _suspend(self) -> None:
        if not self._is_suspended:
            self.suspend_application_mode()
            self._must_signal_resume = True
            self._is_suspended = True
        os.kill(os.getpid(), signal.SIGSTOP)

    def _resume(self) -> None:
        if not self._is_suspended:  # stopped from outside: whoever had the terminal may have set it
            self.suspend_application_mode()
        self.resume_application_mode()
