"""What the page about support lines shows can be written so, and a release asks for their check."""

import re
from pathlib import Path

from calmcli.content.own_support import read_own_support
from calmcli.support import FOLDER, countries, find_support

HOUSE = Path(__file__).parents[2]
PAGE = (HOUSE / "docs" / "support-lines.md").read_text(encoding="utf-8")


def test_every_country_has_an_emergency_number_and_someone_to_talk_to() -> None:
    assert len(countries()) == 40
    for country in countries():
        found = find_support(country)
        assert found.emergency
        assert all(re.fullmatch(r"[0-9]{2,5}", number) for number in found.emergency)
        assert found.lines


def test_every_line_says_whether_it_was_checked_and_against_which_page() -> None:
    for country in countries():
        for line in find_support(country).lines:
            assert line.check.source is None or line.check.source.startswith("https://")
            assert line.check.verified_on is None or line.check.source


def test_a_file_of_ones_own_can_be_written_as_the_page_shows_it(tmp_path: Path) -> None:
    (shown,) = re.findall(r"^```yaml\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
    path = tmp_path / "support.yaml"
    path.write_text(shown, encoding="utf-8")
    own, problems = read_own_support(path)
    assert problems == ()
    assert own is not None
    assert own.lines[0].name == "The nurse on my ward"


def test_the_page_names_where_things_are() -> None:
    assert Path(FOLDER).is_dir()
    assert "`src/calmcli/content/support/`" in PAGE
    makefile = (HOUSE / "Makefile").read_text(encoding="utf-8")
    assert re.search("^support-lines:", makefile, re.MULTILINE)


def test_a_release_asks_for_the_numbers_to_be_checked() -> None:
    checklist = (HOUSE / "docs" / "releasing.md").read_text(encoding="utf-8")
    assert "- [ ] `make support-lines`" in checklist
    assert "support-lines.md" in checklist
