"""A program that writes, copies and deletes until it is killed, and what is found afterwards."""

import os
import random
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from calmcli.paths import Places
from calmcli.store import opening
from calmcli.store.backups import backups_in
from calmcli.store.care import look_after
from calmcli.store.connection import Store
from calmcli.store.pending import read_pending
from sample_rows import places_in, row_id

TESTS = Path(__file__).parent
SOURCE = Path(opening.__file__).parents[2]
LONGEST_S = 1.0
"""The latest moment of a kill: by then the program has done everything many times."""

PROGRAM = """
import sys
from pathlib import Path
from contextlib import closing
from calmcli.store.backups import back_up
from calmcli.store.deleting import delete_rows
from calmcli.store.opening import open_to_write
from calmcli.store.writer import Writer
from sample_rows import a_row, places_in, row_id
places = places_in(Path(sys.argv[1]))
def tell(*words):
    print(*words, flush=True)
tell("begun")
for number in range(10_000):
    writer = Writer(places)
    for state in range(3):
        writer.put("entries", a_row(number, id=row_id(number), note=f"words of {number:05}."))
        assert writer.flush(30)
        tell("kept", number)
    writer.finish(30)
    if number % 3 == 1:
        with closing(open_to_write(places.journal)) as connection:
            back_up(connection, places.backups)
    if number % 5 == 4:
        tell("deleting", number - 2)
        delete_rows(places, [row_id(number - 2)])
        tell("deleted", number - 2)
"""


@dataclass
class Verdict:
    """What was found after kills, added up."""

    rows: int = 0
    """Rows that were said to be kept."""
    deletions: int = 0
    """Deletions that were said to be done."""
    copies: int = 0
    """Copies that were there, all looked at."""
    unfinished: int = 0
    """Kills that left something of a deletion to be done."""
    lost: int = 0
    """Rows that were said to be kept and are not there."""
    brought_back: int = 0
    """Rows that were said to be deleted and are there."""
    broken: int = 0
    """Journals and copies that are not whole."""
    words_left: int = 0
    """Files with words of a deleted row, after the next start."""

    def __iadd__(self, other: Self) -> Self:
        for name, value in vars(other).items():
            setattr(self, name, getattr(self, name) + value)
        return self

    @property
    def is_well(self) -> bool:
        """Whether nothing was lost, broken or brought back."""
        return not (self.lost or self.brought_back or self.broken or self.words_left)


def kill_once(home: Path, noise: random.Random) -> Verdict:
    """Let the program run for a while, kill it, and look at what is there."""
    with subprocess.Popen(
        [sys.executable, "-c", PROGRAM, str(home)],
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(SOURCE), str(TESTS)))},
        stdout=subprocess.PIPE,
        text=True,
    ) as running:
        assert running.stdout is not None
        assert running.stdout.readline() == "begun\n"
        time.sleep(noise.uniform(0, LONGEST_S))  # the kill is to come at no moment of our choosing
        running.kill()
        said = [line.split() for line in running.stdout if line.endswith("\n")]
    told = {(what, int(number)) for what, number in said}
    kept = {number for what, number in told if what == "kept"}
    deleting = {number for what, number in told if what == "deleting"}
    deleted = {number for what, number in told if what == "deleted"}
    return _look(places_in(home), kept, deleting, deleted)


def _look(places: Places, kept: set[int], deleting: set[int], deleted: set[int]) -> Verdict:
    found = Verdict(rows=len(kept), deletions=len(deleted))
    if not places.journal.exists():
        found.lost = len(kept)
        return found
    found.unfinished = int(places.journal.with_name(".journal.db.erasing").exists())
    found.broken = 0 if _is_whole(places.journal) else 1
    for backup in backups_in(places.backups):
        found.copies += 1
        found.broken += 0 if _is_whole(backup.path) else 1
    look_after(places.journal)
    with Store.open_to_read(places.journal) as store:
        there = {str(row["id"]) for row in store.rows("entries")}
    there |= {pending.key[1] for pending in read_pending(places.pending).rows}
    found.lost = sum(row_id(number) not in there for number in kept - deleting)
    found.brought_back = sum(row_id(number) in there for number in deleted)
    words = [f"words of {number:05}.".encode() for number in deleted]
    files = [path.read_bytes() for path in places.journal.parent.rglob("*") if path.is_file()]
    found.words_left = sum(any(each in content for each in words) for content in files)
    return found


def _is_whole(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))
