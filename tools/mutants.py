"""Changes the code bit by bit and counts what the tests notice, by a sample: `make mutants`.

`python tools/mutants.py [--each 80] [--seed 1] [ROOM…]`: so many changes of each room, drawn by the
seed from all that mutmut knows. mutmut tries them; here they are only drawn and counted.
"""

import argparse
import json
import random
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from math import sqrt
from pathlib import Path

MUTMUT = str(Path(sys.executable).parent / "mutmut")
CHANGED = Path("mutants") / "src" / "calmcli"
ROOMS = (
    *("timeline", "player", "session", "course", "record", "rating"),
    *("store", "journal", "content"),
)
TOLD = {0: "survived", 33: "no tests", -24: "timeout", 36: "timeout", 24: "timeout", 152: "timeout"}
"""How mutmut tells what became of a change; 1 and 3 are a test that failed."""


def main() -> int:
    """Draw, try and count; 1 when a room has less than nine of ten noticed."""
    typed = argparse.ArgumentParser(description=__doc__)
    typed.add_argument("rooms", nargs="*", metavar="ROOM", help=" ".join(ROOMS))
    typed.add_argument("--each", type=int, default=80, help="changes for each room")
    typed.add_argument("--seed", type=int, default=1)
    typed.add_argument("--count", action="store_true", help="only count what was tried before")
    options = typed.parse_args()
    rooms = options.rooms or ROOMS
    if not list(CHANGED.rglob("*.meta")):  # they are made, and the tests timed, by trying one
        subprocess.run([MUTMUT, "run", "--max-children", "1", "calmcli.rating.*"], check=True)  # noqa: S603
    drawn = {room: _drawn(room, options.each, options.seed) for room in rooms}
    if not options.count:
        names = [name for room in rooms for name in drawn[room]]
        subprocess.run([MUTMUT, "run", "--max-children", "1", *names], check=True)  # noqa: S603
    print(f"seed {options.seed}")
    return max([_count(room, drawn[room]) for room in rooms])


def _outcomes(room: str) -> Iterator[tuple[str, int | None]]:
    """Each change of a room, and how trying it ended; None when it was not tried."""
    for path in sorted([*CHANGED.glob(f"{room}.py.meta"), *(CHANGED / room).rglob("*.meta")]):
        yield from json.loads(path.read_text(encoding="utf-8"))["exit_code_by_key"].items()


def _drawn(room: str, each: int, seed: int) -> list[str]:
    names = sorted(name for name, _ in _outcomes(room))
    return sorted(random.Random(f"{seed} {room}").sample(names, min(each, len(names))))


def _count(room: str, drawn: list[str]) -> int:
    """Tell how many were noticed, with the bounds that hold 95 times of 100 (Wilson)."""
    outcomes = dict(_outcomes(room))
    ends = Counter(_told(outcomes[name]) for name in drawn)
    tried = len(drawn) - ends["not tried"]
    noticed = ends["killed"] + ends["timeout"]
    low, high = _bounds(noticed, tried)
    told = ", ".join(f"{ends[end]} {end}" for end in sorted(ends))
    print(f"{room:<9}{len(outcomes):>5} changes, {tried:>3} tried: {told}; ", end="")
    print(f"noticed {low:.0%} to {high:.0%}")
    for name in drawn:
        if _told(outcomes[name]) not in ("killed", "timeout", "not tried"):
            print(f"    {_told(outcomes[name])}: {name}")
    return int(noticed < 0.9 * tried)


def _told(ended: int | None) -> str:
    if ended is None:
        return "not tried"
    return "killed" if ended in (1, 3) else TOLD.get(ended, f"odd {ended}")


def _bounds(hits: int, of: int) -> tuple[float, float]:
    if not of:
        return 0.0, 1.0
    z, share = 1.96, hits / of
    middle = share + z * z / (2 * of)
    reach = z * sqrt(share * (1 - share) / of + z * z / (4 * of * of))
    return (middle - reach) / (1 + z * z / of), (middle + reach) / (1 + z * z / of)


if __name__ == "__main__":
    sys.exit(main())
