"""Files 0600 in folders 0700, whatever the umask says and whatever command writes them."""

import stat
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("there are no such modes", allow_module_level=True)

from faults.program import COMMAND, add_short_script, world
from harness.streams import run_without_terminal

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


@pytest.mark.parametrize("umask", ["000", "022", "077"])
def test_whatever_is_written_is_for_its_owner_alone(tmp_path: Path, umask: str) -> None:
    home, out = tmp_path / "home", tmp_path / "out"
    home.mkdir()
    out.mkdir()
    add_short_script(home)
    lines = [f"umask {umask}"]
    lines += [
        " ".join(f"'{each}'" for each in (*COMMAND, *typed)) + " || exit 9" for typed in WRITING
    ]
    ended = run_without_terminal(["/bin/sh", "-c", "\n".join(lines)], env=world(home), cwd=tmp_path)
    assert ended.status == 0, ended
    own = {home / "scripts", home / "scripts" / "short.yaml"}
    written = {*home.rglob("*"), *out.iterdir(), home} - own
    assert len(written) > 12
    for path in written:
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), (path, oct(mode))
