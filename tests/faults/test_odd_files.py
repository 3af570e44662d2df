"""Whatever is given in the place of a file, it is answered at once and in few words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from harness.several import several, told

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such pipes")

COMMANDS = [
    ["journal", "import"],
    ["journal", "restore"],
    ["journal", "backup"],
    ["scripts", "check"],
]


def odd_file(kind: str, folder: Path) -> str:
    path = folder / "odd"
    match kind:
        case "pipe":
            os.mkfifo(path)
        case "folder":
            path.mkdir()
        case "link to nowhere":
            path.symlink_to(folder / "nowhere")
        case _:
            path.symlink_to(kind)
    return str(path)


@pytest.mark.parametrize("kind", ["pipe", "folder", "link to nowhere", "/dev/zero", "/dev/tty"])
def test_what_is_no_file_is_refused_at_once(kind: str, tmp_path: Path) -> None:
    odd, statuses = odd_file(kind, tmp_path), tmp_path / "statuses"
    done = subprocess.run(
        several([[*command, odd] for command in COMMANDS], statuses),
        env={**os.environ, "CALMCLI_HOME": str(tmp_path / "home")},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert len(told(statuses)) == len(COMMANDS)
    assert set(told(statuses)) <= {1, 2}
    assert "Traceback" not in done.stderr
    lines = (done.stdout + done.stderr).strip().splitlines()
    assert len(COMMANDS) <= len(lines) <= 3 * len(COMMANDS)


def test_settings_that_are_a_pipe_keep_nobody_waiting_for_help(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "settings.toml")
    done = subprocess.run(
        [sys.executable, "-m", "calmcli", "support"],
        env={**os.environ, "CALMCLI_HOME": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert "112" in done.stdout
