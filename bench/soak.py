"""An open-ended session for as long as one likes: what it needs at its start and at its end.

First an hour of a clock that is handed in, in this process; then real minutes on a terminal.
"""

import argparse
import gc
import statistics
import sys
import tempfile
import tracemalloc
from dataclasses import dataclass
from pathlib import Path
from time import monotonic_ns
from typing import TYPE_CHECKING

from program import NS_PER_MS, NS_PER_S, Program, Running

HOUSE = Path(__file__).parents[1]
sys.path.insert(0, str(HOUSE / "tests"))

from calmcli.content.shipped import SHIPPED  # noqa: E402
from calmcli.exercises.length import Length  # noqa: E402
from sittings import Sitting, plan_for  # noqa: E402  found beside this folder

if TYPE_CHECKING:
    from collections.abc import Callable

BREATH = (("Breathe out", 4), ("Breathe in", 6))
"""What is said next by the usual script, and after how many seconds."""
BREATH_S = sum(seconds for _, seconds in BREATH)
INJECTED_S = 3600
PATIENCE_S = 5


@dataclass(frozen=True)
class Need:
    """What the program needs at one time."""

    resident_kib: int
    descriptors: int
    threads: int
    wakeups: int
    """Voluntary context switches of all threads so far."""
    cpu_ns: int
    at_ns: int


def main() -> None:
    """Both, each as a table."""
    typed = argparse.ArgumentParser(description=__doc__)
    typed.add_argument("--minutes", type=float, default=10, help="real ones, at least 2")
    options = typed.parse_args()
    injected()
    real(options.minutes)


def injected() -> None:
    """An hour in which only the clock that is handed in moves."""
    sitting = Sitting(plan_for("long-out", length=Length()))
    sitting.begin(7)
    tracemalloc.start()
    told, sizes = 0, []
    for _minute in range(INJECTED_S // 60):
        told += len(sitting.forward(60))
        sitting.kept.clear()
        sitting.ears.heard.clear()
        gc.collect()
        sizes.append(tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    cue = sitting.session.player.where().cue
    late_ms = sitting.session.player.position_ms - INJECTED_S * 1000
    print(f"An hour of injected time: {told} cues told, {late_ms} ms off, now '{cue.words}'.")
    print(f"  allocated after 1 minute {sizes[0] / 1024:.0f} KiB, after 60 {sizes[-1] / 1024:.0f}")


def real(minutes: float) -> None:
    """Real minutes on a terminal of its own: the first beside the last."""
    with tempfile.TemporaryDirectory() as home:
        _write_open_ended(Path(home) / "calmcli" / "scripts")
        command = [sys.executable, "-m", "calmcli", "breathe", "soak", "--no-rating"]
        with Running(Program("calmcli", command, "Breathe in"), home) as running:
            first, due_s = running.wait_for("Breathe in"), 0.0
            needs, late = [_need(running.pid)], [list[float]()]
            for cue in range(round(minutes * 60 / BREATH_S) * len(BREATH)):
                words, seconds = BREATH[cue % len(BREATH)]
                due_s += seconds
                seen = running.wait_for(words, seconds + PATIENCE_S)
                late[-1].append((seen - first - due_s * NS_PER_S) / NS_PER_MS)
                if due_s >= 60 * len(needs):
                    needs.append(_need(running.pid))
                    late.append([])
    _tell(minutes, needs, [each for each in late if each])


def _write_open_ended(scripts: Path) -> None:
    """The usual script, but without an end."""
    usual = SHIPPED["long-out"].read_text(encoding="utf-8").splitlines()
    kept = [line for line in usual if not line.startswith(("id:", "minutes:"))]
    scripts.mkdir(parents=True)
    (scripts / "soak.yaml").write_text(
        "\n".join(["id: soak", "open_ended: true", *kept]), encoding="utf-8"
    )


def _need(pid: int) -> Need:
    tasks = list(Path(f"/proc/{pid}/task").iterdir())
    statuses = [(task / "status").read_text() for task in tasks]
    return Need(
        resident_kib=_number(statuses[0], "VmRSS:"),
        descriptors=len(list(Path(f"/proc/{pid}/fd").iterdir())),
        threads=len(tasks),
        wakeups=sum(_number(status, "\nvoluntary_ctxt_switches:") for status in statuses),
        cpu_ns=sum(int((task / "schedstat").read_text().split()[0]) for task in tasks),
        at_ns=monotonic_ns(),
    )


def _number(status: str, name: str) -> int:
    return int(status.partition(name)[2].split()[0])


def _tell(minutes: float, needs: list[Need], late: list[list[float]]) -> None:
    """The first whole minute beside the last; what is counted, is counted within it.

    Lateness is against the schedule of the cue that came soonest of all.
    """
    columns = ((needs[0], needs[1], late[0]), (needs[-2], needs[-1], late[len(needs) - 2]))
    soonest = min(min(each) for each in late)
    print(f"{minutes:g} real minutes on a terminal:")
    print(f"  {'':<34}{'first minute':>14}{'last minute':>14}")
    rows: dict[str, Callable[[Need, Need, list[float]], str]] = {
        "memory at its end, KiB": lambda _, end, __: f"{end.resident_kib:,}",
        "descriptors at its end": lambda _, end, __: f"{end.descriptors}",
        "threads at its end": lambda _, end, __: f"{end.threads}",
        "wake-ups a second": lambda start, end, _: _rate(start, end, end.wakeups - start.wakeups),
        "processor, % of one core": lambda start, end, _: _rate(
            start, end, 100 * (end.cpu_ns - start.cpu_ns) / NS_PER_S
        ),
        "cues late, median ms": lambda _, __, late: f"{statistics.median(late) - soonest:.1f}",
        "cues late, most ms": lambda _, __, late: f"{max(late) - soonest:.1f}",
    }
    for name, value in rows.items():
        print(f"  {name:<34}" + "".join(f"{value(*column):>14}" for column in columns))


def _rate(start: Need, end: Need, amount: float) -> str:
    return f"{amount / ((end.at_ns - start.at_ns) / NS_PER_S):.2f}"


if __name__ == "__main__":
    main()
