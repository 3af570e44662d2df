"""How late cues are, and how soon the first one comes, on a real terminal: `make bench`.

Prints a table. Speeds are ratios against a bare interpreter started in the same run, since absolute
figures say more about the machine than about the program.
"""

import argparse
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from harness.terminal import Terminal

RUNS = 11
NS_PER_MS = 1e6
BARE = [sys.executable, "-I", "-c", "import os; os.write(1, b'Breathe in')"]
CALMCLI = [sys.executable, "-m", "calmcli"]


def environment(home: str) -> dict[str, str]:
    """The same small environment for every program."""
    kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH") if name in os.environ}
    return {
        **kept,
        "HOME": home,
        "CALMCLI_HOME": home,
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }


def first_words_ms(argv: list[str], words: str, home: str) -> float:
    """Milliseconds from starting a program until its first words can be read."""
    began = time.monotonic()
    with Terminal(argv, env=environment(home)) as terminal:
        terminal.wait_for(words)
        return (terminal.chunks[-1][0] - began) * 1000


def compare(home: str) -> None:
    """Each command's first words against the bare interpreter's, alternating."""
    rows = {
        "calmcli now": ([*CALMCLI, "now", "--no-journal"], "Breathe in"),
        "calmcli breathe": ([*CALMCLI, "breathe", "--no-journal"], "right now"),
        "calmcli breathe --plain": ([*CALMCLI, "breathe", "--plain", "--no-journal"], "right now"),
        "calmcli support": ([*CALMCLI, "support"], "emergency"),
        "calmcli --help": ([*CALMCLI, "--help"], "calmcli"),
    }
    print(f"{'first words':<26}{'ms':>8}{'least':>8}{'most':>8}{'x bare':>8}   n = {RUNS}")
    for name, (argv, words) in rows.items():
        ours, bare = [], []
        for _ in range(RUNS):
            bare.append(first_words_ms(BARE, "Breathe in", home))
            ours.append(first_words_ms(argv, words, home))
        median, yardstick = statistics.median(ours), statistics.median(bare)
        print(
            f"{name:<26}{median:>8.0f}{min(ours):>8.0f}{max(ours):>8.0f}{median / yardstick:>8.1f}"
        )


def lateness(home: str, minutes: float) -> None:
    """How late each drawn cue of `long-out` is against the schedule of the first."""
    argv = [
        *CALMCLI,
        "breathe",
        "long-out",
        "--minutes",
        str(minutes),
        "--no-rating",
        "--no-journal",
    ]
    late: list[tuple[float, float]] = []
    with Terminal(argv, env=environment(home)) as terminal:
        terminal.wait_for("Breathe in")
        first, due = terminal.chunks[-1][0], 0.0
        for breath in range(round(minutes * 6)):
            for words, seconds in (("Breathe out", 4), ("Breathe in", 6)):
                due += seconds
                if breath == round(minutes * 6) - 1 and words == "Breathe in":
                    break
                terminal.wait_for(words, timeout=seconds + 2)
                late.append((due, (terminal.chunks[-1][0] - first - due) * 1000))
    values = sorted(value for _, value in late)
    slope = statistics.linear_regression(
        [due / 60 for due, _ in late], [ms for _, ms in late]
    ).slope
    p99 = values[min(len(values) - 1, round(len(values) * 0.99))]
    print(
        f"\ncues drawn: {len(values)} in {minutes:g} minutes; late by, ms:"
        f" median {statistics.median(values):.1f}, p99 {p99:.1f}, most {values[-1]:.1f};"
        f" slope {slope:+.3f} ms a minute"
    )


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=2, help="how long to watch cues for")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        compare(home)
        lateness(home, options.minutes)


if __name__ == "__main__":
    main()
