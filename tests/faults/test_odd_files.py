"""Whatever is given in the place of a file, it is answered at once and in few words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from calmcli.helpnow import OWN_UNREADABLE, PEOPLE_UNREADABLE
from calmcli.paths import find_places
from calmcli.store.errors import ODD
from calmcli.support.country import UNREADABLE
from harness.several import several as one_after_another
from harness.several import told
from journals import keep, several

pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no such pipes")

SAID = {
    "settings.toml": UNREADABLE,
    "support.yaml": OWN_UNREADABLE.format(problem="support.yaml:1:1: "),
    "journal.db": PEOPLE_UNREADABLE,
}
COMMANDS = [
    ["journal", "import"],
    ["journal", "restore"],
    ["journal", "backup"],
    ["scripts", "check"],
]
MOST_KB = 1_000_000
"""Memory a command is given, so that one that reads without end ends here."""
KINDS = ["pipe", "folder", "link to nowhere", "/dev/zero", "/dev/tty"]


def odd_file(kind: str, folder: Path, name: str = "odd") -> str:
    path = folder / name
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


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_file_is_refused_at_once(kind: str, tmp_path: Path) -> None:
    odd, statuses = odd_file(kind, tmp_path), tmp_path / "statuses"
    done = subprocess.run(
        one_after_another([[*command, odd] for command in COMMANDS], statuses),
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


@pytest.mark.parametrize("name", ["settings.toml", "support.yaml", "journal.db"])
@pytest.mark.parametrize("kind", KINDS)
def test_whatever_stands_where_a_file_of_ones_own_should_help_is_there_at_once(
    kind: str, name: str, tmp_path: Path
) -> None:
    odd_file(kind, tmp_path, name)
    done = subprocess.run(
        ["/bin/sh", "-c", f'ulimit -v {MOST_KB}; exec "$0" -m calmcli support', sys.executable],
        env={**os.environ, "CALMCLI_HOME": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 0
    assert "112" in done.stdout
    assert done.stderr == ""
    assert (SAID[name] in done.stdout) == (kind != "link to nowhere" or name == "support.yaml")


@pytest.mark.parametrize("typed", [["support"], ["journal", "list"], ["journal", "check"]])
def test_a_pipe_beside_the_journal_is_waited_for_by_nothing(
    typed: list[str], tmp_path: Path
) -> None:
    places = find_places({"CALMCLI_HOME": str(tmp_path)})
    keep(places, several())
    odd_file("pipe", tmp_path, "journal.db-journal")
    done = subprocess.run(
        [sys.executable, "-m", "calmcli", *typed],
        env={**os.environ, "CALMCLI_HOME": str(tmp_path)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == (1 if "check" in typed else 0)
    assert (PEOPLE_UNREADABLE if typed == ["support"] else ODD) in done.stdout + done.stderr
