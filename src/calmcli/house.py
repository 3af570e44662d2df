"""What every room of calmcli needs, handed in once by whoever starts it."""

from collections.abc import Callable
from typing import Protocol

from msgspec import Struct

from calmcli.clock import Clock
from calmcli.content.library import Library
from calmcli.course import Plan
from calmcli.paths import Places
from calmcli.session import Session
from calmcli.settings import Settings


class OpenSession(Protocol):
    """Opens a session as it is usual, and remembers it for the last line that is said."""

    def __call__(self, kind: str, script: str | None = None) -> Session:
        """A session of a kind, by the usual script or a named one. Raises UsageError."""


class MakePlan(Protocol):
    """Makes the plan for a session as it is usual."""

    def __call__(self, kind: str, script: str | None = None) -> Plan:
        """The plan for a kind, by the usual script or a named one. Raises UsageError."""


class TellSupport(Protocol):
    """The lines that say who can be reached now."""

    def __call__(self, *, key: str = "") -> list[str]:
        """The lines; `key` chooses a country there, where one does."""


class House(Struct, frozen=True):
    """The ways from the front ends to everything behind them. Nothing here draws or speaks."""

    clock: Clock
    support: TellSupport
    grounding: Callable[[], Session]
    """Opens a session of grounding at once, for whoever is in the middle of something else."""
    open_session: OpenSession
    open_plan: Callable[[Plan], Session]
    """Opens a session of a plan, with the ratings that are usual, and remembers it too."""
    plan: MakePlan
    """What a session would be, without opening it."""
    library: Library
    """All scripts, read anew at each question."""
    settings: Callable[[], Settings]
    """What is set at this moment."""
    places: Places | None
    """Where things are kept; None when this system names no place."""
    settle: Callable[[], None]
    """Waits a little until all that was told is on the disk, so that it can be read there."""
    let_go: Callable[[], None]
    """Closes the journal and forgets the sessions so far: nothing more is kept or said of them."""
