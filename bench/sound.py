"""What sound costs: lateness of cues with speech programs good and bad, and files made.

Prints tables. Lateness is compared with silence in the same run; making files with the time a bare
interpreter takes to start.
"""

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from calmcli.audio.recorders import find_recorder
from harness.terminal import Terminal

CALMCLI = [sys.executable, "-m", "calmcli"]
BARE = [sys.executable, "-I", "-c", "pass"]
RUNS = 5
CUES_A_ROUND = 20
MAC_BYTES = sys.platform == "darwin"
"""Whether the system counts memory in bytes instead of KiB."""

SPEECH = {
    "silence": None,
    "none installed": "",
    "speaks": "#!/bin/sh\ncat > /dev/null\nexec sleep 1\n",
    "hangs": "#!/bin/sh\nexec sleep 600\n",
    "fails": "#!/bin/sh\nexit 1\n",
}
"""The programs for speech and for chimes; None leaves sound off, an empty one is not there."""
PROGRAMS = ("espeak-ng", "aplay")
CUES = ("Breathe in", "Hold", "Breathe out")
SCRIPT = """\
format: 1
language: en
kind: breathing
id: bench
title: Bench
about: Quick breaths, to see many cues.
advanced: true
open_ended: true
tags: [breath_hold]
breath:
  - {phase: in, seconds: 1, words: Breathe in}
  - {phase: hold, seconds: 1, words: Hold}
  - {phase: out, seconds: 1, words: Breathe out}
"""


def environment(home: Path, programs: Path | None = None) -> dict[str, str]:
    """The same small environment for every run; `programs` is where speech programs are found."""
    shell = [] if programs is None else [str(programs)]
    return {
        **{name: os.environ[name] for name in ("PYTHONPATH",) if name in os.environ},
        "PATH": os.pathsep.join([*shell, str(home / "shell")]),
        "HOME": str(home),
        "CALMCLI_HOME": str(home),
        "TERM": "xterm-256color",
        "LANG": "C.UTF-8",
    }


def prepare(home: Path, speech: str | None) -> Path:
    """Settings, a script, and the programs that speak and play."""
    (home / "scripts").mkdir(exist_ok=True)
    (home / "scripts" / "bench.yaml").write_text(SCRIPT)
    on = "false" if speech is None else "true"
    (home / "settings.toml").write_text(f"[sound]\nvoice = {on}\nchimes = {on}\n")
    programs = Path(tempfile.mkdtemp(dir=home))
    (home / "shell").mkdir(exist_ok=True)
    for name in ("sh", "cat", "sleep", "setpriv", "true"):
        there = home / "shell" / name
        if not there.is_symlink():
            there.symlink_to(f"/usr/bin/{name}")
    for name in PROGRAMS if speech else ():
        (programs / name).write_text(speech or "")
        (programs / name).chmod(0o755)
    return programs


def lateness(home: Path, speech: str | None, *, plain: bool) -> list[float]:
    """How late each cue is against the schedule of the promptest, in milliseconds."""
    programs = prepare(home, speech)
    argv = [*CALMCLI, "breathe", "bench", "--no-rating", "--no-journal"]
    argv += ["--plain"] if plain else []
    late = []
    with Terminal(argv, env=environment(home, programs)) as terminal:
        terminal.wait_for("Breathe in")
        first = terminal.chunks[-1][0]
        for number in range(1, CUES_A_ROUND):
            newest = CUES[number % len(CUES)] + (r", 1\s*\Z" if plain else "")
            terminal.wait_for(newest, timeout=4)
            late.append((terminal.chunks[-1][0] - first - number) * 1000)
    return [each - min(late) for each in late]


def compare_lateness(home: Path, rounds: int) -> None:
    """Each kind of speech program, on the screen and in lines, one after another in each round."""
    late: dict[tuple[bool, str], list[float]] = {}
    for _ in range(rounds):
        for plain in (True, False):
            for name, speech in SPEECH.items():
                late.setdefault((plain, name), []).extend(lateness(home, speech, plain=plain))
    count = rounds * (CUES_A_ROUND - 1)
    print(
        f"{'cues late by, ms':<26}{'median':>8}{'p99':>8}{'most':>8}{'x silence':>11}   n = {count}"
    )
    for (plain, name), unsorted in late.items():
        values, silence = sorted(unsorted), sorted(late[plain, "silence"])
        p99, usual = (each[round(len(each) * 0.99) - 1] for each in (values, silence))
        where = f"{'lines' if plain else 'screen'}, {name}"
        middle = statistics.median(values)
        print(f"{where:<26}{middle:>8.1f}{p99:>8.1f}{values[-1]:>8.1f}{p99 / usual:>11.1f}")


def seconds_and_mib(argv: list[str], home: Path) -> tuple[float, float]:
    """How long a program ran, and the most memory it held."""
    began = time.monotonic()
    there = {**os.environ, "CALMCLI_HOME": str(home)}
    process = subprocess.Popen(  # noqa: S603  our own program
        argv, env=there, cwd=home, stdout=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{argv} ended with {status}")
    process.returncode = 0
    return time.monotonic() - began, used.ru_maxrss / (2**20 if MAC_BYTES else 2**10)


def compare_files(home: Path) -> None:
    """A session of twenty minutes as a file, against a bare interpreter."""
    bare = statistics.median(seconds_and_mib(BARE, home)[0] for _ in range(RUNS))
    print(f"\n{'20 minutes as a file':<26}{'s':>8}{'MiB':>8}{'x bare':>8}   n = {RUNS}")
    for name, more in {"chimes alone": ["--no-voice"], "with a voice": ["--voice"]}.items():
        if "--voice" in more and find_recorder() is None:
            print(f"{name:<26}  no speech program here")
            continue
        argv = [*CALMCLI, "audio", "long-out", "--minutes", "20", "--overwrite", *more]
        runs = [seconds_and_mib(argv, home) for _ in range(RUNS)]
        seconds, mib = (statistics.median(column) for column in zip(*runs, strict=True))
        print(f"{name:<26}{seconds:>8.2f}{mib:>8.0f}{seconds / bare:>8.0f}")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=4, help="of 20 cues, one a second")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as home:
        compare_lateness(Path(home), options.rounds)
        compare_files(Path(home))


if __name__ == "__main__":
    main()
