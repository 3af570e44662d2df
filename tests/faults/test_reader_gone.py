"""Whoever read the lines goes away: silence, the session stopped, 141."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

if sys.platform == "win32":
    pytest.skip("pipes end otherwise there", allow_module_level=True)

from faults.program import COMMAND, add_short_script, entries, world
from harness.streams import run_without_terminal

HEAD = '{ "$@"; echo "status $?" >&2; } | head -1'


def test_a_session_into_head_stops_without_a_word(tmp_path: Path) -> None:
    add_short_script(tmp_path)
    argv = ["/bin/sh", "-c", HEAD, "sh", *COMMAND, "breathe", "short"]
    ended = run_without_terminal(argv, env=world(tmp_path), typed="7\n4\n")
    assert ended.out.startswith("Short: 3 seconds")
    assert ended.err == "status 141\n"
    for entry in entries(tmp_path):
        assert (entry["before"], entry["after"], entry["ended"]) == (7, None, "stopped")


def test_a_reader_who_goes_in_mid_session_leaves_a_stopped_entry(tmp_path: Path) -> None:
    add_short_script(tmp_path)
    with subprocess.Popen(
        [*COMMAND, "breathe", "short", "--no-rating"],
        env=world(tmp_path),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as run:
        assert run.stdout
        assert run.stderr
        for line in run.stdout:
            if line.startswith(b"Breathe in"):
                break
        run.stdout.close()
        assert run.stderr.read() == b""
        assert run.wait() == 128 + signal.SIGPIPE
    (entry,) = entries(tmp_path)
    assert entry["ended"] == "stopped"
    assert 0.9 <= entry["done_seconds"] < 3


@pytest.mark.parametrize(
    "command",
    ["scripts list", "support", "--help", "journal list", "journal list --json", "journal export"],
)
def test_a_command_whose_reader_has_gone_is_silent(tmp_path: Path, command: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    argv = [*COMMAND, *command.split()]
    ended = subprocess.run(
        argv, env=world(tmp_path), stdout=writing, stderr=subprocess.PIPE, check=False
    )
    os.close(writing)
    assert (ended.returncode, ended.stderr) == (141, b"")


def test_a_full_disk_behind_stdout_is_told_in_calm_words(tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("this system has no disk that is always full")
    argv = [*COMMAND, "breathe", "--no-rating"]
    ended = run_without_terminal(argv, ">/dev/full", env=world(tmp_path))
    assert ended.status == 1
    assert "Traceback" not in ended.err
    assert "Exception" not in ended.err
    assert all(entry["ended"] == "stopped" for entry in entries(tmp_path))
