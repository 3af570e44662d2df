"""Looks for bytes that break a promise, led by what code they reach: `make fuzz`.

Needs the extra `fuzz`. Each target runs in a process of its own, seeded, bounded by runs and by
seconds. What is found is left in .fuzz/TARGET, and the exit code is 1.
"""

import argparse
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from calmcli.kinds import KINDS

HOUSE = Path(__file__).parents[1]
sys.path.insert(0, str(HOUSE / "tests"))

CORPUS = HOUSE / "tests" / "fuzzing" / "corpus"
CONTENT = HOUSE / "src" / "calmcli" / "content"
SHIPPED = {
    "script": (*KINDS, "starters"),
    "template": ("visits", "starters"),
    "support": ("support",),
}
"""Our own files that a target begins with, beside its corpus."""
CHILD = "--child"
LONGEST_BYTES = 8192
NAMES = (
    *("script", "template", "settings", "imported", "support", "own_support", "cleaned"),
    *("sitting", "rooms"),
)


def main() -> int:
    """Run the targets one after another, and say how many inputs each took and what was found."""
    typed = argparse.ArgumentParser(description=__doc__)
    typed.add_argument("targets", nargs="*", choices=[*NAMES, []], metavar="TARGET")
    typed.add_argument("--runs", type=int, default=20_000, help="inputs for each target")
    typed.add_argument("--seconds", type=int, default=60, help="at most, for each target")
    typed.add_argument("--seed", type=int, default=1)
    typed.add_argument("--blind", action="store_true", help="follow no code: more inputs a second")
    options = typed.parse_args()
    total, found = 0, []
    for name in options.targets or NAMES:
        run = _blind if options.blind else _led
        runs, seconds, broken = run(name, options)
        total += runs
        found += broken
        print(f"{name:<10}{runs:>9,} inputs {seconds:>6.0f} s  {len(broken)} found", flush=True)
    print(f"{'all':<10}{total:>9,} inputs")
    for path in found:
        print(path)
    return 1 if found else 0


def _led(name: str, options: argparse.Namespace) -> tuple[int, float, list[Path]]:
    """One target: how many inputs it took, in how many seconds, and what broke it."""
    seed = options.seed
    work = HOUSE / ".fuzz" / name
    grown, faults = work / "corpus", work / f"found-{seed}"
    shutil.rmtree(faults, ignore_errors=True)
    for folder in (grown, faults):
        folder.mkdir(parents=True, exist_ok=True)
    arguments = [
        f"-runs={options.runs}",
        f"-max_total_time={options.seconds}",
        f"-seed={seed}",
        f"-max_len={LONGEST_BYTES}",
        f"-dict={_dictionary(work)}",
        f"-artifact_prefix={faults}/",
        "-timeout=20",
        "-rss_limit_mb=2048",
        "-print_final_stats=1",
        str(grown),
        *(str(folder) for folder in _seed_folders(name)),
    ]
    began = time.monotonic()
    with (work / f"log-{seed}.txt").open("w", encoding="utf-8") as log:
        command = [sys.executable, __file__, CHILD, name, *arguments]
        subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, check=False)
    said = (work / f"log-{seed}.txt").read_text(encoding="utf-8", errors="replace")
    counts = re.findall(r"(?:number_of_executed_units: |^#)([0-9]+)", said, re.MULTILINE)
    took = time.monotonic() - began
    return int(counts[-1]) if counts else 0, took, sorted(faults.iterdir())


def _seed_folders(name: str) -> list[Path]:
    return [CORPUS / name, *(CONTENT / folder for folder in SHIPPED.get(name, ()))]


def _seeds(name: str) -> list[Path]:
    return [path for folder in _seed_folders(name) for path in sorted(folder.glob("*.*"))]


def _dictionary(work: Path) -> Path:
    """The words that our files are made of, for the fuzzer to put in."""
    words = set[bytes]()
    for folder in {folder for folders in SHIPPED.values() for folder in folders}:
        for path in (CONTENT / folder).glob("*.*"):
            words |= set(re.findall(rb"^[ {-]*\"?([a-z_]+)\"?:", path.read_bytes(), re.MULTILINE))
    from calmcli.settings.keys import setting_keys

    words |= {part.encode() for key in setting_keys() for part in key.split(".")}
    path = work / "words.dict"
    lines = [f'"{word.decode()}"' for word in sorted(words)]
    lines += [r'"\x1b["', r'"\x9b"', r'"&a"', r'"*a"', r'"<<:"', r'"{{"', r'"}}"', r'"|\x0a"']
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def _child(name: str, arguments: list[str]) -> None:
    """Run one target under the fuzzer; it ends this process."""
    import atheris  # type: ignore[import-untyped,import-not-found,unused-ignore]

    with atheris.instrument_imports(include=["calmcli"]):
        target = _target(name)
    atheris.Setup([sys.argv[0], *arguments], target)
    atheris.Fuzz()


def _target(name: str) -> Callable[[bytes], None]:
    """What has to hold for any bytes; whatever it needs is imported."""
    from fuzzing.targets import TARGETS

    target = TARGETS[name]

    def try_twice(data: bytes) -> None:
        try:
            target(data)
        except AssertionError:  # a busy machine is no finding: it has to happen again
            target(data)

    for path in _seeds(name):  # what is imported as it is needed is imported now
        with suppress(AssertionError):  # for being slow the first time
            target(path.read_bytes())
    return try_twice


def _blind(name: str, options: argparse.Namespace) -> tuple[int, float, list[Path]]:
    """Our own files and what was grown from them, broken at random: nothing is followed."""
    from fuzzing.breaking import broken

    work = HOUSE / ".fuzz" / name
    faults = work / f"broken-{options.seed}"
    faults.mkdir(parents=True, exist_ok=True)
    target, dice = _target(name), random.Random(options.seed)
    files = [path.read_bytes() for path in (*_seeds(name), *sorted((work / "corpus").glob("*")))]
    began, runs = time.monotonic(), 0
    while runs < options.runs and time.monotonic() - began < options.seconds:
        data = broken(dice.choice(files), dice)
        runs += 1
        try:
            target(data)
        except Exception as error:
            print(f"{name}: {error!r}"[:500])
            (faults / f"crash-{runs}").write_bytes(data)
    return runs, time.monotonic() - began, sorted(faults.iterdir())


if __name__ == "__main__":
    if sys.argv[1:2] == [CHILD]:
        _child(sys.argv[2], sys.argv[3:])
    sys.exit(main())
