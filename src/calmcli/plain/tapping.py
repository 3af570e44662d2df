"""Tapping along with the breath: an empty line for each breath in and each breath out."""

from collections.abc import Callable

from calmcli.plain.lines import Lines
from calmcli.rating import Leave
from calmcli.session import Session
from calmcli.words import pace as said


def tap_along(lines: Lines, session: Session, show_help: Callable[[], None]) -> int | Leave | None:
    """One whole breath in milliseconds, None where no pace could be told, or leaving."""
    if not lines.hears:
        return None
    lines.say(said.TAP_PLAIN)
    tapping = session.tapping()
    while not tapping.is_over():
        match lines.wait(tapping.until_ns):
            case None:
                break
            case typed if not typed.strip():
                tapping.tap()
            case typed if typed.strip().lower() == "s":
                return None
            case typed if typed.strip().lower() == "q":
                return Leave.LEAVE
            case typed:
                if typed.strip().lower() == "h":
                    show_help()
                lines.say(said.TAP_AGAIN_PLAIN)
                tapping = session.tapping()
    return tapping.cycle_ms
