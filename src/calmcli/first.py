"""What is on the screen before anything else is imported: the first cue, or the rating question.

Standard library only, and little of it: these words can be read two milliseconds after Python is
there, where the app needs more than a hundred. The app draws the same words in the same place and
takes the terminal over as it is. Where something may make it draw anything else, or cannot be
known, nothing is shown here: that costs time, and never the truth.
"""

import os
import sys
import time

TYPE_CHECKING = False  # as in typing, which takes 5 ms
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

if sys.platform != "win32":
    import _signal  # type: ignore[import-not-found]  # the core of `signal`, without 3 ms of enums
    import termios

CUE = "Breathe in"
"""The first words of the script for those who name none."""
SCRIPT = "long-out"
"""That script; one of the person's own with this id would be played in its place."""
QUESTION = "How much distress is there, right now?"
"""What is asked before a session. It is the same for every script."""
_FIRST = {
    "now": (CUE, ("--no-journal", "--no-rating")),
    "breathe": (QUESTION, ("--no-journal",)),
}
"""By command: what comes first, and the options that change nothing about it."""
IN_LINES = "--plain"
"""The option with which a line comes first."""
_LEAST_COLUMNS, _LEAST_ROWS = 20, 4
_WIDE, _MIDDLING, _TALL = 34, 13, 18
"""Columns and rows from which there is room for more, as `CalmApp` has them."""

_TRUE, _MANY, _FEW = "38;2;204;212;210;48;2;18;24;26", "38;5;251;48;5;16", "37;40"
"""Words and background of the dark theme, by how many colours the terminal has."""
_BY_TERM = {"256color": _MANY, "kitty": _MANY}
"""By the end of TERM; every other has few."""
_ENTER = "\x1b[?1049h\x1b[?25l\x1b[{colours}m\x1b[2J\x1b[1m{words}\x1b[0m"
_LEAVE = b"\x1b[?1049l\x1b[?25h"

_CLOCK = getattr(time, "CLOCK_BOOTTIME", None)


class FirstFrame:
    """What is on the screen already, and since when; it gives the terminal back as it was."""

    __slots__ = ("_at_rest", "_held", "began_ns", "holds_terminal", "told")

    def __init__(self) -> None:
        self.began_ns: int | None = None
        """The steady clock's moment of the first cue; None when none has been shown."""
        self.holds_terminal = False
        """Whether something has been shown, and the terminal is still to be given back."""
        self.told = ""
        """The line that has been written; nothing when none has."""
        self._at_rest: list[Any] = []
        self._held: set[int] = set()

    def show(self, words: str, lines: "list[tuple[int, int, str]]", colours: str) -> None:
        """Write lines at their rows and columns, keep what is typed for the app, begin the clock.

        Signals wait until someone listens. Raises what termios and os raise.
        """
        self._hold_signals()
        self._at_rest = termios.tcgetattr(0)
        self.holds_terminal = True
        termios.tcsetattr(0, termios.TCSANOW, _for_keys(self._at_rest))
        placed = "".join(f"\x1b[{row + 1};{column + 1}H{line}" for row, column, line in lines)
        os.write(2, _ENTER.format(colours=colours, words=placed).encode("ascii"))
        if words == CUE:
            self.began_ns = _steady_ns()

    def tell(self, line: str) -> None:
        """Write a line where lines go. Raises what os raises."""
        lines = [line]
        if os.isatty(1):  # no word is to be broken at its edge
            lines = _wrapped(line, os.get_terminal_size(1).columns or len(line))
        os.write(1, "".join(f"{each}\n" for each in lines).encode("ascii"))
        self.told = line

    def listen(self) -> None:
        """Let signals through, but for the one that stops: only the app knows how to."""
        if self._held:
            self._let_through(self._held - {_signal.SIGTSTP})

    def hand_over(self) -> "list[Any]":
        """The terminal is the app's now: the settings with which it is to be given back."""
        self.holds_terminal = False
        self._let_through(self._held)
        return self._at_rest

    def give_back(self) -> None:
        """Put the terminal back as it was found, if it is still ours to do that."""
        if self.holds_terminal:
            self.holds_terminal = False
            try:
                os.write(2, _LEAVE)
                termios.tcsetattr(0, termios.TCSANOW, self._at_rest)
            except (OSError, termios.error):
                pass  # it has gone away
        self._let_through(self._held)

    def _hold_signals(self) -> None:
        names = ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT", "SIGTSTP")
        ours = {getattr(_signal, name) for name in names}
        self._held = ours - set(_signal.pthread_sigmask(_signal.SIG_BLOCK, ours))

    def _let_through(self, numbers: "set[int]") -> None:
        if numbers:
            self._held = self._held - numbers
            _signal.pthread_sigmask(_signal.SIG_UNBLOCK, numbers)


def first_frame(argv: "list[str]", environ: "Mapping[str, str]") -> FirstFrame:
    """Show what can be shown at once, if it is certain that the rest is going to show the same."""
    frame = FirstFrame()
    line = _first_line(argv)
    if line is not None and _is_known(environ, line):
        try:  # noqa: SIM105  contextlib is not there yet
            frame.tell(line)
        except OSError:
            pass  # whoever says the rest finds out why
        return frame
    words = first_words(argv)
    if words is None or not _is_known(environ, words) or not _is_one_terminal():
        return frame
    try:
        lines = placed(words, *os.get_terminal_size(1))
        if lines:
            frame.show(words, lines, colours(environ))
    except (OSError, termios.error):
        frame.give_back()
    return frame


def first_words(argv: "list[str]") -> str | None:
    """What a command shows first; None where what was typed may change it."""
    words, options = _FIRST.get(argv[0], ("", ())) if argv else ("", ())
    return words if words and all(option in options for option in argv[1:]) else None


def _first_line(argv: "list[str]") -> str | None:
    if IN_LINES not in argv:
        return None
    from calmcli.first_line import first_line  # noqa: PLC0415  a screen need not wait for it

    return first_line(argv)


def _is_known(environ: "Mapping[str, str]", words: str) -> bool:
    from calmcli.first_known import is_known  # noqa: PLC0415  most commands show nothing here

    return is_known(environ, for_any_script=words == QUESTION)


def _is_one_terminal() -> bool:
    """Whether keys come from a terminal, all that is written goes to the same, and it is ours."""
    try:
        devices = {os.fstat(number).st_rdev for number in range(3) if os.isatty(number)}
        all_are = all(map(os.isatty, range(3)))
        return all_are and len(devices) == 1 and os.tcgetpgrp(0) == os.getpgrp()
    except OSError:
        return False


def placed(words: str, columns: int, rows: int) -> "list[tuple[int, int, str]]":
    """Row, column and text of each line, as `calm.tcss` has them; none where room is short."""
    if columns < _LEAST_COLUMNS or rows < _LEAST_ROWS:
        return []
    wide, middling, tall = columns >= _WIDE, rows >= _MIDDLING, rows >= _TALL
    if words == CUE:
        if not middling:
            return [(0, 0, words)]
        return [(rows - 8 - wide - (not tall), (columns - len(words)) // 2, words)]
    margin = wide and middling and (5 if tall else 2)
    top = (wide and middling) + (wide and tall and (rows - 3) // 5)
    return [(top + i, margin, line) for i, line in enumerate(_wrapped(words, columns - 2 * margin))]


def _wrapped(words: str, width: int) -> "list[str]":
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".lstrip()
    return lines


def colours(environ: "Mapping[str, str]") -> str:
    """The colours of words as the app chooses them for this terminal."""
    if environ.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return _TRUE
    return _BY_TERM.get(environ["TERM"].strip().lower().rpartition("-")[2], _FEW)


def _for_keys(at_rest: "list[Any]") -> "list[Any]":
    """The settings under which keys wait for the app, unseen and unchanged; Ctrl+C still ends."""
    iflag, oflag, cflag, lflag, ispeed, ospeed, characters = at_rest
    iflag &= ~(termios.IXON | termios.IXOFF | termios.ICRNL | termios.INLCR | termios.IGNCR)
    lflag &= ~(termios.ECHO | termios.ICANON | termios.IEXTEN)
    characters = [*characters]
    characters[termios.VMIN] = 1
    characters[termios.VSUSP] = bytes([os.fpathconf(0, "PC_VDISABLE")])
    return [iflag, oflag, cflag, lflag, ispeed, ospeed, characters]


def _steady_ns() -> int:
    """The clock of `clock.steady_ns`."""
    return time.monotonic_ns() if _CLOCK is None else time.clock_gettime_ns(_CLOCK)
