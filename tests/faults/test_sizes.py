"""Windows too small for anything, and windows that will not stand still."""

import random
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from faults.program import APP, FIRST_CUE, PLAIN, Front, assert_left_as_found, entries

NO_ROOM = {(1, 1): (2, 3), (0, 0): (7, 2), (1, 24): (1, 1), (80, 1): (0, 0)}
"""Where a session is begun, and what becomes of its window when it is running."""


@pytest.mark.parametrize(("begun", "later"), NO_ROOM.items())
def test_a_session_begun_where_there_is_no_room_can_be_seen_once_there_is(
    tmp_path: Path, begun: tuple[int, int], later: tuple[int, int]
) -> None:
    with APP.start(tmp_path, "now", cols=begun[0], rows=begun[1]) as run:
        run.wait_written(b"\x1b[?2004h")
        run.resize(80, 24)
        run.wait_for(FIRST_CUE)
        run.resize(*later)
        run.resize(40, 15)
        run.wait_for(FIRST_CUE)
        run.send("\x03")
        assert run.wait_exit() == 130
        assert_left_as_found(run)
    (entry,) = entries(tmp_path)
    assert entry["ended"] == "stopped"


@pytest.mark.parametrize(("cols", "rows"), [(1, 1), (0, 0), (3, 2)])
def test_a_rating_begun_where_there_is_no_room_can_be_given_all_the_same(
    tmp_path: Path, cols: int, rows: int
) -> None:
    with APP.start(tmp_path, cols=cols, rows=rows) as run:
        run.wait_written(b"\x1b[?2004h")
        run.send("7\r")
        run.resize(80, 24)
        run.wait_for(FIRST_CUE)
        run.send("\x03")
        assert run.wait_exit() == 130
        assert_left_as_found(run)
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["ended"]) == (7, "stopped")


@pytest.mark.parametrize(("front", "seed"), [(APP, 1), (PLAIN, 2)])
def test_a_storm_of_sizes_in_mid_session_is_weathered(
    tmp_path: Path, front: Front, seed: int
) -> None:
    chance = random.Random(seed)  # noqa: S311  sizes are no secret
    with front.start(tmp_path) as run:
        front.go_to_session(run)
        for _ in range(150):
            run.resize(chance.randrange(120), chance.randrange(50))
            run.screen_text()
        run.resize(80, 24)
        if front is APP:
            run.wait_for(rf"^ +{FIRST_CUE}$")
            run.wait_for(r"^ +3$")
        run.send(front.to_end)
        run.wait_for("And now")
        run.send("\x03")
        assert run.wait_exit() == 130
        assert_left_as_found(run)
    (entry,) = entries(tmp_path)
    assert (entry["before"], entry["ended"]) == (7, "stopped")
