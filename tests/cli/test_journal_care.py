"""What the commands that care for the journal's file say and do."""

import json
import os
import shutil
from pathlib import Path

import pytest

from calmcli.cli import journal
from calmcli.errors import CalmError, UsageError
from calmcli.first import FirstFrame
from calmcli.paths import Places
from calmcli.store import erasing
from calmcli.store.backups import backups_in
from calmcli.store.care import look_after
from calmcli.store.connection import Store
from calmcli.store.pending import put_pending
from calmcli.words import care
from sample_rows import a_row, names_in, places_in

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Places:
    home = tmp_path / "home"
    monkeypatch.setenv("CALMCLI_HOME", str(home))
    return places_in(home)


@pytest.fixture
def kept(places: Places) -> Places:
    """The places of a journal of one session, with one copy."""
    with Store.open(places.journal) as store:
        store.put("entries", a_row(1, note="early"))
    look_after(places.journal)
    return places


def typed(*argv: str) -> int:
    return journal.run("journal", list(argv), FirstFrame())


def test_a_journal_that_is_well_is_told_in_a_few_lines(kept: Places, capsys: Capture) -> None:
    assert typed("check") == 0
    whole, copies, private = capsys.readouterr().out.splitlines()
    assert whole.startswith("The journal is whole: 1 session, ")
    assert whole.endswith(str(kept.journal))
    assert copies.startswith("Copies: 1, the newest of ")
    assert private == care.PRIVATE


def test_where_nothing_is_nothing_is_amiss_and_nothing_is_made(
    places: Places, capsys: Capture
) -> None:
    assert typed("check") == 0
    assert capsys.readouterr().out == "There is no journal yet. The first session begins one.\n"
    assert not places.journal.parent.exists()


def test_a_damaged_journal_is_told_with_the_way_back_and_left_as_it_is(
    kept: Places, capsys: Capture
) -> None:
    kept.journal.write_bytes(b"garbage" * 999)
    put_pending(kept.pending, "entries", a_row(2))
    assert typed("check") == 1
    said = capsys.readouterr().out
    assert "its file is damaged. It is left as it is." in said
    assert "'calmcli journal restore' puts the copy of " in said
    assert "Waiting to be put into the journal: 1." in said
    assert kept.journal.read_bytes() == b"garbage" * 999
    for backup in backups_in(kept.backups):
        backup.path.write_bytes(b"")
    assert typed("check") == 1
    said = capsys.readouterr().out
    assert "'calmcli journal restore --empty' begins a new one" in said
    assert f"A copy cannot be used: {backup.path}" in said


def test_every_page_of_the_journal_is_looked_at(kept: Places, capsys: Capture) -> None:
    with Store.open(kept.journal) as store:
        for number in range(40):
            store.put("entries", a_row(number, note="n" * 900))
    content = bytearray(kept.journal.read_bytes())
    content[-4096:-3000] = b"\0" * 1096
    kept.journal.write_bytes(content)
    assert typed("check") == 1
    assert "damaged" in capsys.readouterr().out


def test_what_lies_about_is_named_with_what_to_do(kept: Places, capsys: Capture) -> None:
    aside = kept.journal.with_name("journal-set-aside-2026-11-21.db")
    shutil.copy(kept.journal, aside)
    kept.pending.mkdir()
    (kept.pending / "notes\x1b]0;x\x07.txt").write_text("mine")
    assert typed("check") == 1
    said = capsys.readouterr().out
    assert f"gone from the journal: {aside}" in said
    assert "'calmcli journal set-aside --remove' removes" in said
    assert f"could not be understood: {kept.pending / 'notes.txt'}" in said


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps no such modes")
def test_a_folder_that_others_may_read_is_told_until_it_is_closed(
    kept: Places, capsys: Capture
) -> None:
    kept.journal.parent.chmod(0o755)
    assert typed("check") == 0
    kept.journal.chmod(0o644)
    assert typed("check") == 1
    assert f"able to read {kept.journal}\n'chmod -R go= " in capsys.readouterr().out
    kept.journal.parent.chmod(0o700)
    assert typed("check") == 0


def test_a_deletion_that_was_broken_off_is_finished_by_looking(
    kept: Places, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    erasing.mark(kept.journal)
    assert typed("check") == 0
    assert capsys.readouterr().out.startswith("Deleted words were still in the file")
    erasing.mark(kept.journal)
    kept.journal.write_bytes(b"garbage" * 999)
    assert typed("check") == 1
    assert "that was broken off" in capsys.readouterr().out


def test_the_check_for_programs_says_the_same(kept: Places, capsys: Capture) -> None:
    assert typed("check", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["schema_version"], told["well"], told["waiting"]) == (1, True, 0)
    assert told["journal"]["sessions"] == 1
    assert [Path(copy["path"]) for copy in told["copies"]] == [
        backup.path for backup in backups_in(kept.backups)
    ]


def test_a_copy_joins_the_five_or_goes_where_it_is_wished(
    kept: Places, tmp_path: Path, capsys: Capture
) -> None:
    assert typed("backup") == 0
    assert f"{backups_in(kept.backups)[0].path}\n" in capsys.readouterr().out
    assert len(backups_in(kept.backups)) == 2
    assert typed("backup", str(tmp_path / "mine 🌿.db")) == 0
    assert names_in(tmp_path) == ["home", "mine 🌿.db"]


def test_a_copy_that_cannot_be_written_is_told_in_a_line(places: Places, tmp_path: Path) -> None:
    with pytest.raises(CalmError, match="nothing to copy"):
        typed("backup")
    (tmp_path / "mine.db").touch()
    with pytest.raises(UsageError, match="is there already"):
        typed("backup", str(tmp_path / "mine.db"))
    with pytest.raises(UsageError, match="There is no folder"):
        typed("backup", str(tmp_path / "no" / "mine.db"))
    places.journal.parent.mkdir()
    places.journal.touch()
    with pytest.raises(CalmError, match=r"No copy was written\. .* its file is empty"):
        typed("backup")


def test_the_newest_copy_takes_the_place_of_a_damaged_journal(
    kept: Places, capsys: Capture
) -> None:
    kept.journal.write_bytes(b"garbage" * 999)
    put_pending(kept.pending, "entries", a_row(2))
    assert typed("restore") == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith(f"The journal is now as it was in {kept.backups}")
    assert said[1].startswith(f"The one before is in {kept.journal.parent / 'journal-set-aside'}")
    assert said[-1] == "Put into the journal of what waited for it: 1."
    assert typed("check") == 0
    assert typed("set-aside") == 0
    assert len(names_in(kept.journal.parent)) == 4
    capsys.readouterr()
    assert typed("set-aside", "--remove") == 0
    assert capsys.readouterr().out.startswith("Removed: ")
    assert typed("set-aside") == 0
    assert capsys.readouterr().out == "Nothing was set aside.\n"


def test_a_new_journal_is_begun_only_when_asked_for(places: Places, capsys: Capture) -> None:
    places.journal.parent.mkdir()
    places.journal.touch()
    with pytest.raises(CalmError, match="no copy that is whole"):
        typed("restore")
    assert places.journal.read_bytes() == b""
    with pytest.raises(UsageError, match="cannot be given with it"):
        typed("restore", "mine.db", "--empty")
    assert typed("restore", "--empty") == 0
    assert capsys.readouterr().out.startswith("There is a new journal, with nothing in it.\n")


def test_a_file_that_cannot_be_restored_is_told_in_a_line(kept: Places, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="There is no file"):
        typed("restore", str(tmp_path / "mine.db"))
    (tmp_path / "mine.db").write_text("mine")
    with pytest.raises(CalmError, match="cannot be put in the journal's place"):
        typed("restore", str(tmp_path / "mine.db"))


def test_a_deletion_names_what_it_did_not_reach(
    kept: Places, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed("restore")
    (aside,) = kept.journal.parent.glob("journal-set-aside-*.db")
    capsys.readouterr()
    monkeypatch.setattr(erasing, "erase", lambda _journal: None)
    assert typed("delete", "00000001") == 0
    told = capsys.readouterr()
    assert f"gone from the journal: {aside}" in told.out
    assert "'calmcli journal set-aside --remove'" in told.out
    assert told.err.endswith("It is tried again at the next start.\n")


def test_a_journal_that_cannot_be_read_is_not_called_empty(kept: Places, capsys: Capture) -> None:
    kept.journal.write_bytes(b"garbage" * 999)
    assert typed("list") == 0
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.endswith("'calmcli journal check' says what can be done.\n")
