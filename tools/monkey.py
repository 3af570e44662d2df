"""Lets a monkey at the keys of every screen: `python tools/monkey.py 100000 [SEED]`.

It says which seeds it played and what they found; each finding can be played again by its seed.
"""

import asyncio
import faulthandler
import os
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
"""Past this a key is not answered any more; where it stands is printed."""


def main(wished: int = 100_000, seed: int = 0) -> int:
    """Play seed after seed until so many keys were pressed; 1 when anything was found."""
    os.environ["PATH"] = ""  # nothing is played and nothing spoken
    done, found, seen, began = 0, [], Counter[str](), time.monotonic()
    while done < wished:
        monkey = Monkey(seed)
        faulthandler.dump_traceback_later(STUCK_S, exit=True)
        with tempfile.TemporaryDirectory() as home:
            os.chdir(home)
            try:
                asyncio.run(one_round(monkey, Path(home), PRESSES))
            except Exception as error:  # noqa: BLE001  whatever it finds is what it is for
                found.append(seed)
                print(f"seed {seed}: {error!r} after {monkey.pressed[-40:]}", flush=True)
        faulthandler.cancel_dump_traceback_later()
        done += len(monkey.pressed)
        seen += monkey.seen
        seed += 1
        if seed % 50 == 0:
            print(f"{done} keys, {time.monotonic() - began:.0f} s", flush=True)
    print(f"{done} keys to seed {seed - 1} in {time.monotonic() - began:.0f} s; found: {found}")
    print("by screen:", ", ".join(f"{name} {count}" for name, count in seen.most_common()))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
