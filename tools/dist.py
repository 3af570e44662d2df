"""Builds sdist and wheel, looks into them, installs the wheel and does the main job from it.

The environment is empty, its path has spaces, and its packages may only be read. Run by root, on
Linux, there is no network either once everything is installed. `make dist` runs it.
"""

import json
import os
import subprocess
import sys
import tarfile
import tempfile
import time
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from email import message_from_bytes
from pathlib import Path

HOUSE = Path(__file__).parents[1]
BIN = "Scripts" if sys.platform == "win32" else "bin"
SHIELD = (
    *("unshare", "--net", "--mount", "sh", "-c"),
    'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"',
)
"""What takes the network away from a command, and the right to write below a folder."""


def check(said: str, *, holds: bool) -> None:
    """Say what holds; end with what does not."""
    if not holds:
        sys.exit(f"not so: {said}")
    sys.stdout.write(f"  {said}\n")


def run(*command: str | Path) -> None:
    """Carry out a command, which must succeed."""
    subprocess.run(command, check=True, cwd=HOUSE)  # noqa: S603  our own


def build(folder: Path) -> tuple[Path, Path]:
    """An sdist, and the wheel that is built from it."""
    run(sys.executable, "-m", "build", "--outdir", folder, ".")
    (sdist,), (wheel,) = folder.glob("*.tar.gz"), folder.glob("*.whl")
    return sdist, wheel


def source_files() -> set[str]:
    """Every file of the package."""
    package = HOUSE / "src" / "calmcli"
    return {
        path.relative_to(package.parent).as_posix()
        for path in package.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def look_into_wheel(wheel: Path) -> None:
    """Its files and its metadata."""
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        own = {name for name in names if ".dist-info/" not in name}
        check("the wheel has every file of the package, and no other", holds=own == source_files())
        endings = {Path(name).suffix for name in own}
        check(
            "scripts, pages, styles, schema and py.typed are among them",
            holds=endings >= {".yaml", ".md", ".tcss", ".json"} and "calmcli/py.typed" in own,
        )
        (info,) = {name.partition("/")[0] for name in names} - {"calmcli"}
        metadata_bytes = archive.read(f"{info}/METADATA")
        metadata = message_from_bytes(metadata_bytes)
        check("it has its licence", holds=f"{info}/licenses/LICENSE" in names)
        entry_points = archive.read(f"{info}/entry_points.txt").decode()
    check("the licence is named", holds=metadata["License-Expression"] == "MIT")
    check("it asks for Python 3.11", holds=metadata["Requires-Python"] == ">=3.11")
    readme = (HOUSE / "README.md").read_text(encoding="utf-8")
    _, _, body = metadata_bytes.decode().partition("\n\n")
    check("it describes itself as the README does", holds=body.strip() == readme.strip())
    check("it brings the command", holds="calmcli = calmcli.__main__:main" in entry_points)


def look_into_sdist(sdist: Path) -> None:
    """Whether everything is there that testing and building take."""
    with tarfile.open(sdist) as archive:
        names = {name.partition("/")[2] for name in archive.getnames()}
    check("the sdist has the package", holds={f"src/{name}" for name in source_files()} <= names)
    needed = {"README.md", "CHANGELOG.md", "LICENSE", "Makefile", "pyproject.toml"}
    tests = {path.relative_to(HOUSE).as_posix() for path in (HOUSE / "tests").rglob("test_*.py")}
    docs = {path.relative_to(HOUSE).as_posix() for path in (HOUSE / "docs").glob("*.md")}
    check("it has tests and pages", holds=needed | tests | docs <= names)


def install(wheel: Path, folder: Path) -> Path:
    """The wheel in an empty environment; where its commands are."""
    began = time.monotonic()
    run(sys.executable, "-m", "venv", folder)
    run(folder / BIN / "python", "-m", "pip", "install", "--quiet", wheel)
    sys.stdout.write(f"  from nothing to installed: {time.monotonic() - began:.1f} s\n")
    return folder / BIN


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nobody writes below a folder for a while; root would, and gets it mounted so."""
    paths = [folder, *folder.rglob("*")]
    modes = [(path, path.stat().st_mode) for path in paths if not path.is_symlink()]
    for path, mode in modes:
        path.chmod((mode | 0o444 | (mode & 0o100 and 0o111)) & ~0o222)
    try:
        yield
    finally:
        for path, mode in modes:
            path.chmod(mode)


def is_root() -> bool:
    """Whether modes stop nobody, and namespaces can be had."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def start(command: Sequence[str], home: Path) -> subprocess.Popen[str]:
    """A program with a home of its own, and without a network where that can be had."""
    environment = str(Path(command[0]).parents[1])
    shield = (*SHIELD, environment) if is_root() else ()
    return subprocess.Popen(  # noqa: S603  our own
        [*shield, *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={"PATH": os.defpath, "HOME": str(home), "CALMCLI_HOME": str(home / "kept")},
    )


def said_by(command: Sequence[str], home: Path) -> str:
    """What a program says; it has to end well."""
    program = start(command, home)
    told, _ = program.communicate("", timeout=60)
    typed = " ".join([Path(command[0]).name, *command[1:]])
    check(f"{typed} ends well", holds=program.returncode == 0)
    return told


def breathe(calmcli: str, home: Path) -> None:
    """A rating, a breath, a rating."""
    began = time.monotonic()
    program = start([calmcli, "breathe", "--cycles", "1", "--plain"], home)
    if program.stdin is None or program.stdout is None:
        sys.exit("no pipes")
    for answer, question in (("7\n", "right now"), ("4\n", "And now")):
        for line in program.stdout:
            if question in line:
                break
        if answer == "7\n":
            sys.stdout.write(f"  its first words after {time.monotonic() - began:.2f} s\n")
        program.stdin.write(answer)
        program.stdin.flush()
    program.communicate(timeout=60)
    check("a breath between two ratings", holds=program.returncode == 0)


def try_it(folder: Path, home: Path) -> None:
    """The main job, and what of it was kept."""
    calmcli, python = str(folder / "calmcli"), str(folder / "python")
    check(
        "it runs as a module",
        holds="calmcli" in said_by([python, "-m", "calmcli", "--version"], home),
    )
    breathe(calmcli, home)
    kept = json.loads(said_by([calmcli, "journal", "list", "--json"], home))
    (entry,) = next(value for value in kept.values() if isinstance(value, list))
    check("it is in the journal", holds=(entry["before"], entry["after"]) == (7, 4))
    journal = home / "kept" / "journal.db"
    private = sys.platform == "win32" or journal.stat().st_mode & 0o077 == 0
    check("which nobody else can read", holds=private)
    for command, word in (("scripts list", "pmr-16"), ("visit templates", "dentist")):
        check(
            f"{command} finds its files", holds=word in said_by([calmcli, *command.split()], home)
        )


def main() -> None:
    """All of it."""
    with tempfile.TemporaryDirectory(prefix="a path with spaces ") as temporary:
        top = Path(temporary)
        sdist, wheel = build(top / "dist")
        look_into_wheel(wheel)
        look_into_sdist(sdist)
        folder = install(wheel, top / "an environment")
        home = top / "a home"
        home.mkdir()
        with read_only(top / "an environment"):
            try_it(folder, home)
        run(folder / "python", "-m", "pip", "uninstall", "--quiet", "--yes", "calmcli")
        left = [path for path in folder.parent.rglob("calmcli*") if "__pycache__" not in path.parts]
        check("taking it off leaves nothing of it", holds=left == [])
        check("and the journal where it was", holds=(home / "kept" / "journal.db").exists())


if __name__ == "__main__":
    main()
