"""Going to the background and coming back, in order.

Textual does this work inside signal handlers, where it can meet a lock that the interrupted code
holds, and it starts the terminal's modes a second time after a stop that came from outside. Here
the handlers only ask the loop to do it, and what is started has always been stopped before.
"""

import asyncio
import os
import signal
from collections.abc import Callable
from typing import Any

from textual.drivers.linux_driver import LinuxDriver


class CalmDriver(LinuxDriver):
    """Textual's driver for POSIX terminals, with a calmer way to suspend."""

    _is_suspended = False
    _work_loop: asyncio.AbstractEventLoop | None = None

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        self._work_loop = asyncio.get_running_loop()
        super().start_application_mode()  # type: ignore[no-untyped-call]
        self._is_suspended = False

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
