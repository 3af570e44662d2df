from collections.abc import Callable
from pathlib import Path

import pytest

from calmcli.cli.journal import run
from calmcli.errors import UsageError
from calmcli.first import FirstFrame
from calmcli.journal.editing import keep_entry
from calmcli.words import report as said
from calmcli.words.report import MORE
from sample_entries import an_entry
from sample_rows import places_in

Type = Callable[..., tuple[int, str, str]]


@pytest.fixture
def typing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Type:
    """Type what follows `journal report`, with two sessions in the journal."""
    monkeypatch.setenv("CALMCLI_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    for number in (1, 2):
        keep_entry(places_in(tmp_path / "home"), an_entry(number, note="a light"))

    def type_command(*argv: str) -> tuple[int, str, str]:
        code = run("journal", ["report", *argv], FirstFrame())
        return code, *capsys.readouterr()

    return type_command


def test_without_a_file_it_is_shown_and_nothing_is_written(typing: Type, tmp_path: Path) -> None:
    code, out, err = typing()
    assert (code, err) == (0, "")
    assert out.startswith("# Practice with calmcli\n\n22 November 2026 to 23 November 2026\n")
    assert "a light" not in out
    assert "a light" in typing("--notes")[1]
    keep_entry(places_in(tmp_path / "home"), an_entry(3, note="x" * 2000))
    assert MORE in typing("--notes")[1]
    assert typing("--format", "html")[1].startswith("<!DOCTYPE html>")
    assert [path.name for path in tmp_path.iterdir()] == ["home"]


def test_a_file_is_named_with_what_goes_into_it_before_it_is_written(
    typing: Type, tmp_path: Path
) -> None:
    code, out, _ = typing("-o", "mine.html")
    assert code == 0
    assert out.splitlines() == [
        "Writing mine.html: 2 sessions, 22 November 2026 to 23 November 2026, without your notes.",
        "mine.html is written.",
        said.WHO,
    ]
    assert (tmp_path / "mine.html").read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
    assert "with your notes" in typing("-o", "mine.md", "--notes")[1]
    assert (tmp_path / "mine.md").read_text(encoding="utf-8").startswith("# Practice")


def test_a_file_that_is_there_stays_as_it_is(typing: Type, tmp_path: Path) -> None:
    (tmp_path / "mine.html").write_text("mine")
    with pytest.raises(UsageError, match="is there already"):
        typing("-o", "mine.html")
    assert (tmp_path / "mine.html").read_text() == "mine"


def test_a_stretch_of_time_without_sessions_is_no_report(typing: Type, tmp_path: Path) -> None:
    code, out, err = typing("--until", "2026-01-01", "-o", "mine.html")
    assert (code, out) == (1, "")
    assert "nothing to report" in err
    assert not (tmp_path / "mine.html").exists()
    assert "23 November 2026 to 23 November 2026" in typing("--since", "2026-11-23")[1]
