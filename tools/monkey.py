"""Lets a monkey at the keys of every screen: `python tools/monkey.py 100000 [SEED]`.

It says which seeds it played and what they found; each finding can be played again by its seed.
"""

import asyncio
import faulthandler
import os
import signal
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from tui.monkey import Monkey, one_round

PRESSES = 150
"""Keys from one beginning to its end."""
STUCK_S = 120
"""Seconds of the processor, of which a round takes five: past this it turns in a circle, and where
is printed. A key that only waits is given up by the monkey itself."""
SEEDS_A_LINE = 10


def main(wished: int = 100_000, seed: int = 0) -> int:
    """Play seed after seed until so many keys were pressed; 1 when anything was found."""
    os.environ["PATH"] = ""  # nothing is played and nothing spoken
    faulthandler.register(signal.SIGPROF, chain=True)  # and then it ends
    done, found, seen, began = 0, [], Counter[str](), time.monotonic()
    while done < wished:
        monkey = Monkey(seed)
        signal.setitimer(signal.ITIMER_PROF, STUCK_S)
        with tempfile.TemporaryDirectory() as home:
            os.chdir(home)
            try:
                asyncio.run(one_round(monkey, Path(home), PRESSES))
            except Exception as error:  # noqa: BLE001  whatever it finds is what it is for
                found.append(seed)
                print(f"seed {seed}: {error!r} after {monkey.pressed[-40:]}", flush=True)
        done += len(monkey.pressed)
        seen += monkey.seen
        seed += 1
        if seed % SEEDS_A_LINE == 0:
            took = time.monotonic() - began
            print(f"{done} keys to seed {seed - 1}, {took:.0f} s", flush=True)
    signal.setitimer(signal.ITIMER_PROF, 0)
    print(f"{done} keys to seed {seed - 1} in {time.monotonic() - began:.0f} s; found: {found}")
    print("by screen:", ", ".join(f"{name} {count}" for name, count in seen.most_common()))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
