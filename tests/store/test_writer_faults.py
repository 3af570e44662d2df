"""The writer with a real journal, and faults made to happen on the disk."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from calmcli.paths import Places
from calmcli.store import opening
from calmcli.store.connection import Store
from calmcli.store.keeper import Kept
from calmcli.store.pending import read_pending
from calmcli.store.writer import Writer
from sample_rows import a_row, places_in, row_id, waiting_notes

LONG = 30.0
TESTS = Path(__file__).parents[1]
SOURCE = Path(opening.__file__).parents[2]

PUTS_FOR_EVER = """
import sys
from pathlib import Path
from sample_rows import a_row, places_in
from calmcli.store.writer import Writer
writer = Writer(places_in(Path(sys.argv[1])))
for number in range(100_000):
    writer.put("entries", a_row(number % 50, note=f"{number}"))
    assert writer.flush(30)
    print(number, flush=True)
"""

ONE_ROW_ON_A_FULL_DISK = """
import resource, sys
from pathlib import Path
from sample_rows import a_row, places_in
from calmcli.store.writer import Writer
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), int(sys.argv[2])))
writer = Writer(places_in(Path(sys.argv[1])))
for number in range(1, 4):
    writer.put("entries", a_row(number, note="n" * 3000))
    writer.flush(30)
print(writer.finish(30).value, len(writer.lost))
"""

IMPORTS_NOTHING_OF_SQLITE = """
import sys
import calmcli.store.writer, calmcli.journal.entries
print("sqlite3" in sys.modules)
"""


def program(script: str, *arguments: object) -> subprocess.Popen[str]:
    return subprocess.Popen(  # our own words, run by our own Python
        [sys.executable, "-c", script, *map(str, arguments)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(SOURCE), str(TESTS)))},
        stdout=subprocess.PIPE,
        text=True,
    )


def output_of(script: str, *arguments: object) -> str:
    with program(script, *arguments) as running:
        output, _ = running.communicate(timeout=LONG)
    assert running.returncode == 0
    return output.strip()


def notes(places: Places) -> dict[object, object]:
    with Store.open_to_read(places.journal) as store:
        return {row["id"]: row["note"] for row in store.rows("entries")}


@pytest.mark.parametrize("after", [0, 1, 7, 60, 150])
def test_kill_9_loses_nothing_that_was_flushed(places: Places, tmp_path: Path, after: int) -> None:
    last = -1
    with program(PUTS_FOR_EVER, tmp_path) as running:
        assert running.stdout is not None
        for _ in range(after + 1):
            last = int(running.stdout.readline())
        running.kill()
        for line in running.stdout:
            last = int(line)
    assert running.returncode != 0
    with closing(sqlite3.connect(places.journal)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    found = notes(places)
    told = {row_id(number % 50): number for number in range(last + 1)}
    assert all(int(str(found[name])) >= number for name, number in told.items())


def test_first_words_on_a_screen_pay_nothing_for_sqlite() -> None:
    assert output_of(IMPORTS_NOTHING_OF_SQLITE) == "False"


@pytest.mark.skipif(os.name == "nt", reason="Windows knows no such limit")
@pytest.mark.parametrize(
    ("limit_bytes", "told"), [(0, "lost 3"), (8192, "pending 0"), (10_000_000, "journal 0")]
)
def test_a_full_disk_keeps_what_fits_and_says_what_does_not(
    places: Places, tmp_path: Path, limit_bytes: int, told: str
) -> None:
    assert output_of(ONE_ROW_ON_A_FULL_DISK, tmp_path, limit_bytes) == told
    if told.startswith("pending"):
        writer = Writer(places)
        writer.put("entries", a_row(9))
        assert writer.finish(LONG) is Kept.JOURNAL
        assert list(notes(places)) == [row_id(number) for number in (9, 3, 2, 1)]
    assert not read_pending(places.pending).rows


def test_a_full_disk_on_the_way_leaves_the_journal_whole(places: Places, tmp_path: Path) -> None:
    with Store.open(places.journal) as store:
        store.put("entries", a_row(1, note="before"))
    limit = places.journal.stat().st_size
    if os.name != "nt":
        assert output_of(ONE_ROW_ON_A_FULL_DISK, tmp_path, limit + 4096) == "pending 0"
    with closing(sqlite3.connect(places.journal)) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_locked_journal_lets_the_row_wait_until_the_next(
    places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "BUSY_SECONDS", 0.01)
    writer = Writer(places)
    writer.put("entries", a_row(1, note="early"))
    assert writer.flush(LONG)
    with closing(sqlite3.connect(places.journal, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        writer.put("entries", a_row(2, note="locked out"))
        assert writer.flush(LONG)
        assert waiting_notes(places) == ["locked out"]
        other.execute("ROLLBACK")
    writer.put("entries", a_row(3, note="late"))
    assert writer.finish(LONG) is Kept.JOURNAL
    assert list(notes(places).values()) == ["late", "locked out", "early"]
    assert waiting_notes(places) == []


def test_a_journal_locked_to_the_end_holds_nobody_up(places: Places) -> None:
    Store.open(places.journal).close()
    writer = Writer(places)
    with closing(sqlite3.connect(places.journal, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        writer.put("entries", a_row(1, note="kept"))
        assert writer.finish(0.01) is Kept.PENDING
        assert waiting_notes(places) == ["kept"]
        other.execute("ROLLBACK")
    assert writer.finish(LONG) is Kept.PENDING


def test_two_programs_at_once_both_keep_their_rows(places: Places) -> None:
    writers = [Writer(places) for _ in range(4)]
    for number in range(40):
        writers[number % 4].put("entries", a_row(number))
    assert {writer.finish(LONG) for writer in writers} <= {Kept.JOURNAL, Kept.PENDING}
    last = Writer(places)
    last.put("entries", a_row(40))
    assert last.finish(LONG) is Kept.JOURNAL
    assert sorted(map(str, notes(places))) == [row_id(number) for number in range(41)]


@pytest.mark.parametrize(
    "content", [b"", b"garbage" * 999, b"SQLite format 3\0"], ids=["empty", "garbage", "cut short"]
)
def test_a_damaged_journal_is_left_alone_and_the_row_waits(places: Places, content: bytes) -> None:
    places.journal.write_bytes(content)
    writer = Writer(places)
    writer.put("entries", a_row(1, note="kept"))
    assert writer.finish(LONG) is Kept.PENDING
    assert places.journal.read_bytes() == content
    assert waiting_notes(places) == ["kept"]


def test_a_newer_journal_is_left_alone_and_the_row_waits(places: Places) -> None:
    Store.open(places.journal).close()
    with closing(sqlite3.connect(places.journal, isolation_level=None)) as other:
        other.execute("PRAGMA user_version = 99")
    before = places.journal.read_bytes()
    writer = Writer(places)
    writer.put("entries", a_row(1, note="kept"))
    assert writer.finish(LONG) is Kept.PENDING
    assert places.journal.read_bytes() == before
    assert waiting_notes(places) == ["kept"]


@pytest.mark.skipif(os.name == "nt", reason="open files stay where they are")
def test_a_journal_replaced_by_a_sync_program_gets_the_row_by_its_id(places: Places) -> None:
    writer = Writer(places)
    writer.put("entries", a_row(1, note="old"))
    assert writer.flush(LONG)
    shutil.copy(places.journal, places.backups)
    writer.put("entries", a_row(2, note="begun"))
    assert writer.flush(LONG)
    places.backups.replace(places.journal)
    writer.put("entries", a_row(2, note="ended"))
    assert writer.finish(LONG) is Kept.JOURNAL
    assert notes(places) == {row_id(1): "old", row_id(2): "ended"}


def test_a_home_that_is_a_file_loses_nothing(tmp_path: Path) -> None:
    (tmp_path / "home").write_text("mine")
    writer = Writer(places_in(tmp_path / "home"))
    writer.put("entries", a_row(1))
    assert writer.finish(LONG) is Kept.LOST
    assert writer.lost == [("entries", a_row(1))]


def test_a_home_that_may_only_be_read_loses_nothing(places: Places, tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        if os.access(tmp_path, os.W_OK):
            pytest.skip("this account may write everywhere")
        writer = Writer(places)
        writer.put("entries", a_row(1))
        assert writer.finish(LONG) is Kept.LOST
        assert writer.lost == [("entries", a_row(1))]
    finally:
        tmp_path.chmod(0o700)
