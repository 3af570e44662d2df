"""Journals that are no longer what they were, and clocks that are not either."""

import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from calmcli.words import session as words
from faults.program import APP, assert_left_as_found, entries
from faults.watched import HOUR, Watched
from harness.terminal import Terminal

KEPT, WAITS = words.KEPT["journal"], words.KEPT["pending"]
WAY_BACK = "'calmcli journal check' says what can be done."
RATED = ("breathe", "box", "--cycles", "1", "--plain")


def empty(journal: Path) -> None:
    journal.write_bytes(b"")


def garbage(journal: Path) -> None:
    journal.write_bytes(b"garbage" * 999)


def cut_short(journal: Path) -> None:
    journal.write_bytes(journal.read_bytes()[:-4096])


FAULTS = [empty, garbage, cut_short]


@pytest.mark.parametrize("fault", FAULTS)
def test_a_damaged_journal_holds_no_session_up_and_the_way_back_is_told(
    tmp_path: Path, fault: Callable[[Path], None]
) -> None:
    person = Watched(tmp_path / "home")
    person.session()
    journal = person.home / "journal.db"
    fault(journal)
    broken = journal.read_bytes()
    person.note(f"journal.db is {fault.__name__.replace('_', ' ')} now")
    seen = person.session()
    assert f"{WAITS} calmcli: The journal cannot be read: " in seen
    assert seen.endswith(f"It is left as it is. {WAY_BACK}")
    assert journal.read_bytes() == broken
    checked = person.command("journal", "check", status=1)
    assert "'calmcli journal restore' puts the copy of " in checked
    person.command("journal", "restore")
    person.command("journal", "list")
    assert len(entries(person.home)) == 2
    (aside,) = person.home.glob("journal-set-aside-*.db")
    assert aside.read_bytes() == broken
    person.is_what_was_looked_at(f"12-{fault.__name__.replace('_', '-')}")


def test_a_journal_of_a_newer_calmcli_is_only_read_and_that_is_told(tmp_path: Path) -> None:
    person = Watched(tmp_path / "home")
    person.session()
    with closing(sqlite3.connect(person.home / "journal.db", isolation_level=None)) as other:
        other.execute("PRAGMA user_version = 99")
    before = (person.home / "journal.db").read_bytes()
    person.note("a newer calmcli has been here")
    newer = "calmcli: The journal was written by a newer calmcli; it is left as it is."
    assert person.session().endswith(f"{WAITS} {newer}")
    assert "newer calmcli" in person.command("journal", "list")
    assert (person.home / "journal.db").read_bytes() == before
    person.is_what_was_looked_at("13-newer-journal")


@pytest.mark.parametrize("fault", [empty, garbage])
def test_the_screen_tells_it_too_when_it_is_left(
    tmp_path: Path, fault: Callable[[Path], None]
) -> None:
    fault(tmp_path / "journal.db")
    with APP.start(tmp_path) as run:
        APP.go_to_after(run)
        APP.go_to_end(run)
        assert run.wait_exit() == 0
        assert_left_as_found(run)
        seen = " ".join(run.screen_text().split())
    assert f"7 → 4, {WAITS} calmcli: The journal cannot be read: " in seen
    assert seen.endswith(f"It is left as it is. {WAY_BACK}")


def test_a_journal_that_another_program_holds_lets_the_entry_wait(tmp_path: Path) -> None:
    person = Watched(tmp_path / "home")
    person.session()
    with closing(sqlite3.connect(person.home / "journal.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        person.note("another program holds the journal")
        assert WAITS in person.session()
    assert len(entries(person.home)) == 2
    person.note("it has let go")
    assert person.session().endswith(KEPT)
    assert len(entries(person.home)) == 3
    person.is_what_was_looked_at("10-held-journal")


def replaced(journal: Path) -> None:
    copy = journal.with_name("journal (synced).db")
    shutil.copy(journal, copy)
    copy.replace(journal)


def replaced_by_an_old_one(journal: Path) -> None:
    journal.with_name("old.db").replace(journal)


def moved_away(journal: Path) -> None:
    journal.rename(journal.with_name("elsewhere.db"))


def answer(run: Terminal, question: str, typed: str) -> None:
    run.wait_for(question[:40])
    run.send(typed)


@pytest.mark.parametrize("fault", [replaced, replaced_by_an_old_one, moved_away])
def test_a_journal_that_a_sync_program_replaces_in_mid_session_gets_the_entry_by_its_id(
    tmp_path: Path, fault: Callable[[Path], None]
) -> None:
    person = Watched(tmp_path / "home")
    person.session()
    shutil.copy(person.home / "journal.db", person.home / "old.db")
    with person.begin(*RATED) as run:
        answer(run, words.ASK_BEFORE, "7\r")
        answer(run, words.ASK_AFTER, "")
        fault(person.home / "journal.db")
        run.send("4\r")
        answer(run, "Enter alone ends here", "\r")
        seen = person.end(run, *RATED)
    assert seen.endswith(KEPT)
    person.command("journal", "list")
    newest, *before = entries(person.home)
    assert (newest["before"], newest["after"]) == (7, 4)
    assert len(before) == (0 if fault is moved_away else 1)
    person.is_what_was_looked_at(f"14-{fault.__name__.replace('_', '-')}")


def test_a_conflict_copy_is_merged_by_its_ids(tmp_path: Path) -> None:
    person = Watched(tmp_path / "home")
    person.session()
    conflict = person.home / "journal (conflicted copy).db"
    shutil.copy(person.home / "journal.db", conflict)
    person.session()
    other = Watched(tmp_path / "other", at=person.at)
    other.home.mkdir()
    shutil.copy(conflict, other.home / "journal.db")
    other.session()
    shutil.copy(other.home / "journal.db", conflict)
    person.note("a sync program left a conflict copy beside the journal")
    for _ in range(2):
        person.command("journal", "import", str(conflict))
        person.command("journal", "list")
        assert len(entries(person.home)) == 3
    person.is_what_was_looked_at("14-conflict-copy")


def test_lengths_and_order_stay_right_whatever_the_clock_on_the_wall_does(tmp_path: Path) -> None:
    end_of_summer = 1792889995  # Sun 25 Oct 2026, 02:59:55 in Berlin, five seconds before
    person = Watched(tmp_path / "home", at=end_of_summer)
    person.env["TZ"] = "CET-1CEST,M3.5.0,M10.5.0/3"
    person.note("in Berlin, summer time ends on the way")
    person.session()
    person.note("an hour later, and the clock is set back by two hours on the way")
    person.session(set_back=2 * HOUR)
    person.env["TZ"] = "NZST-12NZDT,M9.5.0,M4.1.0/3"
    person.note("an hour later, in Auckland")
    person.session()
    person.command("journal", "list")
    found = entries(person.home)
    assert [each["done_seconds"] for each in found] == [16, 16, 16]
    assert [each["started_at"][11:16] for each in found] == ["15:59", "02:59", "02:59"]
    person.command("journal", "show", found[1]["id"])
    person.is_what_was_looked_at("09-clocks")
