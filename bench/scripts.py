"""How much longer `scripts list` takes with a hundred scripts of one's own: `make bench-scripts`.

Prints the processor time with none, with a hundred as long as the shipped ones, and with a hundred
as long as the longest of them, each against none. There is no cache, so each run reads every file.
"""

import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path

from calmcli.content.shipped import SHIPPED

RUNS = 9
SCRIPTS = 100
LONGEST = max(SHIPPED, key=lambda script_id: SHIPPED[script_id].stat().st_size)
OTHERS = re.compile(r"(?m)^(?:variant_of|kinder): .*\n")


def fill(home: Path, ids: list[str]) -> None:
    """Write copies of shipped scripts as a person's own."""
    folder = home / "scripts"
    folder.mkdir(parents=True)
    for number, script_id in enumerate(islice(cycle(ids), SCRIPTS if ids else 0)):
        text = OTHERS.sub("", SHIPPED[script_id].read_text(encoding="utf-8"))
        own = re.sub(r"(?m)^id: .*$", f"id: mine-{number}", text, count=1)
        (folder / f"mine-{number}.yaml").write_text(own, encoding="utf-8")


def seconds(home: Path) -> float:
    """Processor time of one run."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [sys.executable, "-m", "calmcli", "scripts", "list"],
        env={**os.environ, "CALMCLI_HOME": str(home)},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def main() -> None:
    """Measure all three by turns."""
    kinds = {"none": [], "as the shipped ones": list(SHIPPED), "all as the longest": [LONGEST]}
    with tempfile.TemporaryDirectory() as folder:
        homes = {name: Path(folder) / str(number) for number, name in enumerate(kinds)}
        for name, ids in kinds.items():
            fill(homes[name], ids)
        taken: dict[str, list[float]] = {name: [] for name in kinds}
        for _ in range(RUNS):
            for name, home in homes.items():
                taken[name].append(seconds(home))
    medians = {name: statistics.median(each) for name, each in taken.items()}
    print(f"{SCRIPTS} scripts of one's own, n = {RUNS}, processor time")
    for name, median in medians.items():
        print(f"{name:<22}{median * 1000:>8.0f} ms{median / medians['none']:>8.2f} x")


if __name__ == "__main__":
    main()
