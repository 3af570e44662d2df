"""Disks that are full, read-only or gone: the session runs, and where its entry is gets told."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pseudo-terminals are a POSIX thing", allow_module_level=True)

from calmcli.store.errors import NOT_NOW
from calmcli.words import session as words
from faults.program import APP, assert_left_as_found, entries
from faults.watched import Watched

KEPT, WAITS, LOST = (words.KEPT[name] for name in ("journal", "pending", "lost"))


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
    person = Watched(small_disk / "home")
    assert person.session().endswith(LOST)
    person.is_what_was_looked_at("10-full-disk")


def test_on_a_disk_that_is_almost_full_the_entry_waits_and_is_merged_when_there_is_room(
    small_disk: Path,
) -> None:
    person = Watched(small_disk / "home")
    person.session()
    filling = fill(small_disk, leave=8192)
    person.note("the disk is full now, but for a little")
    seen = person.session()
    assert f"{WAITS} calmcli: {NOT_NOW.format(reason='the disk is full')}" in seen
    assert len(entries(person.home)) == 2
    filling.unlink()
    person.note("there is room again")
    assert person.session().endswith(KEPT)
    assert len(entries(person.home)) == 3
    assert list((person.home / "pending").iterdir()) == []
    person.command("journal", "check")
    person.is_what_was_looked_at("10-almost-full-disk")


def test_a_disk_that_may_only_be_read_is_shown_and_a_session_on_it_runs_to_its_end(
    small_disk: Path,
) -> None:
    person = Watched(small_disk / "home")
    person.session()
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)  # noqa: S607
    person.note("the disk may only be read now")
    assert person.session().endswith(LOST)
    assert len(entries(person.home)) == 1
    person.command("journal", "check")
    deleting = ("journal", "delete", entries(person.home)[0]["id"])
    assert "not deleted" in person.command(*deleting, status=1)
    subprocess.run(["mount", "-o", "remount,rw", str(small_disk)], check=True)  # noqa: S607
    person.note("it may be written again")
    assert person.session().endswith(KEPT)
    person.is_what_was_looked_at("10-read-only-disk")


def test_where_there_can_be_no_folder_a_session_runs_to_its_end(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    person = Watched(tmp_path / "file" / "home", cwd=tmp_path)
    assert person.session().endswith(LOST)
    person.is_what_was_looked_at("10-no-folder")


def test_the_screen_tells_it_too_where_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with APP.start(tmp_path / "file" / "home") as run:
        APP.go_to_after(run)
        APP.go_to_end(run)
        assert run.wait_exit() == 0
        assert_left_as_found(run)
        assert " ".join(run.screen_text().split()).endswith(f"7 → 4, {LOST}")


def test_a_folder_that_is_missing_is_made(tmp_path: Path) -> None:
    person = Watched(tmp_path / "not" / "there" / "yet", cwd=tmp_path)
    assert person.session().endswith(KEPT)
    assert len(entries(person.home)) == 1


def test_a_linked_folder_with_spaces_and_emoji_holds_everything(tmp_path: Path) -> None:
    real = tmp_path / "a real # folder? 100% 🌿"
    real.mkdir()
    person = Watched(tmp_path / "linked here")
    try:
        person.home.symlink_to(real, target_is_directory=True)
    except OSError:
        pytest.skip("no links here")
    assert person.session().endswith(KEPT)
    for typed in (["check"], ["backup"], ["restore"], ["set-aside", "--remove"]):
        person.command("journal", *typed)
    assert len(entries(real)) == 1
    assert person.home.is_symlink()
    person.is_what_was_looked_at("15-linked-folder")


def test_two_sessions_at_once_are_both_kept(tmp_path: Path) -> None:
    person = Watched(tmp_path / "home")
    running = [person.begin("breathe", "box", "--cycles", "1", "--plain") for _ in range(3)]
    for each in running:
        each.wait_for(re.escape(words.ASK_BEFORE))
    for each in running:
        each.send("7\r")
    for each in running:
        each.wait_for(re.escape(words.ASK_AFTER))
    for each in running:
        each.send("4\r")
    for each in running:
        each.wait_for("ends here")
        each.send("\r")
        with each:
            assert person.end(each, "breathe", "box", "--cycles", "1", "--plain").endswith(KEPT)
    person.command("journal", "list")
    assert [(each["before"], each["after"]) for each in entries(person.home)] == [(7, 4)] * 3
    person.is_what_was_looked_at("11-three-at-once")
