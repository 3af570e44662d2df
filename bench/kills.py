"""Kill a program at random moments of writing, copying and deleting, and see that nothing is lost.

`make bench` does not run this; `python bench/kills.py [TIMES] [SEED]` does, 200 times unless said.
"""

import random
import sys
import tempfile
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE / "tests"))

from killing import Verdict, kill_once  # noqa: E402  # what the tests share


def main() -> int:
    """Kill as often as asked for; 1 when anything was lost."""
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.randrange(10**6)  # noqa: PLR2004, S311
    noise = random.Random(seed)  # noqa: S311  # to be had again
    total = Verdict()
    with tempfile.TemporaryDirectory() as folder:
        for number in range(times):
            total += kill_once(Path(folder) / str(number), noise)
    print(
        f"seed {seed}: {times} kills, {total.rows} rows and {total.deletions} deletions"
        f" acknowledged, {total.copies} copies whole, {total.unfinished} left to finish;"
        f" lost: {total.lost}, brought back: {total.brought_back}, not whole: {total.broken},"
        f" words left: {total.words_left}"
    )
    return 0 if total.is_well else 1


if __name__ == "__main__":
    sys.exit(main())
