"""A program killed while it writes, copies and deletes. `bench/kills.py` does so 200 times."""

import random
from pathlib import Path

import pytest

from killing import Verdict, kill_once


@pytest.mark.parametrize("seed", range(4))
def test_kill_9_at_any_moment_loses_nothing_that_was_acknowledged(
    tmp_path: Path, seed: int
) -> None:
    noise = random.Random(seed)  # noqa: S311  # no secret
    total = Verdict()
    for number in range(3):
        total += kill_once(tmp_path / str(number), noise)
    assert total.is_well, total
