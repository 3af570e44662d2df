"""Every test that the page of faults names is there, and each fault has one."""

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]
PAGE = (TESTS.parent / "docs" / "faults.md").read_text(encoding="utf-8")
NAMED = re.findall(r"`(\w+/\w+\.py)::(\w+)`", PAGE)
SEEN = TESTS / "faults" / "seen"
ROWS = [line for line in PAGE.splitlines() if re.match(r"\| \d+ \|", line)]


def test_each_of_the_22_faults_has_a_test() -> None:
    assert [int(row.split("|")[1]) for row in ROWS] == list(range(1, 23))
    assert all("::test_" in row for row in ROWS)


@pytest.mark.parametrize(("file", "name"), NAMED)
def test_a_test_that_the_page_names_is_there(file: str, name: str) -> None:
    written = (TESTS / file).read_text(encoding="utf-8")
    assert re.search(rf"^(async )?def {name}\(", written, re.MULTILINE)


def test_what_is_seen_of_files_clocks_and_the_journal_can_be_read() -> None:
    numbers = {int(path.name[:2]) for path in SEEN.iterdir()}
    assert numbers == {*range(9, 17), 22}
    written = "".join(path.read_text(encoding="utf-8") for path in (TESTS / "faults").glob("*.py"))
    for path in SEEN.iterdir():  # none is left over from a test that is gone
        assert path.stem in written or path.stem.partition("-")[0] in ("12", "14"), path.name
