"""Our own scripts, broken at random: whatever is wrong with one has a place and no traceback."""

import random

import pytest

from calmcli.content.loader import check_text
from calmcli.content.shipped import SHIPPED
from fuzzing.breaking import broken

SCRIPTS = [path.read_bytes() for path in SHIPPED.values()]


@pytest.mark.parametrize("seed", range(8))
def test_whatever_is_wrong_with_a_broken_script_has_a_place(seed: int) -> None:
    dice = random.Random(seed)  # noqa: S311  the same scripts are broken in every run
    for _ in range(50):
        data = broken(dice.choice(SCRIPTS), dice)
        for problem in check_text(data, "my.yaml"):
            shown = str(problem)
            assert shown.startswith(f"my.yaml:{problem.line}:{problem.column}: ")
            assert not any(ord(character) < 32 for character in shown.replace("\n", ""))
