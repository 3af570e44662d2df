"""The two front ends: the whole screen, and lines."""

import gc
import os
import sys
from functools import partial
from io import TextIOWrapper
from typing import TYPE_CHECKING, Protocol

from msgspec import Struct, field

from calmcli.clock import local_time
from calmcli.endings import EXIT_CTRL_C, signals
from calmcli.first import FirstFrame
from calmcli.house import House
from calmcli.loading import loading
from calmcli.output import say
from calmcli.paths import Places
from calmcli.session import Session
from calmcli.settings import Look

if TYPE_CHECKING:
    from calmcli.helpnow import Where
    from calmcli.home import Wish
    from calmcli.plain.lines import Lines
    from calmcli.tui.screens.calm import CalmScreen


class Room(Protocol):
    """A room that can be entered straight from the shell."""

    def in_lines(self, house: House, lines: "Lines") -> None:
        """Lead through it line by line."""

    def screen(self, house: House) -> "CalmScreen[Wish | None] | CalmScreen[None]":
        """Its screen."""


class Fronts(Struct, frozen=True):
    """What both front ends need; each answers with an exit code."""

    house: House
    look: Look
    session: Session | None = None
    """The session that was asked for; None opens a room, or home."""
    frame: FirstFrame = field(default_factory=FirstFrame)
    """What is on the screen already."""
    room: Room | None = None
    """The room that was asked for."""
    discreet: bool = False
    """Whether a few rows under the prompt are asked for instead of the whole screen."""

    def in_lines(self) -> int:
        """Tell it line by line."""
        from calmcli.plain.lines import StandardLines  # noqa: PLC0415  not for the screen

        self.frame.give_back()
        house = self.house
        lines = StandardLines(sys.stdout, sys.stdin, house.clock.now)
        if self.room is not None:
            self.room.in_lines(house, lines)
        elif self.session is None:
            from calmcli.plain.home import Home  # noqa: PLC0415  no session need pay for it

            Home(house, lines).run()
        else:
            with loading():
                from calmcli.plain.sitting import Sitting  # noqa: PLC0415

            sitting = Sitting(self.session, lines, house)
            sitting.run(began_ns=self.frame.began_ns, told=self.frame.told)
        return 0

    def on_screen(self) -> int:
        """Draw it on the whole screen."""
        from calmcli.tui.lean import lean  # noqa: PLC0415  as below

        with loading(), lean():
            from calmcli.tui.app import CalmApp  # noqa: PLC0415  150 ms that lines need not pay
            from calmcli.tui.look import discreet, look_for  # noqa: PLC0415

        gc.disable()  # until it is there
        if isinstance(sys.__stderr__, TextIOWrapper):  # drawn on: '?' beats an escape in letters
            sys.__stderr__.reconfigure(errors="replace")
        look = look_for(os.environ, sys.__stderr__, self.look)
        look = discreet(look) if self.discreet else look
        app = CalmApp(
            self.house,
            look=look,
            session=self.session,
            room=None if self.room is None else partial(self.room.screen, self.house),
            first_frame=self.frame,
        )
        signals.then(app.end_from_outside)
        app.run(mouse=look.mouse)
        signals.hold()
        if app.fault is not None:
            raise app.fault
        if app.return_code == EXIT_CTRL_C and (parting := app.parting()):
            say(parting)
        return app.return_code or 0


def support(places: Places | None, *, key: str = "") -> list[str]:
    """Who can be reached now, as lines; `key` chooses a country there, where one does."""
    from calmcli.helpnow import help_now  # noqa: PLC0415  only when asked for
    from calmcli.support import support_lines  # noqa: PLC0415

    found = help_now(None if places is None else where_of(places))
    return support_lines(found, local_time().date(), key=key)


def where_of(places: Places) -> "Where":
    """The places that help now is made of."""
    from calmcli.helpnow import Where  # noqa: PLC0415

    own = (places.journal, places.pending, places.settings, places.support)
    return Where(*map(str, own))
