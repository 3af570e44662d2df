"""The styles: those of a session, and those of all else, which a session need not wait for."""

from pathlib import Path

from calmcli.session import Session

_HERE = Path(__file__)
SESSION = _HERE.with_name("calm.tcss")
ROOMS = _HERE.with_name("rooms.tcss")
DISCREET = _HERE.with_name("discreet.tcss")


def first_styles(session: Session | None, *, discreet: bool) -> list[Path]:
    """What is read before anything is drawn; the other screens bring theirs with them.

    Each rule takes some 0.1 ms to read, and those of the other rooms are more than half.
    """
    if discreet:
        return [SESSION, ROOMS, DISCREET]
    at_once = session is not None and not session.plan.ask_before
    return [SESSION] if at_once else [SESSION, ROOMS]
