"""A few quiet rows under the prompt instead of the whole screen, and no trace of them after.

Textual draws as if these rows were all there is. Every place it names is turned into steps from
where the cursor rests, the first of the rows, since a terminal tells nobody where that is. The
cursor rests there between any two writes: as a window is resized, lines above it may be wrapped
anew, and the cursor stays with its own.
"""

import re
from shutil import get_terminal_size

from calmcli.tui.driver import CalmDriver

ROWS = 3
"""A session has as many."""
_PLACE_OR_LINE = re.compile(r"\x1b\[(\d*)(?:;(\d*))?H|\n")
_ENTER_SCREEN, _LEAVE_SCREEN = "\x1b[?1049h", "\x1b[?1049l"
_BACK_AND_CLEAR = "\r\x1b[J"


class DiscreetDriver(CalmDriver):
    """Draws on as many rows as it is told, from the line the cursor was on."""

    rows = ROWS

    def make_room(self, rows: int) -> None:
        """Have so many rows from now on, empty, as far as there are as many in the window."""
        self.rows = rows
        super().send(self._room())

    def send(self, data: str) -> None:
        """Write, with every place counted from the first of our rows."""
        if data == _ENTER_SCREEN:
            data = self._room()
        elif data == _LEAVE_SCREEN:
            data = _BACK_AND_CLEAR
        else:
            data = self._relative(data)
        super().send(data)

    def _room(self) -> str:
        """Clear, and push up what is above where there are too few rows below."""
        more = self._get_terminal_size()[1] - 1
        return _BACK_AND_CLEAR + ("\n" * more + f"\x1b[{more}A" if more else "")

    def _relative(self, data: str) -> str:
        """The same, in steps; at its end the cursor is where it was."""
        row, last = 0, self._get_terminal_size()[1] - 1
        pieces, at = [], 0
        for place in _PLACE_OR_LINE.finditer(data):
            pieces.append(data[at : place.start()])
            at = place.end()
            if place.group() != "\n":  # at the end of a row; the next place is named anyway
                goal, column = min(int(place[1] or 1) - 1, last), int(place[2] or 1) - 1
                pieces.append(f"\r{_down(goal - row)}{_right(column)}")
                row = goal
        pieces.append(data[at:])
        if len(pieces) > 1:
            pieces.append(f"\r{_down(-row)}")
        return "".join(pieces)

    def _get_terminal_size(self) -> tuple[int, int]:
        columns, rows = get_terminal_size()
        return columns, min(rows, self.rows)

    def _query_in_band_window_resize(self) -> None:
        """Ask for no sizes among the keys: those are of the whole window."""


def _down(rows: int) -> str:
    return f"\x1b[{rows}B" if rows > 0 else f"\x1b[{-rows}A" if rows < 0 else ""


def _right(columns: int) -> str:
    return f"\x1b[{columns}C" if columns else ""
