"""Disks that are full, read-only or gone, and journals that are no longer what they were."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from calmcli import words
from faults.program import COMMAND, entries, world
from harness.streams import Ended, run_without_terminal

HURRIED = """
import sys, time
import calmcli.cli.desk as desk
import calmcli.plain.lines as lines
from calmcli.cli.main import run
from calmcli.clock import Clock
from calmcli.first import FirstFrame

began, sleep = time.monotonic_ns(), time.sleep
desk.Clock = lambda: Clock(now=lambda: (time.monotonic_ns() - began) * 50)
lines.time.sleep = lambda seconds: sleep(seconds / 50)
sys.exit(run(["breathe", "box", "--cycles", "1", "--plain", "--no-rating"], FirstFrame()))
"""
"""One breath of box breathing in lines, on a clock fifty times as fast."""
KEPT, WAITS, LOST = (words.KEPT[name] for name in ("journal", "pending", "lost"))
WAY_BACK = "'calmcli journal check' says what can be done."


def a_session(home: Path) -> Ended:
    """Breathe once, in lines, to the end."""
    ended = run_without_terminal([sys.executable, "-c", HURRIED], env=world(home))
    assert ended.status == 0
    assert "Breathe in" in ended.out
    return ended


def a_command(home: Path, *typed: str) -> Ended:
    return run_without_terminal([*COMMAND, *typed], env=world(home))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of its own of 256 kB."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    if sys.platform != "linux" or mount is None or os.geteuid() != 0:
        pytest.skip("only root on Linux may mount a disk")
    mounted = subprocess.run(
        [mount, "-t", "tmpfs", "-o", "size=256k", "none", str(disk)], check=False
    )
    if mounted.returncode != 0:
        pytest.skip("no disk may be mounted here")
    try:
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)  # noqa: S607  # where it is differs


def fill(disk: Path, leave: int = 0) -> Path:
    """Fill a disk with a file, but for so many bytes."""
    filling = disk / "filling"
    with filling.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(4096))
        except OSError:
            pass
    if leave:
        os.truncate(filling, filling.stat().st_size - leave)
    return filling


def test_on_a_full_disk_a_session_runs_to_its_end_and_says_in_its_line_that_nothing_is_kept(
    small_disk: Path,
) -> None:
    fill(small_disk)
    ended = a_session(small_disk / "home")
    assert ended.out.rstrip().endswith(LOST)
    assert ended.err == ""


def test_on_a_disk_that_is_almost_full_the_entry_waits_and_is_merged_when_there_is_room(
    small_disk: Path,
) -> None:
    home = small_disk / "home"
    a_session(home)
    filling = fill(small_disk, leave=8192)
    ended = a_session(home)
    assert ended.out.rstrip().endswith(WAITS)
    assert ended.err == "calmcli: The journal cannot be used now: the disk is full.\n"
    assert len(entries(home)) == 2
    filling.unlink()
    assert a_session(home).out.rstrip().endswith(KEPT)
    assert len(entries(home)) == 3
    assert list((home / "pending").iterdir()) == []
    assert a_command(home, "journal", "check").status == 0


def test_a_disk_that_may_only_be_read_is_shown_and_a_session_on_it_runs_to_its_end(
    small_disk: Path,
) -> None:
    home = small_disk / "home"
    a_session(home)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)  # noqa: S607
    ended = a_session(home)
    assert ended.out.rstrip().endswith(LOST)
    assert len(entries(home)) == 1
    assert a_command(home, "journal", "check").status == 0
    deleting = a_command(home, "journal", "delete", entries(home)[0]["id"])
    assert deleting.status == 1
    assert "not deleted" in deleting.err
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)  # noqa: S607
    assert a_session(home).out.rstrip().endswith(KEPT)


def test_where_there_can_be_no_folder_a_session_runs_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert a_session(tmp_path / "file" / "home").out.rstrip().endswith(LOST)


def test_a_folder_that_is_missing_is_made(tmp_path: Path) -> None:
    home = tmp_path / "not" / "there" / "yet"
    assert a_session(home).out.rstrip().endswith(KEPT)
    assert len(entries(home)) == 1


def empty(journal: Path) -> None:
    journal.write_bytes(b"")


def garbage(journal: Path) -> None:
    journal.write_bytes(b"garbage" * 999)


def cut_short(journal: Path) -> None:
    journal.write_bytes(journal.read_bytes()[:-4096])


@pytest.mark.parametrize("fault", [empty, garbage, cut_short])
def test_a_damaged_journal_holds_no_session_up_and_the_way_back_is_told(
    tmp_path: Path, fault: Callable[[Path], None]
) -> None:
    a_session(tmp_path)
    journal = tmp_path / "journal.db"
    fault(journal)
    broken = journal.read_bytes()
    ended = a_session(tmp_path)
    assert ended.out.rstrip().endswith(WAITS)
    assert ended.err.startswith("calmcli: The journal cannot be read: ")
    assert ended.err.endswith(f"It is left as it is. {WAY_BACK}\n")
    assert journal.read_bytes() == broken
    checked = a_command(tmp_path, "journal", "check")
    assert checked.status == 1
    assert "'calmcli journal restore' puts the copy of " in checked.out
    assert a_command(tmp_path, "journal", "restore").status == 0
    assert len(entries(tmp_path)) == 2
    (aside,) = tmp_path.glob("journal-set-aside-*.db")
    assert aside.read_bytes() == broken


def test_a_journal_of_a_newer_calmcli_is_only_read_and_that_is_told(tmp_path: Path) -> None:
    a_session(tmp_path)
    with closing(sqlite3.connect(tmp_path / "journal.db", isolation_level=None)) as other:
        other.execute("PRAGMA user_version = 99")
    before = (tmp_path / "journal.db").read_bytes()
    ended = a_session(tmp_path)
    assert ended.out.rstrip().endswith(WAITS)
    assert ended.err == (
        "calmcli: The journal was written by a newer calmcli; it is left as it is.\n"
    )
    listed = a_command(tmp_path, "journal", "list")
    assert listed.status == 0
    assert "newer calmcli" in listed.err
    assert (tmp_path / "journal.db").read_bytes() == before


def test_a_journal_that_another_program_holds_lets_the_entry_wait(tmp_path: Path) -> None:
    a_session(tmp_path)
    with closing(sqlite3.connect(tmp_path / "journal.db", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        ended = a_session(tmp_path)
    assert ended.out.rstrip().endswith(WAITS)
    assert len(entries(tmp_path)) == 2
    assert a_session(tmp_path).out.rstrip().endswith(KEPT)
    assert len(entries(tmp_path)) == 3


def test_a_linked_folder_with_spaces_and_emoji_holds_everything(tmp_path: Path) -> None:
    real = tmp_path / "a real # folder? 100% 🌿"
    real.mkdir()
    home = tmp_path / "linked here"
    try:
        home.symlink_to(real, target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    assert a_session(home).out.rstrip().endswith(KEPT)
    for typed in (["check"], ["backup"], ["restore"], ["set-aside", "--remove"]):
        assert a_command(home, "journal", *typed).status == 0, typed
    assert len(entries(real)) == 1
    assert home.is_symlink()


def test_two_sessions_at_once_are_both_kept(tmp_path: Path) -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-c", HURRIED],
            env=world(tmp_path),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
        )
        for _ in range(3)
    ]
    for each in running:
        each.communicate(timeout=60)
    assert {each.returncode for each in running} == {0}
    a_session(tmp_path)
    assert len(entries(tmp_path)) == 4
