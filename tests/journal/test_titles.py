from pathlib import Path

from calmcli.content.shipped import SHIPPED
from calmcli.journal.titles import Titles


def test_a_session_goes_by_the_title_of_its_script(tmp_path: Path) -> None:
    own = SHIPPED["box"].read_text(encoding="utf-8").replace("id: box", "id: mine")
    (tmp_path / "mine.yaml").write_text(own, encoding="utf-8")
    (tmp_path / "broken.yaml").write_text("id: broken\n", encoding="utf-8")
    titles = Titles(tmp_path)
    title = titles.of("box", "shipped")
    assert title[0].isupper()
    assert titles.of("mine", "personal") == f"{title} (yours)"
    assert titles.of("broken", "personal") == "broken (yours)"


def test_a_script_that_is_gone_goes_by_its_id(tmp_path: Path) -> None:
    titles = Titles(tmp_path)
    assert titles.of("of-long-ago", "shipped") == "of-long-ago"
    assert titles.of("../../etc", "personal") == "../../etc (yours)"
