"""When a screen without motion changes: with each cue, and at most once a second in between."""

from calmcli.clock import NS_PER_S
from calmcli.player import Player


def next_still_change(player: Player, now_ns: int) -> int | None:
    """The clock's next moment at which a cue comes or its count does; None while paused.

    Seconds are counted from the beginning of the cue, and one that would be followed by the next
    cue within a second is left out.
    """
    expected_ns = player.next_change()
    cue = player.where().cue
    if expected_ns is None or (cue.waits and player.by_hand):
        return expected_ns
    begun_ns, over_ns = player.when(cue.start_ms), player.when(cue.end_ms)
    tick_ns = begun_ns + ((now_ns - begun_ns) // NS_PER_S + 1) * NS_PER_S
    return tick_ns if over_ns - tick_ns >= NS_PER_S else over_ns
