"""How long `support` takes against a bare interpreter: `make bench-support`.

Each country, one that is not listed and none, with the journal corrupted and the home read-only;
then with nothing kept, with people of one's own, and with a support.yaml. Runs alternate; the ratio
is that of the medians.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from calmcli.support import countries

RUNS = 9
AT_MOST = 8.0
BARE = [sys.executable, "-I", "-c", "import os; os.write(1, b'112')"]
SUPPORT = [sys.executable, "-m", "calmcli", "support"]
OWN = "lines:\n  - name: Someone\n    reach:\n      - by: call\n        to: 09 555 12\n"


def seconds(argv: list[str], home: Path) -> float:
    """Time from starting a program to its end."""
    began = time.monotonic()
    environ = {**os.environ, "CALMCLI_HOME": str(home)}
    subprocess.run(argv, env=environ, stdout=subprocess.DEVNULL, check=True)  # noqa: S603  our own
    return time.monotonic() - began


def ratio(argv: list[str], home: Path) -> tuple[float, float]:
    """The median of a command in milliseconds, and how many bare interpreters that is."""
    ours, bare = [], []
    for _ in range(RUNS):
        bare.append(seconds(BARE, home))
        ours.append(seconds(argv, home))
    return statistics.median(ours) * 1000, statistics.median(ours) / statistics.median(bare)


def broken_home(folder: Path) -> Path:
    """A home that cannot be written to, with a journal that is none any more."""
    home = folder / "broken"
    home.mkdir()
    (home / "journal.db").write_bytes(b"SQLite format 3\0" + os.urandom(50_000))
    home.chmod(0o500)
    return home


def main() -> int:
    """Measure and print; 1 when a country takes longer than it may."""
    worst = 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        home = broken_home(folder)
        print(f"journal corrupted, home read-only; n = {RUNS}; at most {AT_MOST:g} x")
        for country in (*countries(), "XX", None):
            argv = [*SUPPORT, *(["--country", country] if country else [])]
            ms, times = ratio(argv, home)
            worst = max(worst, times)
            print(f"{country or 'none':<6}{ms:>8.0f} ms{times:>7.1f} x")
        home.chmod(0o700)
        print(f"the slowest: {worst:.1f} x\n")
        for what in ("nothing kept", "people of one's own", "support.yaml"):
            home = folder / what
            home.mkdir()
            if what.startswith("people"):
                seconds([*SUPPORT, "add", "--name", "Someone", "--reach", "09 555 12"], home)
            elif what != "nothing kept":
                (home / "support.yaml").write_text(OWN, encoding="utf-8")
            ms, times = ratio(SUPPORT, home)
            print(f"{what:<22}{ms:>8.0f} ms{times:>7.1f} x")
    return int(worst > AT_MOST)


if __name__ == "__main__":
    sys.exit(main())
