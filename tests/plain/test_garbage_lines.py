"""Whatever lines are typed into plain mode, it never breaks, and it always ends."""

import os
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from calmcli.endings import EXIT_CTRL_C, Ended
from calmcli.plain.home import Home
from calmcli.plain.rooms import ROOMS
from calmcli.plain.sitting import Sitting as PlainSitting
from fuzzing.typing_anything import enter
from naughty import NAUGHTY
from sittings import Sitting, breaths, plan_for
from spoken_lines import SpokenLines

KNOWN = ["q", "s", "r", "g", "h", "+", "-", "=", ".", "?", "/", "", "0", "7", "10", "w", "l", "j"]
A_FILE_IS_MADE = "take"
"""The room in which a number makes a sound file of many minutes."""
FAR_OFF = ["00000199", "9" * 5000, "-" + "9" * 5000, "\u0663", "\u00b2"]
"""What looks like a number, and is none of those there are."""
LINES = (
    st.sampled_from(KNOWN)
    | st.sampled_from(FAR_OFF)
    | st.sampled_from(NAUGHTY)
    | st.text(max_size=40)
)


@pytest.fixture(autouse=True, scope="module")
def _what_is_taken_along_stays_in_a_folder_of_its_own(
    tmp_path_factory: pytest.TempPathFactory,
) -> Iterator[None]:
    here, programs = Path.cwd(), os.environ["PATH"]
    os.environ["PATH"] = ""  # nothing is played and nothing spoken
    os.chdir(tmp_path_factory.mktemp("taken"))
    yield
    os.chdir(here)
    os.environ["PATH"] = programs


@pytest.mark.parametrize("room", ROOMS)
@given(written=st.lists(LINES | st.sampled_from("123456789"), max_size=24))
@settings(max_examples=20, suppress_health_check=[HealthCheck.too_slow])
def test_every_room_takes_any_lines_and_says_only_what_may_be_shown(
    room: str, written: list[str]
) -> None:
    if room == A_FILE_IS_MADE:
        written = [line for line in written if not line.strip().isdigit()]
    assert enter(room, written)


@pytest.mark.parametrize("room", ROOMS)
def test_every_room_takes_numbers_that_are_far_off(room: str) -> None:
    assert enter(room, [*FAR_OFF, "1", *FAR_OFF, "1", "t", *FAR_OFF] if room != "take" else FAR_OFF)


class Hours(SpokenLines):
    """Without an end a session goes on until Ctrl+C: it comes after some hours."""

    def wait(self, until_ns: int | None) -> str | None:
        """Wait, but no longer than that."""
        if self.seconds > 6 * 3600:
            raise Ended(EXIT_CTRL_C)
        return super().wait(until_ns)


@given(answers=st.lists(LINES, max_size=12), typed=st.lists(LINES, max_size=8))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_a_session_takes_any_lines_and_ends(answers: list[str], typed: list[str]) -> None:
    sitting = Sitting(plan_for(length=breaths(1)))
    # after whatever was typed somebody leaves, however often it has to be said
    leaving = [*typed, *["", "q"] * 9]
    during = {1.0 + second / 4: line for second, line in enumerate(leaving)}
    lines = SpokenLines(sitting.clock, [*answers, *["q"] * 9], during)
    PlainSitting(sitting.session, lines, sitting.house()).run()
    assert not sitting.kept or sitting.kept[-1].ended != "unfinished"


@given(answers=st.lists(LINES | st.sampled_from("123456789"), max_size=9))
@settings(max_examples=15, suppress_health_check=[HealthCheck.too_slow])
@example(answers=["1", "/", "leg-tension", "7"])
def test_home_takes_any_lines_and_ends_when_there_are_no_more(answers: list[str]) -> None:
    sitting = Sitting(plan_for())
    lines = Hours(sitting.clock, answers, None)
    with suppress(Ended):
        Home(sitting.house(), lines).run()
    assert lines.said
