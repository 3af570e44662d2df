"""The two front ends of a session: the whole screen, and lines."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from io import TextIOWrapper

from calmcli.clock import Clock, local_time
from calmcli.endings import signals
from calmcli.first import FirstFrame
from calmcli.session import Session
from calmcli.settings import Settings


@dataclass(frozen=True)
class Fronts:
    """What both front ends need; each answers with an exit code."""

    clock: Clock
    frame: FirstFrame
    settings: Settings
    grounding: Callable[[], Session]
    """Opens a session of grounding, for whoever wants one next."""

    def in_lines(self, session: Session) -> int:
        """Tell it line by line."""
        from calmcli.plain.lines import StandardLines  # noqa: PLC0415  not for the screen
        from calmcli.plain.sitting import Sitting  # noqa: PLC0415

        lines = StandardLines(sys.stdout, sys.stdin, self.clock.now)
        sitting = Sitting(session, lines, _support, self.grounding)
        sitting.run(began_ns=self.frame.began_ns)
        return 0

    def on_screen(self, session: Session) -> int:
        """Draw it on the whole screen."""
        from calmcli.tui.app import CalmApp, look_for  # noqa: PLC0415  150 ms lines need not pay

        if isinstance(sys.__stderr__, TextIOWrapper):  # drawn on: '?' beats an escape in letters
            sys.__stderr__.reconfigure(errors="replace")
        app = CalmApp(
            session,
            now=self.clock.now,
            support=_support,
            look=look_for(os.environ, sys.__stderr__, theme=self.settings.look.theme),
            grounding=self.grounding,
            began_ns=self.frame.began_ns,
        )
        signals.then(app.end_from_outside)
        app.run()
        signals.hold()
        if app.fault is not None:
            raise app.fault
        return app.return_code or 0


def _support() -> list[str]:
    from calmcli.support import find_support, support_lines  # noqa: PLC0415  only when asked for

    return support_lines(find_support(None), local_time().date())
