import time
from collections.abc import Iterator
from datetime import date

import pytest

from calmcli.cli.moments import since, until
from calmcli.errors import UsageError

TODAY = date(2026, 11, 25)


@pytest.fixture(autouse=True)
def _in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Where clocks changed on 25 October 2026."""
    if not hasattr(time, "tzset"):
        pytest.skip("the zone cannot be set here")
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    time.tzset()
    yield
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("typed", "begins", "ends"),
    [
        ("2026-11-21", "2026-11-21T00:00:00+01:00", "2026-11-22T00:00:00+01:00"),
        ("2026-10-25", "2026-10-25T00:00:00+02:00", "2026-10-26T00:00:00+01:00"),
        ("today", "2026-11-25T00:00:00+01:00", "2026-11-26T00:00:00+01:00"),
        ("yesterday", "2026-11-24T00:00:00+01:00", "2026-11-25T00:00:00+01:00"),
        ("14d", "2026-11-11T00:00:00+01:00", "2026-11-12T00:00:00+01:00"),
        ("6w", "2026-10-14T00:00:00+02:00", "2026-10-15T00:00:00+02:00"),
        ("2026-07-01T14:30", "2026-07-01T14:30:00+02:00", "2026-07-01T14:30:00+02:00"),
        ("2026-11-21 14:30", "2026-11-21T14:30:00+01:00", "2026-11-21T14:30:00+01:00"),
        ("2026-11-21T14:30:00+00:00", "2026-11-21T15:30:00+01:00", "2026-11-21T15:30:00+01:00"),
    ],
)
def test_days_and_moments_are_those_of_the_clocks_here(typed: str, begins: str, ends: str) -> None:
    assert since(typed, TODAY).isoformat() == begins
    assert until(typed, TODAY).isoformat() == ends


def test_a_day_that_clocks_changed_on_has_its_25_hours() -> None:
    begins, ends = since("2026-10-25", TODAY), until("2026-10-25", TODAY)
    assert ends.timestamp() - begins.timestamp() == 25 * 3600


@pytest.mark.parametrize(
    "typed", ["", "soon", "2026-13-01", "2026-02-30", "99999d", "14 d", "d", "25:00"]
)
def test_anything_else_is_named_with_what_can_be_typed(typed: str) -> None:
    with pytest.raises(UsageError, match="--since: a day such as 2026-11-21"):
        since(typed, TODAY)
