import pytest

from calmcli.content.model import BreathingScript
from content.reading import script_of, told
from content.samples import changed


@pytest.mark.parametrize(
    ("given", "values"),
    [
        ("minutes: 0.5", (0.5, None, False, None)),
        ("minutes: 60\nmax_cycles: 8", (60, None, False, 8)),
        ("cycles: 4\nmax_cycles: 4", (None, 4, False, 4)),
        ("open_ended: true", (None, None, True, None)),
        ("minutes: 5\nopen_ended: false", (5, None, False, None)),
    ],
)
def test_one_length_is_enough(given: str, values: tuple[object, ...]) -> None:
    script = script_of(BreathingScript, changed(("minutes: 5", given)))
    assert (script.minutes, script.cycles, script.open_ended, script.max_cycles) == values


@pytest.mark.parametrize(
    ("given", "problems"),
    [
        ("", ["1:1: it does not say how long it goes on"]),
        ("open_ended: false", ["1:1: it does not say how long it goes on"]),
        ("minutes: 5\ncycles: 4", ["8:9: 'cycles' and 'minutes' cannot both be there"]),
        (
            "minutes: 5\ncycles: 4\nopen_ended: true",
            [
                "8:9: 'cycles' and 'minutes' cannot both be there",
                "9:13: 'open_ended' and 'minutes' cannot both be there",
            ],
        ),
        ("cycles: 9\nmax_cycles: 8", ["7:9: 'cycles' is 9, but 'max_cycles' is 8"]),
        (
            "open_ended: true\nmax_cycles: 8",
            ["8:13: 'max_cycles' and 'open_ended' cannot both be there"],
        ),
    ],
)
def test_a_length_that_leaves_a_doubt_is_told(given: str, problems: list[str]) -> None:
    assert told(changed(("minutes: 5", given))) == problems
