"""Timelines for tests: by hand, and by hypothesis."""

from collections.abc import Iterable

from hypothesis import strategies as st
from msgspec.structs import replace

from calmcli.timeline import Cue, Timeline


def timeline_from(
    parts: Iterable[Iterable[int]], *, repeats: bool = False, **paces: int
) -> Timeline:
    """Parts given as the milliseconds of their cues; `repeats` makes the last one a tail."""
    cues: list[Cue] = []
    for part, lengths in enumerate(parts):
        for length_ms in lengths:
            start_ms = cues[-1].end_ms if cues else 0
            cues.append(Cue(start_ms, length_ms, f"cue {len(cues)}", 0.0, 1.0, part))
    last = cues[-1].part
    head = [cue for cue in cues if not repeats or cue.part < last]
    return Timeline(tuple(head), tuple(cues[len(head) :]), **paces)


def waiting(timeline: Timeline, *indices: int) -> Timeline:
    """The same, with some cues of its head waiting for a key."""
    head = [replace(cue, waits=at in indices) for at, cue in enumerate(timeline.head)]
    return replace(timeline, head=tuple(head))


part_lengths = st.lists(
    st.lists(st.integers(1, 9000), min_size=1, max_size=4), min_size=1, max_size=6
)
timelines = st.builds(timeline_from, part_lengths)
any_timelines = st.builds(timeline_from, part_lengths, repeats=st.booleans())
