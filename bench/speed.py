"""How soon, how light and how small calmcli is, against yardsticks of the same run: `make bench`.

Every figure is a median of alternating runs with its least and its most, and where there is a
yardstick, their ratio: absolute figures say more about the machine than about the program. The
whole is printed as a table and written as JSON.
"""

import argparse
import json
import statistics
import tempfile
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from lateness import late_cues
from peers import PEERS
from program import Program, Running

RUNS = 11
HOUSE = Path(__file__).parents[1]
HERE = HOUSE / ".bench"
CUE = "Breathe in"


@dataclass
class Figure:
    """One row of the table."""

    name: str
    unit: str
    yardstick: str = ""
    """The name of what it is compared with, if it is."""
    at_most: float | None = None
    """What it has to keep to: a ratio where there is a yardstick, else the figure itself."""
    tries_for: float | None = None
    values: list[float] = field(default_factory=list)

    @property
    def median(self) -> float:
        """The middle of all runs."""
        return statistics.median(self.values)


def programs(folder: Path) -> dict[str, Program]:
    """The yardsticks and ours, all of one environment."""
    python, calmcli = str(folder / "python"), str(folder / "calmcli")
    bare = f"import os; os.write(1, b'{CUE}')"
    smallest = str(Path(__file__).with_name("smallest.py"))
    still = {"CALMCLI_HOME": str(HERE / "still")}
    each = (
        Program("bare interpreter", [python, "-I", "-c", bare], CUE),
        Program(
            "bare, and stays", [python, "-I", "-c", f"{bare}; import time; time.sleep(99)"], CUE
        ),
        Program("smallest Textual app", [python, "-I", smallest], CUE),
        Program("now", [calmcli, "now", "--no-journal"], CUE),
        Program("-m calmcli now", [python, "-m", "calmcli", "now", "--no-journal"], CUE),
        Program("now, the app", [calmcli, "now", "--no-journal"], "help now"),
        Program("breathe", [calmcli, "breathe", "--no-journal"], "right now"),
        Program("--version", [calmcli, "--version"], r"calmcli \d"),
        Program("--help", [calmcli, "--help"], "timed breathing"),
        Program("support", [calmcli, "support"], "emergency"),
        Program("breathe --plain", [calmcli, "breathe", "--plain", "--no-journal"], "Long out"),
        Program("now --plain", [calmcli, "now", "--plain", "--no-journal"], "Long out"),
        Program("relax --plain", [calmcli, "relax", "--plain", "--no-journal"], "Seven areas"),
        Program("visualize --plain", [calmcli, "visualize", "--plain", "--no-journal"], "A steady"),
        Program("ground --plain", [calmcli, "ground", "--plain", "--no-journal"], "Five, four"),
        Program("a held breath", [calmcli, "breathe", "box", "--no-rating", "--no-journal"], CUE),
        Program("still", [calmcli, "now", "--no-journal"], CUE, environ=still),
    )
    return {program.name: program for program in each}


def compiling_nothing(program: Program) -> Program:
    """The same, leaving no compiled file behind; with -I Python is deaf to the environment."""
    python, *typed = program.argv
    argv = [python, "-B", *typed] if typed[0] == "-I" else program.argv
    return replace(program, argv=argv, environ={**program.environ, "PYTHONDONTWRITEBYTECODE": "1"})


def alternate(runs: int, measures: Sequence[Callable[[], Iterable[tuple[Figure, float]]]]) -> None:
    """Take every measure once, then again; the first round only warms up."""
    for round_number in range(runs + 1):
        for measure in measures:
            for figure, value in measure():
                if round_number:
                    figure.values.append(value)


def first_words(all_programs: dict[str, Program], runs: int) -> list[Figure]:
    """From the start of a program until its first words can be read."""
    bare, app = "bare interpreter", "smallest Textual app"
    rows = [
        Figure(bare, "ms"),
        Figure(app, "ms"),
        Figure("now", "ms", bare, 2.0, 1.5),
        Figure("-m calmcli now", "ms", bare),
        Figure("now, the app", "ms", app, 1.25, 1.05),
        Figure("breathe", "ms", bare, 2.5, 1.7),
        Figure("--version", "ms", bare, 4, 2.5),
        Figure("--help", "ms", bare, 4, 2.5),
        Figure("support", "ms", bare, 8, 5),
        *(
            Figure(f"{name} --plain", "ms", bare, 8, 5)
            for name in ("breathe", "now", "relax", "visualize", "ground")
        ),
    ]

    alternate(runs, [partial(once, row, all_programs[row.name]) for row in rows])
    return rows


def once(row: Figure, program: Program) -> list[tuple[Figure, float]]:
    """One run of a program, for its row."""
    return [(row, run_once(program))]


def run_once(program: Program) -> float:
    """Milliseconds to the first words, in a home of its own."""
    with tempfile.TemporaryDirectory() as home, Running(program, home) as running:
        return running.first_words_ms()


def while_it_runs(all_programs: dict[str, Program], runs: int) -> list[Figure]:
    """Processor time, bytes and memory, of programs side by side: none of them takes 2 % of one."""
    moving, held, still = (
        Figure(f"processor, {name}", "%", at_most=most, tries_for=wish)
        for name, most, wish in (("moving", 1.5, 0.6), ("held", 0.4, 0.2), ("still", 0.4, 0.2))
    )
    sent = Figure("bytes a second, moving", "B/s", at_most=1000, tries_for=250)
    steps = Figure("writes a second, moving", "/s")
    small, bare = Figure("memory, smallest Textual app", "MiB"), Figure("memory, bare", "MiB")
    app = Figure("memory, the app", "MiB", small.name, 1.5, 1.2)
    plain = Figure("memory, in lines", "MiB", bare.name, 3, 2)

    def watched(name: str, seconds: float, after: float) -> tuple[float, float, float, float]:
        with tempfile.TemporaryDirectory() as home, Running(all_programs[name], home) as running:
            running.first_words_ms()
            cost = running.watch(seconds, after)
            return (*cost, running.peak_kib() / 1024)

    plan = [
        ("now", 10.0, 1.5),
        ("a held breath", 3.4, 4.3),
        ("still", 10.0, 1.5),
        ("smallest Textual app", 0.0, 1.0),
        ("breathe --plain", 0.0, 1.0),
        ("bare, and stays", 0.0, 0.3),
    ]

    def measure() -> Iterable[tuple[Figure, float]]:
        with ThreadPoolExecutor(len(plan)) as pool:
            results = [run.result() for run in [pool.submit(watched, *each) for each in plan]]
        yield moving, results[0][0]
        yield sent, results[0][1]
        yield steps, results[0][2]
        yield held, results[1][0]
        yield still, results[2][0]
        peaks = (result[3] for result in (results[0], *results[3:]))
        yield from zip((app, small, plain, bare), peaks, strict=True)

    alternate(runs, [measure])
    return [moving, held, still, sent, steps, small, app, bare, plain]


def beside_peers(runs: int) -> list[Figure]:
    """The first cue of programs that someone would pick instead, where they are installed."""
    rows = []
    for peer in PEERS:
        program = peer.program(HERE / "peers")
        if program is not None:
            rows.append((Figure(peer.name, "ms"), program))
    if rows:
        alternate(min(runs, 3), [partial(once, *row) for row in rows])
    return [row for row, _ in rows]


def table(
    title: str, rows: Sequence[Figure], yardsticks: dict[str, Figure]
) -> list[dict[str, object]]:
    """Print rows, and give them as JSON."""
    print(f"\n{title:<32}{'median':>9}{'least':>9}{'most':>9}  {'ratio':>6}  at most  try for")
    told = []
    for row in rows:
        yardstick = yardsticks.get(row.yardstick)
        ratio = row.median / yardstick.median if yardstick else None
        bounds = "".join(
            f"{'' if each is None else f'{each:g}':>9}" for each in (row.at_most, row.tries_for)
        )
        reached = row.median if ratio is None else ratio
        mark = "" if row.at_most is None or reached <= row.at_most else "  over"
        print(
            f"{row.name:<32}{row.median:>9.2f}{min(row.values):>9.2f}{max(row.values):>9.2f}"
            f"  {'' if ratio is None else f'{ratio:.2f}':>6}{bounds}  {row.unit}{mark}"
        )
        told.append(
            {
                "name": row.name,
                "unit": row.unit,
                "median": row.median,
                "least": min(row.values),
                "most": max(row.values),
                "runs": len(row.values),
                "yardstick": row.yardstick or None,
                "ratio": ratio,
                "at_most": row.at_most,
                "tries_for": row.tries_for,
            }
        )
    return told


def main() -> None:
    """Measure, print, and write JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=RUNS)
    parser.add_argument("--minutes", type=float, default=0.5, help="how long cues are watched for")
    parser.add_argument("--json", type=Path, default=HERE / "speed.json")
    options = parser.parse_args()
    (HERE / "still").mkdir(parents=True, exist_ok=True)
    (HERE / "still" / "settings.toml").write_text('[look]\nmotion = "still"\n')
    installed, fresh = (programs(HERE / name / "bin") for name in ("installed", "fresh"))
    fresh = {name: compiling_nothing(program) for name, program in fresh.items()}
    told: dict[str, list[dict[str, object]]] = {}
    groups: dict[str, Callable[[], list[Figure]]] = {
        "first words": lambda: first_words(installed, options.runs),
        "first words, nothing compiled": lambda: first_words(fresh, options.runs),
        "while it runs": lambda: while_it_runs(installed, options.runs),
        "lateness of cues": lambda: late_figures(installed["now"], options.minutes),
        "first cue of others": lambda: beside_peers(options.runs),
    }
    for title, measured in groups.items():
        figures = measured()
        if figures:
            told[title] = table(title, figures, {figure.name: figure for figure in figures})
    options.json.write_text(json.dumps({"schema_version": 1, "figures": told}, indent=1))
    print(f"\nas JSON: {options.json}")


def late_figures(program: Program, minutes: float) -> list[Figure]:
    """How late each drawn cue is, with nothing else to do and with every core busy."""
    rows = []
    for name, most, wish in (("idle", 10, 5), ("every core busy", 15, 8)):
        late = late_cues(program, minutes, busy=name != "idle")
        rows.append(Figure(f"each cue, {name}", "ms", values=late.milliseconds))
        rows.append(Figure(f"p99, {name}", "ms", at_most=most, tries_for=wish, values=[late.p99]))
        rows.append(Figure(f"growth a minute, {name}", "ms", values=[late.growth]))
    return rows


if __name__ == "__main__":
    main()
