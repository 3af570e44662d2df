from __future__ import annotations  # 3.11 cannot subscript an array as it runs

from array import array

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from calmcli.audio.track import sound_of
from calmcli.content.library import shipped_script
from calmcli.exercises import timeline_of
from calmcli.timeline import Cue, Timeline
from calmcli.voice.chimes import CHIMES, FULL_SCALE, chime_of
from hearing import PER_MS, onset_after, strength
from lines_of_cues import timelines

LOUD = array("h", [16_000] * (700 * PER_MS))


def rendered(timeline: Timeline, said: array[int] | None = None) -> array[int]:
    return array("h", b"".join(sound_of(timeline, 60, None if said is None else lambda _: said)))


@settings(max_examples=15)
@given(timelines)
def test_the_sound_is_as_long_as_the_timeline_to_the_sample(timeline: Timeline) -> None:
    assert len(rendered(timeline)) == (timeline.length_ms or 0) * PER_MS


@pytest.mark.parametrize("script", ["box", "sigh", "rest-after"])
def test_every_chime_begins_within_5_ms_of_its_cue(script: str) -> None:
    timeline = timeline_of(shipped_script(script).script).first_parts(3)
    samples = rendered(timeline)
    for cue in timeline.cues():
        begin = cue.start_ms * PER_MS
        onset = onset_after(samples, begin, 300 * PER_MS)
        assert onset is not None
        assert 0 <= onset - begin < 5 * PER_MS


def test_every_chime_is_that_of_its_cue() -> None:
    timeline = timeline_of(shipped_script("box").script).first_parts(2)
    samples = rendered(timeline)
    for cue in timeline.cues():
        begin = (cue.start_ms + 200) * PER_MS
        heard = samples[begin : begin + 150 * PER_MS]
        last_notes = {chime: strength(heard, chime.notes[-1]) for chime in CHIMES}
        assert max(last_notes, key=last_notes.__getitem__) is chime_of(cue)


def test_after_a_chime_there_is_silence_until_the_next_cue() -> None:
    timeline = timeline_of(shipped_script("long-out").script).first_parts(1)
    samples = rendered(timeline)
    for cue in timeline.cues():
        quiet = samples[(cue.start_ms + 1_500) * PER_MS : cue.end_ms * PER_MS]
        assert len(quiet) > 2_000 * PER_MS
        assert not any(quiet)


def test_words_begin_with_their_cue_and_chimes_go_on_under_them() -> None:
    samples = rendered(
        Timeline((Cue(0, 2_000, "In", 0, 1, 0), Cue(2_000, 300, "Out", 1, 0, 0))),
        LOUD[: 200 * PER_MS],
    )
    chimes = rendered(Timeline((Cue(0, 2_000, "In", 0, 1, 0), Cue(2_000, 300, "Out", 1, 0, 0))))
    for begin in (0, 2_000 * PER_MS):
        end = begin + 200 * PER_MS
        assert [a - b for a, b in zip(samples[begin:end], chimes[begin:end], strict=True)] == list(
            LOUD[: 200 * PER_MS]
        )
        assert samples[end : end + 50 * PER_MS] == chimes[end : end + 50 * PER_MS]


@settings(max_examples=20)
@given(st.integers(-FULL_SCALE - 1, FULL_SCALE))
def test_chime_and_words_together_never_wrap_around(height: int) -> None:
    cue = Cue(0, 40, "In", 0, 1, 0)
    said = array("h", [height] * (40 * PER_MS))
    both = array("h", b"".join(sound_of(Timeline((cue,)), 100, lambda _: said)))
    alone = array("h", b"".join(sound_of(Timeline((cue,)), 100)))
    for total, a, b in zip(both, alone, said, strict=True):
        assert abs(total - (a + b)) <= max(0, abs(a + b) - FULL_SCALE)
