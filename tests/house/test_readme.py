"""CI runs what the README says; that all it names is there, `test_docs.py` sees to."""

import pytest

from house_pages import HOUSE, PAGES, links

README = PAGES["README.md"]


@pytest.mark.parametrize("name", ["start", "test"])
def test_ci_runs_the_very_commands_of_the_readme(name: str) -> None:
    assert f"<!-- command: {name} -->\n```sh\n" in README
    assert f"readme_command {name}" in (HOUSE / ".ci" / "run").read_text(encoding="utf-8")


def test_the_readme_shows_what_it_looks_like() -> None:
    assert any(link.endswith(".svg") for link in links(README))
