"""Files 0600 in folders 0700, whatever the umask says and whatever command writes them."""

import stat
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no such modes", allow_module_level=True)

from faults.program import add_short_script, world
from harness.several import several, told
from harness.terminal import Terminal

WRITING = [
    ["breathe", "short", "--plain", "--no-rating"],
    ["settings", "set", "look.motion", "still"],
    ["profile", "set", "lungs", "yes"],
    ["scripts", "favourite", "short"],
    ["scripts", "new", "breathing", "mine", "-o", "out/mine.yaml"],
    ["visit", "new", "--template", "blood-test", "--name", "Test", "--at", "2031-01-02 10:00"],
    ["visit", "card", "-o", "out/card.txt"],
    ["visit", "ics", "-o", "out/visit.ics"],
    ["journal", "backup"],
    ["journal", "backup", "out/copy.db"],
    ["journal", "export", "-o", "out/journal.json"],
    ["journal", "export", "--format", "csv", "-o", "out/journal.csv"],
    ["journal", "report", "-o", "out/report.html"],
    ["audio", "short", "--no-voice", "-o", "out/short.wav"],
    ["journal", "restore"],
]


def start(place: Path, umask: str) -> Terminal:
    """Every command that writes, one after another, in a home and a folder of their own."""
    add_short_script(place / "home")
    (place / "out").mkdir()
    argv = ["/bin/sh", "-c", f'umask {umask}; exec "$@"', "sh"]
    argv += several(WRITING, place / "statuses")
    return Terminal(argv, env=world(place / "home"), cwd=place)


def test_whatever_is_written_is_for_its_owner_alone(tmp_path: Path) -> None:
    with ExitStack() as stack:
        runs = {}
        for umask in ("000", "022", "077"):
            runs[umask] = stack.enter_context(start(tmp_path / umask, umask))
        for umask, run in runs.items():
            assert run.wait_exit(timeout=300) == 0
            assert told(tmp_path / umask / "statuses") == [0] * len(WRITING), run.raw()
            assert_closed_to_others(tmp_path / umask / "home", tmp_path / umask / "out")


def assert_closed_to_others(home: Path, out: Path) -> None:
    own = {home / "scripts", home / "scripts" / "short.yaml"}
    written = {*home.rglob("*"), *out.iterdir(), home} - own
    assert len(written) > 12
    for path in written:
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), (path, oct(mode))
