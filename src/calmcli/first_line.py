"""The line that is told first with `--plain`, before anything else is imported."""

import time

LINES = {
    "breathe": "Long out-breath: 5 minutes."
    " A soft breath in and a longer one out, about six a minute, with no holds.",
    "relax": "Seven areas: 5 minutes 28 seconds. Seven areas of the body, one after another,"
    " each tensed with half your effort and then let go.",
    "visualize": "A steady place: 4 minutes 50 seconds. A place that feels steady to you, real or"
    " imagined, with nobody else in it, met through one sense after another.",
    "ground": "Five, four, three, two, one: 2 minutes 56 seconds."
    " Things to see, touch and hear around you, then colours, and something warm or cool.",
}
"""By command: what its usual script is, which it tells with `--plain` before it asks."""
NOW_LINE, NOW_S = "Long out-breath: 5 minutes, ends at {ends}.", 300
"""What `now --plain` tells first, and in how many seconds it ends."""

_OPTIONS = ("--plain", "--no-journal")
"""The options that change nothing about it."""


def first_line(argv: "list[str]") -> str | None:
    """What a command tells first in lines; None where what was typed may change it."""
    if all(option in _OPTIONS for option in argv[1:]):
        return now_line(time.time()) if argv[0] == "now" else LINES.get(argv[0])
    return None


def now_line(at_s: float) -> str:
    """What `now --plain` tells first at a moment, in seconds since 1970."""
    return NOW_LINE.format(ends=time.strftime("%H:%M", time.localtime(at_s + NOW_S)))
