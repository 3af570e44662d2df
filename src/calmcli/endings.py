"""How the world outside ends a session: signals, and a terminal that goes away."""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import IO

EXIT_CTRL_C = 128 + signal.SIGINT
EXIT_HUNG_UP = 129
"""As after SIGHUP, which Windows does not know."""
EXIT_READER_GONE = 141
"""As after SIGPIPE: whoever read our lines has gone away."""

_NAMES = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGBREAK")


Act = Callable[[int], None]
"""What a signal does; it is given the exit code."""


class Ended(BaseException):
    """The session is to end now, without a question; not an error, so not an `Exception`."""

    def __init__(self, exit_code: int) -> None:
        super().__init__(exit_code)
        self.exit_code = exit_code


class Signals:
    """Hears the signals that end us, and does what the present moment can bear.

    The handlers are set once: what changes is only what they do. The first signal counts, and a
    second one never cuts the saving short.
    """

    def __init__(self) -> None:
        self.asked = 0
        """The exit code of the first signal; 0 when none has come."""
        self._act: Act = _note
        self._heard: list[signal.Signals] = []

    def listen(self) -> None:
        """From now on a signal raises `Ended` in the main thread.

        Those that we were started to ignore (nohup) stay ignored.
        """
        self.asked, self._act, self._heard = 0, _raise_ended, []
        for name in _NAMES:
            number = getattr(signal, name, None)
            if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
                signal.signal(number, self._hear)
                self._heard.append(number)

    def then(self, act: Act) -> None:
        """From now on a signal calls this with its exit code, between any two instructions."""
        self._act = act

    def hold(self) -> None:
        """From now on a signal is only noted."""
        self._act = _note

    def ignore(self) -> None:
        """From now on no signal does anything: Python, as it shuts down, would take ours away."""
        for number in self._heard:
            signal.signal(number, signal.SIG_IGN)

    def _hear(self, number: int, _frame: object) -> None:
        if not self.asked:
            self.asked = 128 + number
            self._act(self.asked)


def _raise_ended(exit_code: int) -> None:
    raise Ended(exit_code)


def _note(_exit_code: int) -> None:
    """Nothing now: whoever holds the signals looks at `asked` when there is time."""


signals = Signals()
"""Those of this process; there can be no others."""


def is_hung_up(stream: IO[str] | None) -> bool:
    """Whether the terminal behind a stream is gone; never, where the system cannot tell."""
    if stream is None or sys.platform == "win32":
        return False
    import select  # noqa: PLC0415  Windows has no poll

    poll = select.poll()
    try:
        poll.register(stream.fileno(), 0)
        return any(event & select.POLLHUP for _, event in poll.poll(0))
    except (OSError, ValueError):
        return True


def let_go_of_streams() -> None:
    """Flush standard output and error a last time.

    One that cannot take its rest is pointed at nothing, so that Python, which flushes once more
    at exit, neither complains nor changes the exit code.
    """
    for stream in (sys.stdout, sys.stderr):
        try:
            if stream is not None:
                stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                nowhere = os.open(os.devnull, os.O_WRONLY)
                os.dup2(nowhere, stream.fileno())
                os.close(nowhere)
