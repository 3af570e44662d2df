"""The bounds of a breath that nobody needs to be afraid of, and the order it goes in."""

from collections.abc import Iterator
from typing import get_args

from calmcli.content.phases import Breath, Phase, PhaseName, both_ends
from calmcli.content.rules import Fault
from calmcli.words.wording import number

ORDER: tuple[str, ...] = get_args(PhaseName)
NEEDED = ("in", "out")
LONGEST_MS = {"in": 6_000, "top_up": 6_000, "hold": 7_000, "out": 8_000, "rest": 4_000}
"""Milliseconds a phase lasts at most; a breath in and its top-up count together."""
CYCLE_MS = 5_000, 20_000
"""Milliseconds of one whole breath, least and most."""
ADVANCED_CYCLE_MS = 3_000, 60_000
"""The same for a script that says it is advanced; nothing goes beyond these."""


def phases_stand_in_order(*, breath: Breath) -> Iterator[Fault]:
    """In, perhaps a top-up, perhaps a hold, out, perhaps a rest: each at most once."""
    furthest = -1
    seen: set[str] = set()
    for position, phase in enumerate(breath):
        if phase is None:
            continue
        rank = ORDER.index(phase.phase)
        if phase.phase in seen:
            message = f"'{phase.phase}' is in this breath already"
            yield Fault(("breath", position), message, "a breath has each phase once")
        elif rank < furthest:
            message = f"'{phase.phase}' cannot come after '{ORDER[furthest]}'"
            yield Fault(("breath", position), message, f"the order is {', '.join(ORDER)}")
        seen.add(phase.phase)
        furthest = max(furthest, rank)
    if None not in breath:
        for name in NEEDED:
            if name not in seen:
                message = f"this breath has no phase '{name}'"
                yield Fault(("breath",), message, f"add an item with 'phase: {name}'")


def phases_stay_within_bounds(*, breath: Breath, advanced: bool) -> Iterator[Fault]:
    """No phase is longer than is comfortable, unless the script says that it is advanced."""
    if advanced:
        return
    for position, phase in enumerate(breath):
        if phase is None:
            continue
        together = [phase]
        what = f"'{phase.phase}' lasts"
        if phase.phase == "top_up":
            together += [other for other in breath if other is not None and other.phase == "in"]
            what = "'in' and 'top_up' together last"
        lasts, most = max(both_ends(together)), LONGEST_MS[phase.phase]
        if lasts > most:
            message = f"{what} {_seconds(lasts)}; the most is {_seconds(most)}"
            yield Fault(("breath", position, _longer_key(phase)), message, "make it shorter")


def cycles_stay_within_bounds(*, breath: Breath, advanced: bool) -> Iterator[Fault]:
    """A whole breath is neither hurried nor drawn out, at either end of a ramp."""
    phases = [phase for phase in breath if phase is not None]
    if len(phases) < len(breath) or not phases:
        return
    least, most = ADVANCED_CYCLE_MS if advanced else CYCLE_MS
    begins, stays = both_ends(phases)
    lengths = {"one whole breath": stays}
    if begins != stays:
        lengths["the first breath of the ramp"] = begins
    for what, lasts in lengths.items():
        if lasts < least:
            message = f"{what} lasts {_seconds(lasts)}; the least is {_seconds(least)}"
            yield Fault(("breath",), message, "make its phases longer")
        elif lasts > most:
            message = f"{what} lasts {_seconds(lasts)}; the most is {_seconds(most)}"
            yield Fault(("breath",), message, "make its phases shorter")


def ramps_are_whole(*, breath: Breath, ramp_seconds: float | None) -> Iterator[Fault]:
    """A ramp has both its length and at least one phase that changes."""
    ramping = [
        position
        for position, phase in enumerate(breath)
        if phase is not None and phase.start_seconds is not None
    ]
    if ramping and ramp_seconds is None:
        yield Fault(
            ("breath", ramping[0], "start_seconds"),
            "'start_seconds' needs a 'ramp_seconds'",
            "add a line at the top such as 'ramp_seconds: 60'",
        )
    if ramp_seconds is not None and not ramping and None not in breath:
        yield Fault(
            ("ramp_seconds",),
            "'ramp_seconds' needs a phase that changes",
            "add a line such as 'start_seconds: 3' to a phase",
        )


def _longer_key(phase: Phase) -> str:
    return "start_seconds" if (phase.start_seconds or 0) > phase.seconds else "seconds"


def _seconds(lasts: int) -> str:
    return f"{number(lasts / 1000)} s"
