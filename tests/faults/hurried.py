"""calmcli in lines, on a clock that goes at once to whatever is waited for.

Run as a script: `hurried.py PLAN ARGUMENT…`, where PLAN is JSON with `at`, the second since 1970 at
which it begins, and `set_back`, by how many seconds the clock on the wall is set back on the way.
Where a question is asked it waits for a person, as ever.
"""

import json
import sys
from datetime import datetime

from calmcli.cli import desk
from calmcli.cli.main import run
from calmcli.clock import NS_PER_S, Clock
from calmcli.first import FirstFrame
from calmcli.plain.lines import StandardLines

SET_BACK_AFTER_S = 5


class Hurry:
    """The clock."""

    def __init__(self, at: float, set_back: int) -> None:
        self.passed_ns = 0
        self._at, self._set_back = at, set_back

    def now(self) -> int:
        return self.passed_ns

    def local(self) -> datetime:
        """What the clock on the wall shows."""
        passed = self.passed_ns / NS_PER_S
        back = self._set_back if passed > SET_BACK_AFTER_S else 0
        return datetime.fromtimestamp(self._at + passed - back).astimezone()


clock = Hurry(**json.loads(sys.argv[1]))
really_wait = StandardLines.wait


def wait(lines: StandardLines, until_ns: int | None) -> str | None:
    """In the place of waiting: it is that moment; without one it is waited for a line."""
    if until_ns is None:
        return really_wait(lines, until_ns)
    clock.passed_ns = max(clock.passed_ns, until_ns)
    return None


setattr(StandardLines, "wait", wait)  # noqa: B010  what it is set to is of another type
setattr(desk, "Clock", lambda: Clock(now=clock.now, local=clock.local))  # noqa: B010
sys.exit(run(sys.argv[2:], FirstFrame()))
