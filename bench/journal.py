"""How a journal of a million sessions compares with one of ten: `make bench-journal`.

Runs the real commands and the screen of the real app, alternating between the journals, and prints
medians, their ratio, and the most memory. Ratios: absolute figures say more about the machine.
"""

import argparse
import json
import os
import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from calmcli.store.connection import Store
from harness.terminal import Terminal

RUNS = 9
CALMCLI = [sys.executable, "-m", "calmcli"]
SCREEN = [sys.executable, str(Path(__file__).with_name("journal_screen.py"))]
ON_SCREEN = ("first page", "all counted", "page down", "to its end")
TABLE = "journal list, a table"
COMMANDS = {
    TABLE: ["journal", "list"],
    "journal list --plain": ["journal", "list", "--plain"],
    "journal list --kind grounding": ["journal", "list", "--kind", "grounding"],
    "journal trends": ["journal", "trends"],
    "journal trends --json": ["journal", "trends", "--json"],
}
MEMORY_OF = {"journal list --json": ["journal", "list", "--json"]}
EXERCISES = [
    ("breathing", "long-out"),
    ("breathing", "box"),
    ("relaxation", "pmr-7"),
    ("visualization", "leaves"),
    ("grounding", "five-senses"),
]
BEGAN = datetime(1995, 1, 1, tzinfo=UTC)
INSERT = f"INSERT INTO entries VALUES ({', '.join('?' * 20)})"  # noqa: S608


def rows(count: int) -> Iterator[tuple[object, ...]]:
    """Sessions a quarter of an hour apart, with ratings or without."""
    chance = random.Random(7)  # noqa: S311
    for number in range(count):
        began = BEGAN + timedelta(minutes=15 * number)
        digits = f"{round(began.timestamp() * 1000):012x}"
        kind, script = chance.choice(EXERCISES)
        before, after = (chance.choice([None, *range(11)]) for _ in range(2))
        moment, note = began.isoformat(), "A few words about it." if number % 5 == 0 else None
        yield (
            f"{digits[:8]}-{digits[8:]}-7{number % 4096:03x}-8000-{number:012x}",
            *(moment, moment, moment),
            *(kind, script, "shipped", "0123456789abcdef", before, after, "[]", "completed"),
            *(300.0, 300.0, 1.0, "[]", None, None, None, note),
        )


def fill(home: Path, count: int) -> None:
    """A journal with so many sessions."""
    Store.open(home / "journal.db").close()
    with closing(sqlite3.connect(home / "journal.db", isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("BEGIN")
        connection.executemany(INSERT, rows(count))
        connection.execute("COMMIT")


def measured(home: Path, arguments: list[str]) -> tuple[float, float]:
    """Milliseconds a command took, and the most memory of any so far, in MiB."""
    env = {**os.environ, "CALMCLI_HOME": str(home), "COLUMNS": "100", "TERM": "xterm-256color"}
    began = time.monotonic()
    if arguments == COMMANDS[TABLE]:
        with Terminal([*CALMCLI, *arguments], env=env, cols=100) as terminal:
            terminal.wait_exit()
    else:
        argv = [*CALMCLI, *arguments]
        subprocess.run(argv, check=True, stdout=subprocess.DEVNULL, env=env)  # noqa: S603
    took = (time.monotonic() - began) * 1000
    return took, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def compare(few: Path, many: Path) -> None:
    """Each command with both journals in turn."""
    print(f"{'':<32}{'ten, ms':>10}{'many, ms':>10}{'ratio':>8}{'most MiB':>10}   n = {RUNS}")
    for name, arguments in COMMANDS.items():
        took: dict[Path, list[float]] = {few: [], many: []}
        most = 0.0
        for _ in range(RUNS):
            for home in (few, many):
                milliseconds, most = measured(home, arguments)
                took[home].append(milliseconds)
        ten, million = (statistics.median(took[home]) for home in (few, many))
        print(f"{name:<32}{ten:>10.0f}{million:>10.0f}{million / ten:>8.2f}{most:>10.0f}")
    for name, arguments in MEMORY_OF.items():
        milliseconds, most = measured(many, arguments)
        print(f"{name:<32}{'':>10}{milliseconds:>10.0f}{'':>8}{most:>10.0f}")


def leaf(homes: dict[int, Path]) -> None:
    """The journal's screen with each of the journals in turn."""
    took: dict[int, list[dict[str, float]]] = {count: [] for count in homes}
    for _ in range(RUNS):
        for count, home in homes.items():
            argv = [*SCREEN, str(home), str(count)]
            told = subprocess.run(argv, check=True, capture_output=True)  # noqa: S603
            took[count].append(json.loads(told.stdout))
    few = min(homes)
    print(f"\n{'the screen, with sessions':<32}{'ms':>10}{'ratio':>8}{'most MiB':>10}   n = {RUNS}")
    for name in ON_SCREEN:
        for count, each in took.items():
            ms, least = (statistics.median(one[name] for one in took[n]) for n in (count, few))
            most = max(one["MiB"] for one in each)
            print(f"{f'{name}, {count:,}':<32}{ms:>10.0f}{ms / least:>8.2f}{most:>10.0f}")


def main() -> None:
    """Fill the journals, measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sessions", type=int, default=1_000_000, help="in the long journal")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        homes = {count: Path(folder, str(count)) for count in (10, 100_000, options.sessions)}
        for count, home in homes.items():
            home.mkdir(mode=0o700)
            fill(home, count)
        leaf(homes)
        compare(homes[10], homes[options.sessions])


if __name__ == "__main__":
    main()
