"""Every test that the page of faults names is there, and each fault has one."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
PAGE = (TESTS.parent / "docs" / "faults.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(\w+/\w+\.py)::(\w+)`", PAGE)
ROWS = [line for line in PAGE.splitlines() if re.match(r"\| \d+ \|", line)]


def test_each_of_the_22_faults_has_a_test() -> None:
    assert [int(row.split("|")[1]) for row in ROWS] == list(range(1, 23))
    assert all("::test_" in row for row in ROWS)


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_a_test_that_the_page_names_is_there(file: str, name: str) -> None:
    written = (TESTS / file).read_text(encoding="utf-8")
    assert re.search(rf"^(async )?def {name}\(", written, re.MULTILINE)
