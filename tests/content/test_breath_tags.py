import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from calmcli.content.breath_tags import COMPUTED, breath_tags
from calmcli.content.phases import Phase, PhaseName
from content.reading import problems_of, told
from content.samples import breathing

TIMINGS = [
    (("in 4", "out 6"), set()),
    (("in 4", "hold 0.5", "out 4"), {"breath_hold"}),
    (("in 4", "out 4", "rest 2"), {"rest_after"}),
    (("in 4", "out 4", "rest 2.001"), {"breath_hold"}),
    (("in 4", "out 8"), set()),
    (("in 4.001", "out 8"), {"slow_pace"}),
    (("in 4", "hold 4", "out 4", "rest 1"), {"breath_hold", "slow_pace", "rest_after"}),
]


@pytest.mark.parametrize(("phases", "tags"), TIMINGS)
def test_the_tags_that_hold_are_accepted(phases: tuple[str, ...], tags: set[str]) -> None:
    assert told(breathing(*phases, tags=f"[{', '.join(tags)}]")) == []


@pytest.mark.parametrize(("phases", "tags"), TIMINGS)
def test_each_tag_that_holds_is_asked_for(phases: tuple[str, ...], tags: set[str]) -> None:
    messages = {problem.message for problem in problems_of(breathing(*phases))}
    assert messages == {f"the tag '{tag}' is missing" for tag in tags}


@pytest.mark.parametrize(("phases", "tags"), TIMINGS)
def test_each_tag_that_does_not_hold_is_refused(phases: tuple[str, ...], tags: set[str]) -> None:
    messages = {
        problem.message
        for problem in problems_of(breathing(*phases, tags=f"[{', '.join(COMPUTED)}]"))
    }
    assert messages == {f"the tag '{tag}' does not hold" for tag in set(COMPUTED) - tags}


def test_a_tag_that_does_not_hold_is_shown_where_it_stands() -> None:
    assert told(breathing("in 4", "out 6", tags="[body_focus, slow_pace]")) == [
        "15:20: the tag 'slow_pace' does not hold"
    ]


def test_tags_of_other_sorts_are_the_authors_to_choose() -> None:
    assert told(breathing("in 4", "out 6", tags="[eyes_closed, lowers_arousal, imagery]")) == []


def test_a_misspelt_tag_is_not_also_missing() -> None:
    written = breathing("in 4", "hold 4", "out 4", tags="[breath_hodl]")
    assert told(written) == ["18:8: unknown word 'breath_hodl' for 'tags'"]


NAMES: list[PhaseName] = ["in", "top_up", "hold", "out", "rest"]
PHASES = st.builds(
    Phase,
    phase=st.sampled_from(NAMES),
    seconds=st.integers(1, 16).map(lambda halves: halves / 2),
    start_seconds=st.integers(1, 16).map(lambda halves: halves / 2),
    words=st.just("Words"),
)


@given(st.lists(PHASES, max_size=5))
def test_a_ramp_has_the_tags_that_hold_at_either_end(ramp: list[Phase]) -> None:
    begins = [replace(phase, seconds=phase.start_seconds, start_seconds=None) for phase in ramp]
    stays = [replace(phase, start_seconds=None) for phase in ramp]
    either = breath_tags(begins) | breath_tags(stays)
    # A rest that is short at one end only is a hold at the other, and the hold is what counts.
    assert breath_tags(ramp) - {"rest_after"} == either - {"rest_after"}
    assert breath_tags(ramp) <= either
