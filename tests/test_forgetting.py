"""`calmcli forget` removes what is ours, and nothing else."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from calmcli.forgetting import Forgetting, forget, forget_scripts
from calmcli.paths import Places, find_places
from calmcli.plain.forgetting import ask_and_forget
from calmcli.store.connection import Store
from calmcli.store.forgetting import delete_everything
from calmcli.store.keeper import Kept
from calmcli.store.writer import Writer
from calmcli.words import forgetting as said
from fakes import FakeClock
from journals import entry, keep
from sample_rows import a_row
from spoken_lines import SpokenLines

LONG = 30.0
"""Seconds no test ever waits, unless something is broken."""
windows_holds_on = pytest.mark.skipif(os.name == "nt", reason="an open file stays there")


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
    for word in ("sync", "backup", "the system", "cards", "reports", "exports", "sound files"):
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


def at_work(places: Places) -> Writer:
    """What a session has open, with one entry in the journal."""
    writer = Writer(places)
    writer.put("entries", a_row(1))
    assert writer.flush(LONG)
    return writer


@windows_holds_on
@pytest.mark.parametrize("remove", [forget, delete_everything])
def test_a_session_that_is_open_meanwhile_writes_nothing_back(
    places: Places, remove: Callable[[Places], object]
) -> None:
    writer = at_work(places)
    remove(places)
    writer.put("entries", a_row(1, after=3))
    assert writer.finish(LONG) is Kept.NOTHING
    assert not {"journal.db", "pending"}.intersection(names(places))


@windows_holds_on
def test_a_session_that_is_begun_after_it_is_kept_in_a_new_journal(places: Places) -> None:
    writer = at_work(places)
    forget(places)
    for row in (a_row(2), a_row(1, after=3)):
        writer.put("entries", row)
        assert writer.flush(LONG)
    writer.finish(LONG)
    with Store.open_to_read(places.journal) as store:
        assert list(store.rows("entries")) == [a_row(2)]


def test_a_journal_that_could_not_be_removed_is_as_it_was(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open_to_read(places.journal) as store:
        before = list(store.rows("entries"))
    monkeypatch.setattr(Path, "unlink", refused)
    assert places.journal in forget(places).left
    with Store.open(places.journal) as store:
        assert list(store.rows("entries")) == before


def refused(_path: Path) -> None:
    raise PermissionError
