"""`calmcli forget` removes what is ours, and nothing else."""

from pathlib import Path

import pytest

from calmcli.forgetting import Forgetting, forget, forget_scripts
from calmcli.paths import Places, find_places
from calmcli.plain.forgetting import ask_and_forget
from calmcli.words import forgetting as said
from fakes import FakeClock
from journals import entry, keep
from spoken_lines import SpokenLines


@pytest.fixture
def places(tmp_path: Path) -> Places:
    places = find_places({"CALMCLI_HOME": str(tmp_path / "home")})
    keep(places, [entry(0)])
    for folder in (places.visits, places.backups, places.pending, places.logs, places.scripts):
        folder.mkdir()
        (folder / "one").write_text("words", encoding="utf-8")
    places.settings.write_text("plain = true\n", encoding="utf-8")
    for name in ("journal-set-aside-2026-11-20.db", "journal-set-aside-2026-11-20-2.db-journal"):
        places.journal.with_name(name).write_bytes(b"x")
    places.journal.with_name("journal-set-aside-2026-11-20-2.db").write_bytes(b"x")
    places.journal.with_name("letter.txt").write_text("not ours", encoding="utf-8")
    return places


def names(places: Places) -> list[str]:
    return sorted(path.name for path in places.journal.parent.iterdir())


def told(places: Places, *answers: str) -> list[str]:
    lines = SpokenLines(FakeClock(), answers)
    assert ask_and_forget(Forgetting(places), lines)
    return lines.lines


def test_the_word_removes_everything_of_ours_and_scripts_are_asked_about(places: Places) -> None:
    lines = told(places, "forget", "")
    assert names(places) == ["letter.txt", "scripts"]
    assert any(line.startswith("It is gone. ") for line in lines)
    assert lines[-2:] == [said.ASK_SCRIPTS.format(folder=places.scripts), said.SCRIPTS_STAY]


def test_scripts_go_when_that_word_is_typed_too(places: Places) -> None:
    told(places, " Forget ", "scripts")
    assert names(places) == ["letter.txt"]


@pytest.mark.parametrize("typed", [[], [""], ["yes"], ["forge"]])
def test_anything_else_leaves_everything_as_it_is(places: Places, typed: list[str]) -> None:
    before = names(places)
    assert told(places, *typed)[-1] == said.AS_IT_WAS
    assert names(places) == before


def test_what_it_cannot_reach_is_said_before_anything_is_asked(places: Places) -> None:
    lines = " ".join(told(places))
    for word in ("sync", "snapshots", "swap", "SSD", "cards", "reports", "exports", "sound files"):
        assert word in lines


def test_a_link_is_removed_and_what_it_leads_to_is_not(places: Places, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "theirs").write_text("not ours", encoding="utf-8")
    (places.pending / "link").symlink_to(outside)
    (places.backups / "one").unlink()
    places.backups.rmdir()
    places.backups.symlink_to(outside)
    (outside / "empty").mkdir()
    forget(places)
    forget_scripts(places)
    assert (outside / "empty").is_dir()
    assert (outside / "theirs").read_text(encoding="utf-8") == "not ours"
    assert not (places.pending / "link").exists()


def test_where_there_is_nothing_it_says_so(tmp_path: Path) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path / "nothing")})
    assert told(places, "forget")[-1] == said.NOTHING_THERE
