"""Taking over a terminal that shows the first words, and going to the background and back.

Textual does this work inside signal handlers, where it can meet a lock that the interrupted code
holds, and it starts the terminal's modes a second time after a stop that came from outside. Here
the handlers only ask the loop to do it, and what is started has always been stopped before.
"""

import asyncio
import os
import re
import signal
from codecs import getincrementaldecoder
from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import IO, TYPE_CHECKING, Any, cast

from rich.cells import cell_len
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from calmcli.tui.keyboard import Enough, messages
from calmcli.tui.terminal import Terminal

if TYPE_CHECKING:
    from calmcli.tui.app import CalmApp

_ENTER_SCREEN = "\x1b[?1049h"
_OWN_STYLE = "\x1b[0m"
_COLOUR = r"(?:5;\d+|2;\d+;\d+;\d+)"
_PLAIN = re.compile(rf"(?P<of>38;{_COLOUR});(?P<on>48;{_COLOUR})")
"""Neither bold nor anything else: a colour on another."""


class CalmDriver(LinuxDriver):
    """Textual's driver for POSIX terminals, with a calmer way to begin and to suspend."""

    _pen = ""
    """The style in which the terminal writes now, as it is told; empty for its own."""
    _has_entered = False
    _is_suspended = False
    _work_loop: asyncio.AbstractEventLoop | None = None

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._terminal = Terminal(cast("IO[str]", self._file))
        self._file = cast("Any", self._terminal)
        self.exit_event = self._enough = Enough()

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
        """Write as it is: a little here and now, all else when it is its turn."""
        if not self._terminal.takes(data):
            super().write(data)

    def run_input_thread(self) -> None:
        """Hand on what is typed; where the terminal has gone, have that seen at once."""
        decode = getincrementaldecoder("utf-8")().decode
        for each in messages(self.fileno, XTermParser(self._debug), decode, self._enough):
            self.process_message(each)
        if not self._enough.is_set():
            self._soon(cast("CalmApp", self._app).end_without_a_terminal)

    def paint_cells(self, runs: Iterable[tuple[int, int, str, str]]) -> None:
        """Write runs of cells: column, row, style and text of each.

        The style stays on until something else is written, and what has it comes first: styles are
        most of the bytes.
        """
        pieces, pen = [], self._pen
        end, row = -1, -1
        for x, y, style, text in sorted(runs, key=lambda run: (run[2] != pen, run[2])):
            if y != row:
                pieces.append(f"\x1b[{y + 1};{x + 1}H")
            elif x != end:
                pieces.append(f"\x1b[{x + 1}G")
            if style != pen:
                pieces.append(_change(pen, style))
                pen = style
            pieces.append(text)
            end, row = x + cell_len(text), y
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


@lru_cache(64)
def _change(pen: str, style: str) -> str:
    """How a terminal that writes with one style is told another."""
    plain, colour, other = _PLAIN.fullmatch(pen), _PLAIN.fullmatch(style), style or "0"
    if plain and colour and plain["on"] == colour["on"]:
        other = colour["of"]
    elif style:
        other = f"0;{style}"
    return f"\x1b[{other}m"
