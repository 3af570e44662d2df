import pytest

from calmcli.content.model import BreathingScript
from content.reading import script_of, told
from content.samples import breathing, changed

ADVANCED = "minutes: 5\nadvanced: true"
RAMP = "minutes: 5\nramp_seconds: 60"


@pytest.mark.parametrize(
    "phases",
    [
        ("in 2", "out 3"),
        ("in 6", "out 8"),
        ("in 3", "top_up 3", "out 4"),
        ("in 4", "out 4", "rest 0.5"),
        ("in 0.5", "out 4.5"),
    ],
)
def test_a_breath_within_bounds_is_read(phases: tuple[str, ...]) -> None:
    tags = "[slow_pace]" if "out 8" in phases else "[rest_after]" if "rest 0.5" in phases else "[]"
    script = script_of(BreathingScript, breathing(*phases, tags=tags))
    assert [f"{p.phase} {p.seconds:g}" for p in script.breath] == list(phases)


@pytest.mark.parametrize(
    ("phases", "problem"),
    [
        (("in 7", "out 4"), "10:14: 'in' lasts 7 s; the most is 6 s"),
        (("in 6.001", "out 4"), "10:14: 'in' lasts 6.001 s; the most is 6 s"),
        (
            ("in 4", "top_up 2.5", "out 4"),
            "13:14: 'in' and 'top_up' together last 6.5 s; the most is 6 s",
        ),
        (("in 3", "out 8.5"), "13:14: 'out' lasts 8.5 s; the most is 8 s"),
        (("in 2", "out 2.5"), "9:3: one whole breath lasts 4.5 s; the least is 5 s"),
    ],
)
def test_a_breath_beyond_its_bounds_is_told(phases: tuple[str, ...], problem: str) -> None:
    assert told(breathing(*phases)) == [problem]


@pytest.mark.parametrize(
    ("phases", "tags", "problem"),
    [
        (
            ("in 2", "hold 7.5", "out 2"),
            "[breath_hold]",
            "13:14: 'hold' lasts 7.5 s; the most is 7 s",
        ),
        (
            ("in 3", "out 4", "rest 5"),
            "[breath_hold]",
            "16:14: 'rest' lasts 5 s; the most is 4 s",
        ),
        (
            ("in 5", "hold 7", "out 8", "rest 0.5"),
            "[breath_hold, rest_after, slow_pace]",
            "9:3: one whole breath lasts 20.5 s; the most is 20 s",
        ),
    ],
)
def test_holds_rests_and_long_breaths_are_bounded_too(
    phases: tuple[str, ...], tags: str, problem: str
) -> None:
    assert told(breathing(*phases, tags=tags)) == [problem]


@pytest.mark.parametrize("phases", [("in 20", "out 30"), ("in 1", "out 2")])
def test_an_advanced_script_may_go_further(phases: tuple[str, ...]) -> None:
    tags = "[slow_pace]" if "out 30" in phases else "[]"
    assert told(breathing(*phases, more=ADVANCED, tags=tags)) == []


@pytest.mark.parametrize(
    ("phases", "tags", "problem"),
    [
        (("in 31", "out 4"), "[]", "11:14: 'seconds' is 31; the most is 30"),
        (("in 0.4", "out 4"), "[]", "11:14: 'seconds' is 0.4; the least is 0.5"),
        (("in 1", "out 1.5"), "[]", "10:3: one whole breath lasts 2.5 s; the least is 3 s"),
        (
            ("in 30", "top_up 1", "out 30"),
            "[slow_pace]",
            "10:3: one whole breath lasts 61 s; the most is 60 s",
        ),
    ],
)
def test_nothing_goes_beyond_the_last_bounds(
    phases: tuple[str, ...], tags: str, problem: str
) -> None:
    assert told(breathing(*phases, more=ADVANCED, tags=tags)) == [problem]


@pytest.mark.parametrize(
    ("phases", "problem"),
    [
        (("out 4", "in 4"), "12:5: 'in' cannot come after 'out'"),
        (("in 4", "in 1", "out 4"), "12:5: 'in' is in this breath already"),
        (("in 4", "out 4", "top_up 1"), "15:5: 'top_up' cannot come after 'out'"),
        (("in 6",), "9:3: this breath has no phase 'out'"),
        (("out 6",), "9:3: this breath has no phase 'in'"),
        (("top_up 1", "out 6"), "9:3: this breath has no phase 'in'"),
    ],
)
def test_phases_out_of_order_are_told(phases: tuple[str, ...], problem: str) -> None:
    assert told(breathing(*phases)) == [problem]


def test_a_breath_without_phases_lacks_both() -> None:
    head, _, _ = changed().partition("breath:")
    assert told(f"{head}breath: []\n") == [
        "8:9: this breath has no phase 'in'",
        "8:9: this breath has no phase 'out'",
    ]


def test_phases_around_one_that_cannot_be_read_are_still_checked() -> None:
    written = breathing("in x", "hold 8", "rest 5", "out 9", "out 4")
    assert told(written) == [
        "10:14: 'seconds' needs a plain number, not 'x'",
        "13:14: 'hold' lasts 8 s; the most is 7 s",
        "16:14: 'rest' lasts 5 s; the most is 4 s",
        "18:5: 'out' cannot come after 'rest'",
        "19:14: 'out' lasts 9 s; the most is 8 s",
        "21:5: 'out' is in this breath already",
    ]


def test_a_ramp_is_read() -> None:
    script = script_of(BreathingScript, breathing("in 3>4", "out 4>6", more=RAMP))
    assert script.ramp_seconds == 60
    assert [phase.start_seconds for phase in script.breath] == [3, 4]


@pytest.mark.parametrize(
    ("phases", "more", "problem"),
    [
        (
            ("in 2>4", "out 2>6"),
            RAMP,
            "10:3: the first breath of the ramp lasts 4 s; the least is 5 s",
        ),
        (("in 7>4", "out 4"), RAMP, "13:20: 'in' lasts 7 s; the most is 6 s"),
        (("in 3>4", "out 6"), "minutes: 5", "12:20: 'start_seconds' needs a 'ramp_seconds'"),
        (("in 4", "out 6"), RAMP, "8:15: 'ramp_seconds' needs a phase that changes"),
        (
            ("in 3>4", "out 6"),
            "minutes: 5\nramp_seconds: 0",
            "8:15: 'ramp_seconds' is 0; the least is 1",
        ),
    ],
)
def test_a_ramp_is_whole_and_within_bounds(
    phases: tuple[str, ...], more: str, problem: str
) -> None:
    assert told(breathing(*phases, more=more)) == [problem]


def test_a_ramp_with_a_phase_that_cannot_be_read_is_given_the_doubt() -> None:
    assert told(breathing("in x>4", "out 6", more=RAMP)) == [
        "13:20: 'start_seconds' needs a plain number, not 'x'"
    ]
